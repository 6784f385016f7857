// How large is the output? A calculator that also shows where the windows fall.

import { choices, slider, stepper, voice } from "../parts/controls.js";
import { make } from "../parts/elements.js";
import { stage } from "../parts/stage.js";
import { number } from "../parts/words.js";
import { explained, fitting, pixelsUnseen, sees } from "./output-size/sizes.js";
import { sketch } from "./output-size/sketch.js";

/** @import { Sizes } from "./output-size/sizes.js" */

/** @type {Record<string, Sizes>} */
const GIVEN = {
  same: { W: 32, K: 5, P: 2, S: 1 },
  valid: { W: 32, K: 5, P: 0, S: 1 },
  digits: { W: 28, K: 5, P: 0, S: 1 },
  lost: { W: 32, K: 5, P: 0, S: 2 },
};
/** @type {["W" | "K" | "P" | "S", number, number][]} */
const LIMITS = [
  ["W", 1, 64],
  ["K", 1, 15],
  ["P", 0, 7],
  ["S", 1, 9],
];
const KEYS = ["pixel", "padding", "window", "answer", "unseen"];

/** @param {HTMLElement} place @param {Words} words */
export default function outputSize(place, words) {
  const at = { ...GIVEN.same };
  let chosen = 0; // the window that is picked out

  const spoken = voice();
  const formula = make("p", { class: "cv-size__formula" });
  const verdict = make("p", { class: "cv-size__verdict" });
  const reading = make("p", { class: "cv-size__reading", "aria-hidden": "true" });
  const picture = sketch();

  /** @param {Partial<Sizes>} changes */
  function changed(changes) {
    Object.assign(at, changes);
    resize();
    spoken.say(`${formula.textContent}. ${verdict.textContent}`);
  }
  const preset = presets(words, changed);
  const steppers = sizes(words, at, (changes) => {
    preset.set(null);
    changed(changes);
  });
  /** @param {number} i */
  const pick = (i) => {
    chosen = i;
    show();
  };
  const told = (/** @type {number} */ i) => sees(words, at, i);
  const window = slider({
    label: words.window,
    value: 0,
    min: 0,
    max: 0,
    text: told,
    change: pick,
  });

  const last = () => Math.max(0, fitting(at).count - 1);

  function resize() {
    for (const { name, set } of steppers) set(at[name]);
    chosen = Math.min(chosen, last());
    window.node.max = `${last()}`;
    window.node.disabled = last() === 0;
    show();
  }

  function show() {
    const { count, left } = fitting(at);
    formula.replaceChildren(...worked(words, at));
    verdict.dataset.state = count && !left && !pixelsUnseen(at) ? "whole" : "lost";
    verdict.replaceChildren(make("span", {}, explained(words, at)));
    window.set(chosen);
    reading.textContent = count ? told(chosen) : "";
    picture.show(words, at, chosen);
  }

  picture.node.addEventListener("pointermove", ({ clientX }) => {
    const { left, width } = picture.node.getBoundingClientRect();
    const i = ((clientX - left) / width) * (at.W + 2 * at.P);
    pick(Math.min(Math.max(Math.round((i - at.K / 2) / at.S), 0), last()));
  });

  const numbers = steppers.map(({ node }) => node);
  stage(
    place,
    words,
    preset.node,
    make("div", { class: "cv-row cv-size__numbers" }, ...numbers),
    formula,
    verdict,
    picture.node,
    make("label", { class: "cv-size__slide" }, words.window, window.node),
    reading,
    legend(words),
    spoken.node,
  );
  resize();
}

/** @param {Words} words @param {(changes: Sizes) => void} change */
const presets = (words, change) =>
  choices({
    legend: words.examples,
    value: "same",
    options: Object.keys(GIVEN).map((name) => [name, words[`example_${name}`]]),
    change: (name) => change(GIVEN[name]),
  });

/** @param {Words} words @param {Sizes} at @param {(changes: Partial<Sizes>) => void} change */
const sizes = (words, at, change) =>
  LIMITS.map(([name, min, max]) => {
    const control = stepper({
      label: words[name],
      value: at[name],
      min,
      max,
      words,
      change: (value) => change({ [name]: value }),
    });
    return { name, ...control };
  });

/** @param {Words} words @param {Sizes} at */
function worked(words, at) {
  const { W, K, P, S } = at;
  const { count, left } = fitting(at);
  const exact = (W - K + 2 * P) / S + 1;
  const fraction = make(
    "span",
    { class: "cv-fraction" },
    make("span", {}, `${W} − ${K} + 2·${P}`),
    make("span", {}, `${S}`),
  );
  const size = left ? number(exact, 2) : number(exact);
  return [
    make("span", { class: "cv-size__left" }, "O = ", fraction, " + 1 = "),
    make("strong", {}, count ? size : words.none),
  ];
}

/** @param {Words} words */
const legend = (words) =>
  make(
    "p",
    { class: "cv-size__legend" },
    ...KEYS.map((kind) =>
      make("span", { class: `cv-size__key cv-size__key--${kind}` }, words[`key_${kind}`]),
    ),
  );
