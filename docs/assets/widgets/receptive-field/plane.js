// Layers drawn above one another, leaning to the right, with what is seen in each.

import { draw } from "../../parts/elements.js";

/** @import { Floor, Region } from "./tower.js" */
/** @typedef {[x: number, y: number]} Point */

export const WIDE = 300;
export const HIGH = 420;
const LEAN = 62;

/** @param {Floor[]} layers */
const band = (layers) => HIGH / layers.length;

/**
 * Where a point of layer i is drawn: down and right go from 0 to 1.
 *
 * @param {Floor[]} layers
 * @param {number} i
 * @param {number} down
 * @param {number} right
 * @returns {Point}
 */
function spot(layers, i, down, right) {
  const high = band(layers);
  const depth = high * (layers.length > 4 ? 0.8 : 0.66);
  const y = HIGH - high * (i + 1) + (high - depth) / 2 + depth * down;
  return [2 + LEAN * (1 - down) + (WIDE - 4 - LEAN) * right, y];
}

/** @param {string} kind @param {Point[]} corners */
const shape = (kind, corners) =>
  draw("polygon", {
    class: `cv-tower__${kind}`,
    points: corners.map((corner) => corner.join()).join(" "),
  });

/**
 * @param {Floor[]} layers
 * @param {number} i
 * @param {Region} region
 */
function corners(layers, i, { rows, columns }) {
  const { side } = layers[i];
  const [top, bottom] = [rows.first / side, (rows.last + 1) / side];
  const [left, right] = [columns.first / side, (columns.last + 1) / side];
  return [
    spot(layers, i, top, left),
    spot(layers, i, top, right),
    spot(layers, i, bottom, right),
    spot(layers, i, bottom, left),
  ];
}

/** @param {Floor[]} layers @param {number} i */
function lines(layers, i) {
  const { side } = layers[i];
  const ways = Array.from({ length: side - 1 }, (_, k) => {
    const share = (k + 1) / side;
    const across = `M${spot(layers, i, share, 0)}L${spot(layers, i, share, 1)}`;
    const along = `M${spot(layers, i, 0, share)}L${spot(layers, i, 1, share)}`;
    return across + along;
  });
  return draw("path", { class: "cv-tower__lines", d: ways.join("") });
}

/**
 * Draw every layer, what is seen of it, and how that widens towards the layer below.
 *
 * @param {Floor[]} layers
 * @param {Region[]} seen
 */
export function drawn(layers, seen) {
  return layers.flatMap(({ side }, i) => {
    const all = { first: 0, last: side - 1 };
    const lit = corners(layers, i, seen[i]);
    const above = i + 1 < layers.length ? corners(layers, i + 1, seen[i + 1]) : null;
    const beams = above
      ? lit.map((corner, k) => {
          const next = (k + 1) % lit.length;
          return shape("beam", [corner, lit[next], above[next], above[k]]);
        })
      : [];
    const layer = shape("layer", corners(layers, i, { rows: all, columns: all }));
    return [layer, lines(layers, i), shape("seen", lit), ...beams];
  });
}

/**
 * Say where in its layer a point of the drawing lies, down and right, from 0 to 1.
 *
 * @param {Floor[]} layers
 * @param {Point} point
 */
export function shares(layers, [x, y]) {
  const i = Math.min(Math.max(Math.floor((HIGH - y) / band(layers)), 0), layers.length - 1);
  const [[, first], [, last]] = [spot(layers, i, 0, 0), spot(layers, i, 1, 0)];
  const down = (y - first) / (last - first);
  const [left] = spot(layers, i, down, 0);
  const [right] = spot(layers, i, down, 1);
  return [down, (x - left) / (right - left)];
}
