// A filter on its way over a picture, in numbers: what it meets, and what comes of it.

import { padded, terms, total, windows } from "../../parts/convolution.js";
import { copied, KERNELS, PICTURES } from "./examples.js";

export const SIDE = 3; // of the kernel

/** Begin with a stroke, and with what finds vertical edges. */
export const started = () => ({
  image: copied(PICTURES.stroke),
  kernel: copied(KERNELS.vertical),
  stride: 1,
  padding: 0,
  bias: 0,
  rectified: false,
  at: 0, // the output cell looked at, counted row by row
  filled: 0, // the last that was computed
});

/** @typedef {ReturnType<typeof started>} Slide */

/** @param {Slide} now */
export const geometry = ({ image, stride, padding }) =>
  windows(image.length, SIDE, stride, padding);

/** @param {Slide} now */
export const last = (now) => geometry(now).count ** 2 - 1;

/**
 * Give an output cell's row and column.
 *
 * @param {Slide} now
 * @param {number} i
 * @returns {Place}
 */
export function placeOf(now, i) {
  const { count } = geometry(now);
  return [Math.floor(i / count), i % count];
}

/**
 * Say what the filter meets at every output cell, row by row.
 *
 * @param {Slide} now
 */
export function met(now) {
  const around = padded(now.image, now.padding);
  return Array.from({ length: last(now) + 1 }, (_, i) =>
    terms(around, now.kernel, now.stride, ...placeOf(now, i)),
  );
}

/** @param {Slide} now @param {Term[]} products */
export const sum = (now, products) => total(products, now.bias);

/** @param {Slide} now @param {Term[]} products */
export const answer = (now, products) =>
  now.rectified ? Math.max(0, sum(now, products)) : sum(now, products);

/**
 * Make a pixel one shade darker, or the darkest white again. The padding stays zero.
 *
 * @param {Slide} now
 * @param {Place} place in the padded picture
 */
export function darkened({ image, padding }, [row, column]) {
  const pixel = image[row - padding]?.[column - padding];
  if (pixel === undefined) return false;
  image[row - padding][column - padding] = pixel === 1 ? 0 : pixel + 0.5;
  return true;
}

/**
 * Change what the output's size depends on. There the old cells make no sense: begin again, or show
 * the whole new map.
 *
 * @param {Slide} now
 * @param {Partial<Slide>} changes
 */
export function resize(now, changes) {
  const complete = now.filled === last(now);
  Object.assign(now, changes);
  now.at = 0;
  now.filled = complete ? last(now) : 0;
}

/**
 * Begin anew where the end is reached.
 *
 * @param {Slide} now
 */
export function rewind(now) {
  if (now.at === last(now)) now.at = 0;
  if (now.filled === last(now)) now.filled = now.at;
}
