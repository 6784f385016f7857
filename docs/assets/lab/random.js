// Chance from a seed, the same in every browser, and the four kinds of noise of the course.

/** @typedef {() => number} Chance from 0 to 1 */

/**
 * A generator of numbers from 0 to 1 (Tommy Ettinger's Mulberry32).
 *
 * @param {number} seed
 * @returns {Chance}
 */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} value */
const clamped = (value) => Math.min(1, Math.max(0, value));

/** @param {Chance} chance */
const normal = (chance) =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** @param {Float32Array} values @param {Chance} chance */
function shuffled(values, chance) {
  const order = Float32Array.from(values);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * As in cnnviz/data/noise.py, and by the same names.
 *
 * @type {Record<string, (image: Float32Array, chance: Chance) => Float32Array>}
 */
export const NOISES = {
  uniform: (image, chance) => image.map(() => chance()),
  normal: (image, chance) => image.map(() => clamped(0.5 + 0.25 * normal(chance))),
  salt_and_pepper: (image, chance) => image.map(() => (chance() < 0.5 ? 1 : 0)),
  shuffled_digits: shuffled,
};

/**
 * Mix noise into an image: `share` of it noise, the rest the image.
 *
 * @param {Float32Array} image
 * @param {{ kind: string, share: number, seed: number }} wanted
 */
export function noisy(image, { kind, share, seed }) {
  if (!share) return image;
  const noise = NOISES[kind](image, seeded(seed));
  return image.map((value, i) => (1 - share) * value + share * noise[i]);
}
