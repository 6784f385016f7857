// What can be done to the drawing before the networks see it.

import { choices, slider, toggle } from "../parts/controls.js";
import { button, icon, make } from "../parts/elements.js";
import { fill, number, percent } from "../parts/words.js";
import { NOISES } from "./random.js";

/** @import { Changes } from "./session.js" */
/** @typedef {"right" | "down" | "turn" | "scale" | "noise"} Amount */

/**
 * `change` gets what is changed, by name; `pick` a digit whose picture is wanted.
 *
 * @typedef {object} Hear
 * @property {(changes: Changes) => void} change
 * @property {(digit: number) => void} pick
 * @property {() => void} surprise
 */

const UNDO = "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6";
const CLEAR = "M3 5h10M6 5V3h4v2M4.5 5l.7 8.5h5.6L11.5 5";
const DICE = "M3 3h10v10H3zM6 6h.01M10 6h.01M8 8h.01M6 10h.01M10 10h.01";
const UNMOVED = { right: 0, down: 0, turn: 0, scale: 100, noise: 0 };

/** @param {string} path @param {string} word @param {() => void} act */
const pictured = (path, word, act) =>
  button(act, { class: "cv-button" }, icon(path), make("span", {}, word));

/**
 * The buttons beside the pad.
 *
 * @param {Words} words
 * @param {{ undo: () => void, clear: () => void }} acts
 */
export const tools = (words, { undo, clear }) =>
  make(
    "div",
    { class: "cv-lab__tools" },
    pictured(UNDO, words.undo, undo),
    pictured(CLEAR, words.clear, clear),
  );

/**
 * A slider with its name and value in sight.
 *
 * @param {string} label
 * @param {[number, number]} range
 * @param {(value: number) => string} text
 * @param {(value: number) => void} change
 */
function named(label, [min, max], text, change) {
  const value = make("output", { "aria-hidden": "true" });
  const told = slider({ label, value: 0, min, max, text, change });
  /** @param {number} given */
  const set = (given) => {
    told.set(given);
    value.textContent = text(given);
  };
  const name = make("span", { class: "cv-label", "aria-hidden": "true" }, label);
  return { node: make("div", { class: "cv-lab__slider" }, name, value, told.node), set };
}

/** @param {Words} words @param {(changes: Changes) => void} change */
function sliders(words, change) {
  const degrees = (/** @type {number} */ n) => fill(words.degrees, { n: number(n) });
  const pixels = (/** @type {number} */ n) => fill(words.pixels, { n: number(n) });
  const share = (/** @type {number} */ n) => percent(n / 100);
  return {
    right: named(words.right, [-14, 14], pixels, (right) => change({ right })),
    down: named(words.down, [-14, 14], pixels, (down) => change({ down })),
    turn: named(words.turn, [-180, 180], degrees, (turn) => change({ turn })),
    scale: named(words.scale_by, [50, 200], share, (scale) => change({ scale })),
    noise: named(words.noise_share, [0, 100], share, (noise) => change({ noise })),
  };
}

/** @param {Words} words @param {(digit: number) => void} pick */
function digits(words, pick) {
  const buttons = Array.from({ length: 10 }, (_, digit) => {
    const label = fill(words.pick_one, { digit });
    return button(() => pick(digit), { class: "cv-button", "aria-label": label }, `${digit}`);
  });
  return make(
    "div",
    { role: "group", "aria-label": words.pick },
    make("p", { class: "cv-label" }, words.pick),
    make("div", { class: "cv-lab__digits" }, ...buttons),
  );
}

/** @param {Words} words @param {Hear} hear */
export function settings(words, { change, pick, surprise }) {
  const centre = toggle({
    label: words.centre,
    checked: true,
    change: (on) => change({ centre: on }),
  });
  const remap = toggle({
    label: words.remap,
    checked: false,
    change: (on) => change({ remap: on }),
  });
  const amounts = sliders(words, change);
  const { noise, ...moves } = amounts;
  const kinds = choices({
    legend: words.noise_kind,
    options: Object.keys(NOISES).map((kind) => [kind, words[kind]]),
    value: "uniform",
    change: (kind) => change({ kind }),
  });
  const reseed = () => change(({ seed }) => ({ seed: (seed % 9999) + 1 }));
  const again = button(reseed, { class: "cv-button" }, words.noise_again);
  const reset = button(() => change(UNMOVED), { class: "cv-button" }, words.reset);
  const node = make(
    "section",
    { class: "cv-lab__settings", "aria-label": words.settings },
    make("div", { class: "cv-lab__switches" }, remap.node, centre.node),
    digits(words, pick),
    pictured(DICE, words.surprise, surprise),
    make("div", { class: "cv-lab__sliders" }, ...Object.values(moves).map(({ node }) => node)),
    make(
      "div",
      { class: "cv-lab__noise" },
      noise.node,
      kinds.node,
      make("div", { class: "cv-row" }, again, reset),
    ),
  );

  /** @param {State} state */
  function show(state) {
    centre.set(state.centre);
    remap.set(state.remap);
    kinds.set(state.kind);
    amounts.right.set(state.right);
    amounts.down.set(state.down);
    amounts.turn.set(state.turn);
    amounts.scale.set(state.scale);
    amounts.noise.set(state.noise);
  }

  return { node, show };
}
