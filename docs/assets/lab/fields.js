// Which pixels of the picture a unit depends on: its receptive field, from the layers below it.

import { SIDE } from "./picture.js";

/**
 * Give the first and last row and column of the input that a place in a layer's maps sees.
 *
 * @param {Layer[]} layers
 * @param {string} name
 * @param {number} row
 * @param {number} column
 * @returns {Field}
 */
export function field(layers, name, row, column) {
  let [top, bottom, left, right] = [row, row, column, column];
  const last = layers.findIndex((layer) => layer.name === name);
  for (const layer of layers.slice(0, last + 1).reverse()) {
    if (!("kernel_size" in layer)) continue;
    const { kernel_size: side, stride, padding } = layer;
    [top, left] = [top, left].map((first) => first * stride - padding);
    [bottom, right] = [bottom, right].map((end) => end * stride - padding + side - 1);
  }
  return { top, bottom, left, right };
}

/** @param {number} place */
const inside = (place) => Math.min(SIDE - 1, Math.max(0, place));

/**
 * Cut a field off where the picture ends.
 *
 * @param {Field} field
 * @returns {Field}
 */
export const visible = ({ top, bottom, left, right }) => ({
  top: inside(top),
  bottom: inside(bottom),
  left: inside(left),
  right: inside(right),
});

/**
 * Give the corners of a field, around the middles of its pixels.
 *
 * @param {Field} field
 */
const square = ({ top, bottom, left, right }) => [
  [left - 0.5, top - 0.5],
  [right + 0.5, top - 0.5],
  [right + 0.5, bottom + 0.5],
  [left - 0.5, bottom + 0.5],
];

/**
 * Outline a field by its corners; of a remapped picture, each pixel where it was before.
 *
 * @param {Field} seen
 * @param {Int32Array} [order]
 */
export function outlined(seen, order) {
  const { top, bottom, left, right } = visible(seen);
  if (!order) return [square({ top, bottom, left, right })];
  const squares = [];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const [row, column] = [Math.floor(order[y * SIDE + x] / SIDE), order[y * SIDE + x] % SIDE];
      squares.push(square({ top: row, bottom: row, left: column, right: column }));
    }
  }
  return squares;
}
