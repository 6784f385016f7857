// What can be done to the drawing before the networks see it.

import { choices, slider, toggle } from "../widgets/parts/controls.js";
import { icon, make } from "../widgets/parts/elements.js";
import { fill, number } from "../widgets/parts/page.js";
import { NOISES } from "./random.js";

const UNDO = "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6";
const CLEAR = "M3 5h10M6 5V3h4v2M4.5 5l.7 8.5h5.6L11.5 5";
const DICE = "M3 3h10v10H3zM6 6h.01M10 6h.01M8 8h.01M6 10h.01M10 10h.01";

/** The buttons beside the pad. */
export const tools = (words, { undo, clear }) =>
  make(
    "div",
    { class: "cv-lab__tools" },
    button(UNDO, words.undo, undo),
    button(CLEAR, words.clear, clear),
  );

const button = (path, word, act) =>
  make(
    "button",
    { type: "button", class: "cv-button", onclick: act },
    icon(path),
    make("span", {}, word),
  );

/** A slider with its name and value in sight. */
function named({ label, min, max, text, change }) {
  const value = make("output", { "aria-hidden": "true" });
  const told = slider({ label, value: 0, min, max, text, change });
  const set = (given) => {
    told.set(given);
    value.textContent = text(given);
  };
  const node = make(
    "div",
    { class: "cv-lab__slider" },
    make("span", { class: "cv-label", "aria-hidden": "true" }, label),
    value,
    told.node,
  );
  return { node, set };
}

/** `change` gets what is changed, by name; `pick` a digit whose picture is wanted. */
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
  const digits = Array.from({ length: 10 }, (_, digit) =>
    make(
      "button",
      {
        type: "button",
        class: "cv-button",
        "aria-label": fill(words.pick_one, { digit }),
        onclick: () => pick(digit),
      },
      `${digit}`,
    ),
  );
  const degrees = (n) => fill(words.degrees, { n: number(n) });
  const pixels = (n) => fill(words.pixels, { n: number(n) });
  const share = (n) => number(n / 100, 0, { style: "percent" });
  const sliders = {
    right: named({
      label: words.right,
      min: -14,
      max: 14,
      text: pixels,
      change: (right) => change({ right }),
    }),
    down: named({
      label: words.down,
      min: -14,
      max: 14,
      text: pixels,
      change: (down) => change({ down }),
    }),
    turn: named({
      label: words.turn,
      min: -180,
      max: 180,
      text: degrees,
      change: (turn) => change({ turn }),
    }),
    scale: named({
      label: words.scale_by,
      min: 50,
      max: 200,
      text: share,
      change: (scale) => change({ scale }),
    }),
    noise: named({
      label: words.noise_share,
      min: 0,
      max: 100,
      text: share,
      change: (noise) => change({ noise }),
    }),
  };
  const kinds = choices({
    legend: words.noise_kind,
    options: Object.keys(NOISES).map((kind) => [kind, words[kind]]),
    value: "uniform",
    change: (kind) => change({ kind }),
  });
  const again = make(
    "button",
    {
      type: "button",
      class: "cv-button",
      onclick: () => change((state) => ({ seed: (state.seed % 9999) + 1 })),
    },
    words.noise_again,
  );
  const reset = make(
    "button",
    {
      type: "button",
      class: "cv-button",
      onclick: () => change({ right: 0, down: 0, turn: 0, scale: 100, noise: 0 }),
    },
    words.reset,
  );
  const { noise, ...moves } = sliders;
  const node = make(
    "section",
    { class: "cv-lab__settings", "aria-label": words.settings },
    make("div", { class: "cv-lab__switches" }, remap, centre),
    make(
      "div",
      { role: "group", "aria-label": words.pick },
      make("p", { class: "cv-label" }, words.pick),
      make("div", { class: "cv-lab__digits" }, ...digits),
    ),
    button(DICE, words.surprise, surprise),
    make("div", { class: "cv-lab__sliders" }, ...Object.values(moves).map(({ node }) => node)),
    make(
      "div",
      { class: "cv-lab__noise" },
      noise.node,
      kinds.node,
      make("div", { class: "cv-row" }, again, reset),
    ),
  );

  function show(state) {
    centre.querySelector("input").checked = state.centre;
    remap.querySelector("input").checked = state.remap;
    kinds.set(state.kind);
    for (const [name, one] of Object.entries(sliders)) one.set(state[name]);
  }

  return { node, show };
}
