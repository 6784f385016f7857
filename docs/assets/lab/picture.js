// From strokes to the 28×28 grey values that a network gets, and the way of a place back.

import { noisy } from "./random.js";

export const SIDE = 28;
export const FINE = 4; // a stroke's places are quarters of a pixel
const PEN = 1.2; // px: the radius of its tip, about that of MNIST's writers
const BOX = 20; // px: MNIST's digits fit into such a square

/**
 * A map of places: (x, y) goes to (a·x + b·y + c, d·x + e·y + f).
 *
 * @typedef {[a: number, b: number, c: number, d: number, e: number, f: number]} Way
 */

/** @type {Way} */
const UNMOVED = [1, 0, 0, 0, 1, 0];

/** @param {Way} way @param {number[]} place */
const sent = ([a, b, c, d, e, f], [x, y]) => [a * x + b * y + c, d * x + e * y + f];

/** @param {number} x @param {number} y @param {number[]} from @param {number[]} to */
function farFrom(x, y, [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - part * dx, y - fromY - part * dy);
}

/**
 * Draw strokes, lists of places in pixels, with a round pen whose edge is one pixel soft.
 *
 * @param {number[][][]} strokes
 * @param {Float32Array} [base] what lies below
 */
export function inked(strokes, base) {
  const image = base ? Float32Array.from(base) : new Float32Array(SIDE * SIDE);
  const reach = PEN + 0.5;
  for (const stroke of strokes) {
    for (const [i, to] of stroke.entries()) {
      const from = stroke[Math.max(0, i - 1)];
      const rows = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
      const columns = [Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach];
      for (let y = Math.max(0, Math.ceil(rows[0])); y <= Math.min(SIDE - 1, rows[1]); y += 1) {
        const last = Math.min(SIDE - 1, columns[1]);
        for (let x = Math.max(0, Math.ceil(columns[0])); x <= last; x += 1) {
          const ink = Math.min(1, Math.max(0, reach - farFrom(x, y, from, to)));
          image[y * SIDE + x] = Math.max(image[y * SIDE + x], ink);
        }
      }
    }
  }
  return image;
}

/**
 * Say how MNIST would place strokes: enlarged or shrunk into a box of 20×20 pixels, then moved by
 * whole pixels until the centre of their ink is that of the frame. The pen keeps its width.
 *
 * @param {number[][][]} strokes
 * @returns {Way}
 */
export function centring(strokes) {
  const places = strokes.flat();
  if (!places.length) return UNMOVED;
  const [left, right] = ends(places.map(([x]) => x));
  const [top, bottom] = ends(places.map(([, y]) => y));
  const long = Math.max(right - left, bottom - top);
  const times = long > 1 ? Math.min(4, (BOX - 2 * PEN) / long) : 1; // a dot stays a dot
  const middle = (SIDE - 1) / 2;
  const across = middle - (times * (left + right)) / 2;
  const down = middle - (times * (top + bottom)) / 2;
  /** @param {number[]} place */
  const fitted = (place) => sent([times, 0, across, 0, times, down], place);
  const [x, y] = centreOfInk(inked(strokes.map((stroke) => stroke.map(fitted))));
  const half = SIDE / 2; // of an even side, MNIST's middle is the later one
  return [times, 0, across + Math.round(half - x), 0, times, down + Math.round(half - y)];
}

/** @param {number[]} values */
const ends = (values) => [
  values.reduce((least, value) => Math.min(least, value), Infinity),
  values.reduce((most, value) => Math.max(most, value), -Infinity),
];

/** @param {Float32Array} image */
function centreOfInk(image) {
  let [ink, x, y] = [0, 0, 0];
  for (const [i, value] of image.entries()) {
    ink += value;
    x += value * (i % SIDE);
    y += value * Math.floor(i / SIDE);
  }
  return ink ? [x / ink, y / ink] : [SIDE / 2, SIDE / 2];
}

/**
 * Say from which place each place of the result comes, for scale, turn and shift in this order.
 *
 * @param {{ scale: number, turn: number, right: number, down: number }} amounts
 * @returns {Way}
 */
function moving({ scale, turn, right, down }) {
  const angle = (turn * Math.PI) / 180;
  const [along, across] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
  const middle = (SIDE - 1) / 2;
  const [x, y] = [-right - middle, -down - middle];
  return [
    along,
    -across,
    middle + along * x - across * y,
    across,
    along,
    middle + across * x + along * y,
  ];
}

/**
 * Move an image as cnnviz/methods/shifts.py does: bilinear, black from outside.
 *
 * @param {Float32Array} image
 * @param {{ scale: number, turn: number, right: number, down: number }} amounts
 */
export function moved(image, amounts) {
  const from = moving(amounts);
  /** @param {number} x @param {number} y */
  const at = (x, y) => (x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x]);
  return image.map((_, i) => {
    // Rounded, so that whole pixels stay whole although the computer's sine of 90° is not.
    const [x, y] = sent(from, [i % SIDE, Math.floor(i / SIDE)]).map(
      (p) => Math.round(p * 1e9) / 1e9,
    );
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [beside, below] = [x - left, y - top];
    return (
      (1 - below) * ((1 - beside) * at(left, top) + beside * at(left + 1, top))
      + below * ((1 - beside) * at(left, top + 1) + beside * at(left + 1, top + 1))
    );
  });
}

/** @param {Float32Array} image @param {Int32Array} order */
export const remapped = (image, order) => image.map((_, i) => image[order[i]]);

/**
 * Make the picture of a state, and say where a place of it lay when it was drawn.
 *
 * @param {State} state
 * @param {Float32Array} [base] a test digit below the strokes
 */
export function picture(state, base) {
  const strokes = state.strokes.map((stroke) =>
    stroke.map(([x, y]) => [x / FINE - 0.5, y / FINE - 0.5]),
  );
  // A test digit is centred already, and what is drawn on it stays where it was drawn.
  const fit = state.centre && !base ? centring(strokes) : UNMOVED;
  const placed = strokes.map((stroke) => stroke.map((at) => sent(fit, at)));
  const drawn = inked(placed, base);
  const amounts = { ...state, scale: state.scale / 100 };
  const from = moving(amounts);
  /** @param {number[]} at */
  const back = (at) => {
    const [x, y] = sent(from, at);
    return [(x - fit[2]) / fit[0], (y - fit[5]) / fit[4]]; // fits only enlarge and move
  };
  const image = noisy(moved(drawn, amounts), { ...state, share: state.noise / 100 });
  return { image, back };
}
