// What a reader chooses: the picture, the filter and its weights, and how it goes.

import { choices, stepper, toggle } from "../../parts/controls.js";
import { make } from "../../parts/elements.js";
import { fill } from "../../parts/words.js";
import { copied, KERNELS, PICTURES } from "./examples.js";
import { SIDE } from "./slide.js";

/** @import { Slide } from "./slide.js" */

/**
 * Choose one of some examples by its name.
 *
 * @param {Words} words
 * @param {"picture" | "filter"} kind
 * @param {Record<string, number[][]>} examples
 * @param {string} value
 * @param {(rows: number[][]) => void} change
 */
function examples(words, kind, examples, value, change) {
  return choices({
    legend: words[kind],
    value,
    options: Object.keys(examples).map((name) => [name, words[`${kind}_${name}`]]),
    change: (name) => change(copied(examples[name])),
  });
}

/**
 * @param {Words} words
 * @param {(image: number[][]) => void} change
 */
export const pictures = (words, change) => examples(words, "picture", PICTURES, "stroke", change);

/**
 * The filter: one of the examples, or weights of one's own.
 *
 * @param {Words} words
 * @param {Slide} now
 * @param {(kernel: number[][]) => void} change
 */
export function filters(words, now, change) {
  const fields = now.kernel.flat().map((weight, i) => {
    const [row, column] = [Math.floor(i / SIDE), i % SIDE];
    const field = make("input", {
      type: "number",
      step: "any",
      value: weight,
      "aria-label": fill(words.weight, { row: row + 1, column: column + 1 }),
      oninput: () => {
        if (!Number.isFinite(field.valueAsNumber)) return; // still being typed
        picker.set(null);
        change(now.kernel.with(row, now.kernel[row].with(column, field.valueAsNumber)));
      },
      onchange: () => {
        field.value = `${now.kernel[row][column]}`;
      },
    });
    return field;
  });
  const picker = examples(words, "filter", KERNELS, "vertical", (kernel) => {
    for (const [i, weight] of kernel.flat().entries()) fields[i].value = `${weight}`;
    change(kernel);
  });
  const weights = make(
    "fieldset",
    { class: "cv-slide__kernel" },
    make("legend", {}, words.kernel),
    make("div", {}, ...fields),
  );
  return { picker, weights };
}

/**
 * How the filter goes and what is done to its sums.
 *
 * @param {Words} words
 * @param {object} hear
 * @param {(changes: Partial<Slide>) => void} hear.changed
 * @param {(changes: Partial<Slide>) => void} hear.resized hears of what the output's size depends on
 */
export function settings(words, { changed, resized }) {
  /** @param {"stride" | "padding"} name @param {number[]} values */
  const one = (name, values) =>
    choices({
      legend: words[name],
      options: values.map((n) => [n, `${n}`]),
      value: values[0],
      change: (n) => resized({ [name]: n }),
    });
  const bias = stepper({
    label: words.bias,
    value: 0,
    min: -5,
    max: 5,
    step: 0.5,
    words,
    change: (n) => changed({ bias: n }),
  });
  const relu = toggle({
    label: "ReLU",
    checked: false,
    change: (on) => changed({ rectified: on }),
  });
  const controls = [one("stride", [1, 2, 3]), one("padding", [0, 1, 2]), bias, relu];
  return make("div", { class: "cv-row" }, ...controls.map(({ node }) => node));
}
