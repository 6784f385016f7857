// How large an output is, what its windows see and what they leave out, in the words of a page.

import { windows } from "../../parts/convolution.js";
import { counted, fill, number } from "../../parts/words.js";

/**
 * The size of a picture, of the kernel, of the padding, and the stride, as formulas call them.
 *
 * @typedef {Record<"W" | "K" | "P" | "S", number>} Sizes
 */

/** @param {Sizes} sizes */
export const fitting = ({ W, K, P, S }) => windows(W, K, S, P);

/**
 * Tell whether any window sees a place, counted from where the padding begins.
 *
 * @param {Sizes} sizes
 * @param {number} i
 */
export function seen(sizes, i) {
  const { K, S } = sizes;
  const last = Math.min(Math.floor(i / S), fitting(sizes).count - 1); // that begins at or before i
  return last >= 0 && i < last * S + K;
}

/** @param {Sizes} sizes */
export function pixelsUnseen(sizes) {
  const inside = Array.from({ length: sizes.W }, (_, i) => i + sizes.P);
  return inside.filter((i) => !seen(sizes, i)).length;
}

/**
 * Say what the i-th window sees.
 *
 * @param {Words} words
 * @param {Sizes} sizes
 * @param {number} i
 */
export function sees(words, { W, K, P, S }, i) {
  const before = i * S - P; // pixels count from 1, and the padding has no numbers
  const [first, last] = [Math.max(before + 1, 1), Math.min(before + K, W)];
  const inside = Math.max(0, last - first + 1);
  const some = inside < K ? words.window_both : words.window_at;
  const word = inside === 0 ? words.window_padding : some;
  return fill(word, { n: i + 1, first, last, padding: K - inside });
}

/**
 * Say why the windows fit, or what is left over.
 *
 * @param {Words} words
 * @param {Sizes} sizes
 */
export function explained(words, sizes) {
  const { W, K, P, S } = sizes;
  const { count, left } = fitting(sizes);
  const unseen = pixelsUnseen(sizes);
  if (count === 0) return fill(words.too_large, { k: K, room: W + 2 * P });
  if (!left) return unseen ? counted(words, "gaps", unseen) : words.whole;
  const why = fill(words.rest, { n: W - K + 2 * P, s: S, rest: left, o: number(count) });
  if (unseen === 0) return `${why} ${words.only_padding}`;
  const square = W ** 2 - (W - unseen) ** 2;
  const lost = fill(words.in_picture, { w: W, n: number(square) });
  return `${why} ${counted(words, "unseen", unseen)} ${lost}`;
}
