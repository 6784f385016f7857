// What was drawn, as the pad shows it: its pixels, its strokes, a unit's field, and the pen.

import { brushOf, paint } from "./colours.js";
import { FINE, SIDE } from "./picture.js";

export const SHARP = 20; // pixels of the pad for one of the picture
const PEN = 2.4; // px: how wide a stroke is shown

/**
 * Where the pen of the keyboard is, and whether it draws.
 *
 * @typedef {{ place: number[], down: boolean, shown: boolean }} Pen
 */

/**
 * What is to be seen on the pad.
 *
 * @typedef {object} Look
 * @property {State} state
 * @property {Float32Array} [base] a test digit below the strokes
 * @property {number[][][]} outlines of a unit's field
 * @property {Ramps} ramps
 * @property {Colour} colour
 */

/** @param {number[]} place */
const inPixels = (place) => place.map((p) => p / FINE);

/** @param {CanvasRenderingContext2D} brush @param {number[][]} places */
function traced(brush, places) {
  brush.beginPath();
  for (const [x, y] of places) brush.lineTo(x, y); // the first one only begins
  brush.stroke();
}

/** @param {CanvasRenderingContext2D} brush */
function grid(brush) {
  brush.lineWidth = 1 / SHARP;
  brush.beginPath();
  for (let at = 1; at < SIDE; at += 1) {
    brush.moveTo(at, 0);
    brush.lineTo(at, SIDE);
    brush.moveTo(0, at);
    brush.lineTo(SIDE, at);
  }
  brush.stroke();
}

/** @param {CanvasRenderingContext2D} brush @param {Pen} pen @param {Colour} colour */
function tip(brush, pen, colour) {
  const [x, y] = inPixels(pen.place);
  /** @type {[number, string][]} */
  const lines = [
    [0.5, "surface"],
    [0.25, "second"],
  ];
  for (const [wide, role] of lines) {
    Object.assign(brush, { strokeStyle: colour(role), lineWidth: wide });
    traced(brush, [
      [x - 1.6, y],
      [x + 1.6, y],
    ]);
    traced(brush, [
      [x, y - 1.6],
      [x, y + 1.6],
    ]);
  }
  if (!pen.down) return;
  brush.fillStyle = colour("second");
  brush.beginPath();
  brush.arc(x, y, 0.7, 0, 7);
  brush.fill();
}

/** @param {HTMLCanvasElement} canvas */
export function sketch(canvas) {
  const small = document.createElement("canvas");

  /** @param {Look} now @param {Pen} pen */
  return ({ state, base, outlines, ramps, colour }, pen) => {
    const brush = brushOf(canvas);
    brush.setTransform(SHARP, 0, 0, SHARP, 0, 0);
    brush.imageSmoothingEnabled = false;
    paint(small, base ?? new Float32Array(SIDE * SIDE), SIDE, ramps.grey);
    brush.drawImage(small, 0, 0);
    brush.strokeStyle = colour("faint");
    grid(brush);
    const round = { lineCap: "round", lineJoin: "round" };
    Object.assign(brush, { strokeStyle: colour("ink"), lineWidth: PEN, ...round });
    for (const stroke of state.strokes) {
      traced(brush, [...stroke, ...stroke.slice(-1)].map(inPixels)); // a dot is a line, too
    }
    /** @type {[number, string][]} */
    const edges = [
      [4, "surface"],
      [2, "cnn"],
    ];
    for (const [edge, role] of edges) {
      Object.assign(brush, { strokeStyle: colour(role), lineWidth: edge / SHARP });
      for (const outline of outlines) {
        traced(
          brush,
          [...outline, outline[0]].map(([x, y]) => [x + 0.5, y + 0.5]),
        );
      }
    }
    if (pen.shown) tip(brush, pen, colour);
  };
}
