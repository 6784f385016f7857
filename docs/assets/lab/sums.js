// How one value was computed, written out: a window, its weights, their products, sum, bias, ReLU.

import { choices } from "../parts/controls.js";
import { make } from "../parts/elements.js";
import { fill, number } from "../parts/words.js";

/** @param {number} value */
const written = (value) => number(value, 2, { minimumFractionDigits: 2 });

/** @param {number} value */
const signed = (value) => (value < 0 ? `(${written(value)})` : written(value));

/** @param {string} text */
const sign = (text) => make("span", { class: "cv-lab__sign", "aria-hidden": "true" }, text);

/** @param {number} value */
const result = (value) => make("strong", { class: "cv-lab__result" }, written(value));

/**
 * Give the window of one channel that a unit sees; where it hangs over the border it sees zeros.
 *
 * @param {Maps} maps
 * @param {Windows} layer
 * @param {number} channel
 * @param {Unit} unit
 */
function windowOf({ values, shape: [, height, width] }, layer, channel, { row, column }) {
  const { kernel_size: side, stride, padding } = layer;
  return Array.from({ length: side * side }, (_, k) => {
    const y = row * stride - padding + Math.floor(k / side);
    const x = column * stride - padding + (k % side);
    if (y < 0 || x < 0 || y >= height || x >= width) return 0;
    return values[(channel * height + y) * width + x];
  });
}

/**
 * Write out a pooling.
 *
 * @param {Words} words
 * @param {Pooling} layer
 * @param {string} before the maps below it
 * @param {Maps} maps
 * @param {Unit} unit
 */
export function pooled(words, layer, before, maps, unit) {
  const values = windowOf(maps, layer, unit.map, unit);
  const from = fill(words.window_of, { layer: before, n: unit.map + 1 });
  return [
    make("div", { class: "cv-lab__factors" }, table(from, values, layer.kernel_size, "grey")),
    make("p", {}, `max(${values.map(written).join("; ")}) = `, result(Math.max(...values))),
  ];
}

/**
 * Write out a convolution: the products of one channel, the sums of all.
 *
 * @param {Words} words
 * @param {Convolution} layer
 * @param {string} before the maps below it
 * @param {Maps} maps
 * @param {Unit} unit
 * @param {{ channel: number, change: (channel: number) => void }} picked
 */
export function convolved(words, layer, before, maps, unit, { channel, change }) {
  const { kernel_size: side, weight, bias } = layer;
  const [, count] = weight.shape;
  const channels = Array.from({ length: count }, (_, c) => {
    const first = (unit.map * count + c) * side * side;
    const kernel = Array.from(weight.values.subarray(first, first + side * side));
    const values = windowOf(maps, layer, c, unit);
    const products = values.map((value, k) => value * kernel[k]);
    return { kernel, values, products, sum: products.reduce((sum, product) => sum + product, 0) };
  });
  const { kernel, values, products } = channels[channel];
  const from = count > 1 ? fill(words.window_of, { layer: before, n: channel + 1 }) : words.window;
  const factors = make(
    "div",
    { class: "cv-lab__factors" },
    table(from, values, side, "grey"),
    sign("×"),
    table(words.kernel, kernel, side, "signed"),
    sign("="),
    table(words.products, products, side, "signed"),
  );
  const sums = channels.map(({ sum }) => sum);
  const ending = added(words, sums, channel, bias.values[unit.map]);
  if (count === 1) return [factors, ...ending];
  const legend = fill(words.channel, { layer: before });
  /** @type {[number, string][]} */
  const options = sums.map((_, c) => [c, `${c + 1}`]);
  return [choices({ legend, options, value: channel, change }).node, factors, ...ending];
}

/** @param {Words} words @param {number[]} sums @param {number} channel @param {number} bias */
function added(words, sums, channel, bias) {
  const total = sums.reduce((sum, part) => sum + part, 0) + bias;
  const several = sums.length > 1;
  const terms = sums.map((sum, c) =>
    make(
      "span",
      { class: several && c === channel ? "cv-lab__term" : "" },
      `${c ? " + " : ""}${signed(sum)}`,
    ),
  );
  return [
    make(
      "p",
      {},
      `${several ? words.sums : words.sum} `,
      ...terms,
      ` + ${signed(bias)} (${words.bias}) = `,
      make("strong", {}, written(total)),
    ),
    make(
      "p",
      {},
      `ReLU(${written(total)}) = `,
      result(Math.max(0, total)),
      ` ${total < 0 ? words.cut : words.kept}`,
    ),
  ];
}

/**
 * @param {string} caption
 * @param {number[]} values
 * @param {number} side
 * @param {"grey" | "signed"} tone
 */
function table(caption, values, side, tone) {
  const most = values.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  /** @param {number} value */
  const toneOf = (value) => (value < 0 ? "minus" : "plus");
  /** @param {number} value */
  const cell = (value) =>
    make(
      "td",
      {
        "data-tone": tone === "signed" ? toneOf(value) : "grey",
        style: `--share: ${Math.abs(value) / most}`,
      },
      value === 0 ? "0" : written(value),
    );
  const rows = Array.from({ length: side }, (_, row) =>
    make("tr", {}, ...values.slice(row * side, (row + 1) * side).map(cell)),
  );
  const body = make("tbody", {}, ...rows);
  return make("table", { class: "cv-lab__numbers" }, make("caption", {}, caption), body);
}
