// Layers above one another: what does one pixel at the top see of the picture at the bottom?

import { choices, toggle, voice } from "../parts/controls.js";
import { draw, make } from "../parts/elements.js";
import { stage } from "../parts/stage.js";
import { fill } from "../parts/words.js";
import { drawn, HIGH, shares, WIDE } from "./receptive-field/plane.js";
import { length, regions, spans, tower } from "./receptive-field/tower.js";

/** @import { Floor, Region } from "./receptive-field/tower.js" */

const SIDE = 24; // of the picture
/** @type {Record<string, Place>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {number} share */
const held = (share) => Math.min(Math.max(share, 0), 0.9999);

/** @param {HTMLElement} place @param {Words} words */
export default function receptiveField(place, words) {
  const chosen = { kernel: 3, stride: 1, pooling: false };
  let layers = tower(SIDE, chosen);
  let at = [0.5, 0.5]; // where the chosen pixel lies between the borders, top and left

  const spoken = voice();
  const picture = draw("svg", {
    viewBox: `0 0 ${WIDE} ${HIGH}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  const plane = make(
    "div",
    {
      class: "cv-tower__plane",
      tabindex: 0,
      role: "application",
      "aria-label": words.plane,
    },
    picture,
  );
  const legend = make("ol", { class: "cv-tower__legend" });

  const top = () => layers[layers.length - 1].side;
  /** @returns {Place} */
  const pixel = () => [Math.floor(at[0] * top()), Math.floor(at[1] * top())];

  function show() {
    const seen = regions(layers, pixel());
    picture.replaceChildren(...drawn(layers, seen));
    const full = spans(layers, pixel()[0]).map(length);
    const entries = layers.map((layer, i) => entry(words, layer, full[i], seen[i]));
    legend.replaceChildren(...entries.reverse());
  }

  function announce() {
    const [row, column] = pixel();
    const full = length(spans(layers, row)[0]);
    spoken.say(fill(words.sees, { row: row + 1, column: column + 1, size: `${full}×${full}` }));
  }

  plane.addEventListener("keydown", (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    const steps = STEPS[event.key];
    const moved = pixel().map((k, axis) => Math.min(Math.max(k + steps[axis], 0), top() - 1));
    at = moved.map((k) => (k + 0.5) / top());
    show();
    announce();
  });

  // Wherever the pointer is, the pixel above that spot is meant: so each layer is a target, and a
  // finger need not hit a small cell.
  /** @param {PointerEvent} event */
  function point({ clientX, clientY }) {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const [x, y] = [((clientX - left) / width) * WIDE, ((clientY - top) / height) * HIGH];
    at = shares(layers, [x, y]).map(held);
    show();
  }
  plane.addEventListener("pointermove", point);
  plane.addEventListener("pointerdown", point);

  const controls = settings(words, chosen, () => {
    layers = tower(SIDE, chosen);
    show();
    announce();
  });
  stage(place, words, controls, make("div", { class: "cv-tower" }, plane, legend), spoken.node);
  show();
}

/**
 * Tell a layer's size, and of how much of it a pixel at the top depends.
 *
 * @param {Words} words
 * @param {Floor} layer
 * @param {number} full
 * @param {Region} seen
 */
function entry(words, { kind, n, side }, full, { rows, columns }) {
  const square = `${full}×${full}`;
  const size = `${length(rows)}×${length(columns)}`;
  return make(
    "li",
    {},
    make(
      "span",
      { class: "cv-tower__name" },
      `${fill(words[kind], { n })} `,
      make("small", {}, `${side}×${side}`),
    ),
    make(
      "span",
      {},
      `${words.sees_size} `,
      make("strong", {}, square),
      " ",
      make("small", {}, size === square ? "" : fill(words.inside, { size })),
    ),
  );
}

/**
 * @param {Words} words
 * @param {{ kernel: number, stride: number, pooling: boolean }} chosen is changed
 * @param {() => void} changed
 */
function settings(words, chosen, changed) {
  /** @param {"kernel" | "stride"} name @param {[number, string][]} options */
  const one = (name, options) =>
    choices({
      legend: words[name],
      value: chosen[name],
      options,
      change: (n) => {
        chosen[name] = n;
        changed();
      },
    });
  const pooling = toggle({
    label: words.pooling,
    checked: chosen.pooling,
    change: (on) => {
      chosen.pooling = on;
      changed();
    },
  });
  const kernel = one(
    "kernel",
    [3, 5].map((n) => [n, `${n}×${n}`]),
  );
  const stride = one(
    "stride",
    [1, 2].map((n) => [n, `${n}`]),
  );
  return make("div", { class: "cv-row" }, kernel.node, stride.node, pooling.node);
}
