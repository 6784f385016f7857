// A test digit that nobody chose, often with something done to it.

import { NOISES } from "./random.js";

/** @param {number} least @param {number} most */
const between = (least, most) => least + Math.floor(Math.random() * (most - least + 1));

/** @template Thing @param {Thing[]} things */
const oneOf = (things) => things[between(0, things.length - 1)];

/** @type {(() => Partial<State>)[]} */
const TRICKS = [
  () => ({}),
  () => ({}),
  () => ({ right: oneOf([-6, -4, 4, 6]), down: oneOf([-3, 0, 3]) }),
  () => ({ turn: oneOf([-90, -45, -30, 30, 45, 90, 180]) }),
  () => ({ scale: oneOf([50, 60, 140, 160]) }),
  () => ({ noise: between(3, 8) * 10, kind: oneOf(Object.keys(NOISES)), seed: between(1, 9999) }),
  () => ({ remap: true }),
];
const AS_IT_IS = { right: 0, down: 0, turn: 0, scale: 100, noise: 0, remap: false, chosen: null };

/**
 * Say what changes, given how many digits there are.
 *
 * @param {number} count
 * @returns {Partial<State>}
 */
export const surprise = (count) => ({
  ...AS_IT_IS,
  strokes: [],
  digit: between(0, count - 1),
  ...oneOf(TRICKS)(),
});
