// A filter slides over a small picture, and every number that it meets can be read.

import { voice } from "../parts/controls.js";
import { make } from "../parts/elements.js";
import { player } from "../parts/player.js";
import { calm } from "../parts/preferences.js";
import { stage } from "../parts/stage.js";
import { fill, number } from "../parts/words.js";
import { arithmetic } from "./sliding-filter/arithmetic.js";
import { boards } from "./sliding-filter/boards.js";
import { filters, pictures, settings } from "./sliding-filter/settings.js";
import {
  answer,
  darkened,
  geometry,
  last,
  met,
  placeOf,
  resize,
  rewind,
  started,
  sum,
} from "./sliding-filter/slide.js";

/** @param {HTMLElement} place @param {Words} words */
export default function slidingFilter(place, words) {
  const now = started();
  const spoken = voice();
  const written = arithmetic(words);
  const lost = make("p", { class: "cv-slide__lost" });
  const seen = boards(words, {
    pressed: (pixel) => {
      if (!darkened(now, pixel)) return;
      picture.set(null);
      show();
    },
    jumped: ([row, column]) => jump(row * geometry(now).count + column),
  });

  function show() {
    const all = met(now);
    const { left } = geometry(now);
    seen.show(now, all);
    lost.textContent = left ? fill(words.lost, { n: left }) : "";
    written.show(all[now.at], now.bias, sum(now, all[now.at]), now.rectified);
    moves.allow(now.at > 0, now.at < last(now));
  }

  // ----- What moves

  /** @param {number} i */
  function reach(i) {
    now.at = i;
    now.filled = Math.max(now.filled, i);
    show();
  }

  /** @param {number} i */
  function jump(i) {
    moves.stop();
    reach(i);
    const [row, column] = placeOf(now, i);
    const value = number(answer(now, met(now)[i]), 4);
    spoken.say(fill(words.cell, { row: row + 1, column: column + 1, value }));
  }

  const moves = player({
    words,
    begin: () => {
      rewind(now);
      show();
    },
    next: () => {
      reach(now.at + 1);
      return now.at < last(now);
    },
    step: (by) => jump(Math.min(Math.max(now.at + by, 0), last(now))),
  });

  // ----- What can be chosen

  /** @param {Partial<typeof now>} changes */
  function changed(changes) {
    Object.assign(now, changes);
    show();
  }
  const picture = pictures(words, (image) => changed({ image }));
  const { picker, weights } = filters(words, now, (kernel) => changed({ kernel }));
  const controls = settings(words, {
    changed,
    resized: (changes) => {
      moves.stop();
      resize(now, changes);
      show();
    },
  });

  const ways = make("div", { class: "cv-row cv-slide__moves" }, ...moves.nodes, lost);
  const sums = make("div", { class: "cv-slide__sum" }, weights, written.node);
  const parts = [picture.node, seen.node, ways, sums, picker.node, controls, spoken.node];
  const room = stage(place, words, ...parts);
  if (calm()) now.filled = last(now);
  else moves.startWhenSeen(seen.node, room);
  show();
}
