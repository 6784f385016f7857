// The picture with the window that slides over it, and beside it what comes out.

import { board } from "../../parts/board.js";
import { padded } from "../../parts/convolution.js";
import { make } from "../../parts/elements.js";
import { fill, number } from "../../parts/words.js";
import { answer, geometry, placeOf, SIDE } from "./slide.js";

/** @import { Slide } from "./slide.js" */

const LABELLED = 7; // so many cells leave room for the weights beside their values
/** @type {Record<number, string>} */
const TONES = { 0: "low", 0.5: "mid", 1: "high" };

/** @param {number} n */
const square = (n) => `${n}×${n}`;

/**
 * @param {Words} words
 * @param {object} hear
 * @param {(place: Place) => void} hear.pressed hears of a pixel
 * @param {(place: Place) => void} hear.jumped hears of an output cell
 */
export function boards(words, { pressed, jumped }) {
  const input = board({ label: words.input, pressed });
  const output = board({ label: words.output, moved: jumped, pressed: jumped });
  const weights = Array.from({ length: SIDE ** 2 }, () => make("span"));
  const frame = make("div", { class: "cv-slide__window", "aria-hidden": "true" }, ...weights);
  const names = { input: make("p"), output: make("p") };
  const node = make(
    "div",
    { class: "cv-slide__boards" },
    make("div", {}, names.input, make("div", { class: "cv-slide__square" }, input.node, frame)),
    make("div", {}, names.output, make("div", { class: "cv-slide__square" }, output.node)),
  );

  /** @param {Slide} now @param {Term[][]} all what the filter meets at every output cell */
  function show(now, all) {
    const { count } = geometry(now);
    const around = padded(now.image, now.padding);
    const side = around.length;
    const wider = now.padding ? ` (${fill(words.padded, { size: square(side) })})` : "";
    names.input.textContent = `${words.input}: ${square(now.image.length)}${wider}`;
    names.output.textContent = `${words.output}: ${square(count)}`;
    input.show(side, side, pixel(words, now, around));
    output.show(count, count, computed(words, now, all, side > 9 ? 1 : 2));
    output.node.style.width = `${(100 * count) / side}%`; // so that a cell is as large as an input's
    const [row, column] = placeOf(now, now.at);
    output.reach([row, column]);
    const { stride } = now;
    frame.style.cssText = `--row: ${row * stride}; --column: ${column * stride}; --side: ${side}`;
    frame.classList.toggle("cv-slide__window--close", side > LABELLED);
    for (const [i, weight] of now.kernel.flat().entries()) {
      weights[i].textContent = `×${number(weight)}`;
    }
  }

  return { node, show };
}

/**
 * Say how the cells of the picture look.
 *
 * @param {Words} words
 * @param {Slide} now
 * @param {number[][]} around
 * @returns {(row: number, column: number) => Cell}
 */
function pixel(words, now, around) {
  const { image, padding } = now;
  const end = around.length - geometry(now).left; // no window reaches what lies behind it
  return (row, column) => {
    const value = around[row][column];
    const inside = image[row - padding]?.[column - padding] !== undefined;
    const tone = inside ? TONES[value] : "pad";
    const told = inside ? number(value) : words.pad;
    return {
      text: number(value, 1),
      tone: row >= end || column >= end ? `${tone} lost` : tone,
      label: fill(words.cell, { row: row + 1, column: column + 1, value: told }),
    };
  };
}

/**
 * Say how the cells of the output look.
 *
 * @param {Words} words
 * @param {Slide} now
 * @param {Term[][]} all
 * @param {number} decimals
 * @returns {(row: number, column: number) => Cell}
 */
function computed(words, now, all, decimals) {
  const { count } = geometry(now);
  const answers = all.map((products) => answer(now, products));
  const largest = Math.max(...answers.map(Math.abs), 1e-9);
  return (row, column) => {
    const i = row * count + column;
    const value = answers[i];
    const known = i <= now.filled;
    const sign = value < 0 ? "minus" : "plus";
    const told = known ? number(value, 4) : words.blank;
    return {
      text: known ? number(value, decimals) : "",
      tone: `${known ? sign : "blank"}${i === now.at ? " here" : ""}`,
      share: known ? Math.abs(value) / largest : 0,
      label: fill(words.cell, { row: row + 1, column: column + 1, value: told }),
    };
  };
}
