// What a reader has drawn and set, and the same as the part of an address behind its #.

import { FINE, SIDE } from "./picture.js";
import { NOISES } from "./random.js";

export const STAGES = ["conv1", "pool1", "conv2", "pool2"];

/** @type {State} */
const START = {
  strokes: [],
  digit: null,
  centre: true,
  remap: false,
  kind: "uniform",
  noise: 0,
  seed: 1,
  right: 0,
  down: 0,
  turn: 0,
  scale: 100,
  chosen: null,
  unit: { layer: "conv2", map: 0, row: 4, column: 4 },
};

/** What the lab opens with: a seven with its bar. */
export const SEVEN = [
  [
    [30, 28],
    [82, 28],
    [50, 92],
  ],
  [
    [42, 60],
    [80, 60],
  ],
];

/**
 * Tell whether nothing but the seven is drawn.
 *
 * @param {State} state
 */
export const opening = ({ strokes, digit }) =>
  digit === null && JSON.stringify(strokes) === JSON.stringify(SEVEN);

/**
 * @param {Partial<State>} [changes]
 * @returns {State}
 */
export const started = (changes) => ({ ...structuredClone(START), ...changes });

/**
 * The letter in the address, the name, and how far it may go.
 *
 * @typedef {"right" | "down" | "turn" | "scale" | "noise" | "seed" | "digit" | "chosen"} Amount
 * @type {[letter: string, name: Amount, least: number, most: number][]}
 */
const NUMBERS = [
  ["x", "right", -14, 14],
  ["y", "down", -14, 14],
  ["r", "turn", -180, 180],
  ["s", "scale", 50, 200],
  ["n", "noise", 0, 100],
  ["e", "seed", 1, 9999],
  ["t", "digit", 0, 99],
  ["g", "chosen", 0, 9],
];
const MOST = SIDE * FINE;

/** @param {number[][][]} strokes */
function packed(strokes) {
  // Longer strokes than a byte can count go on in another that begins where they end.
  const bytes = strokes.flatMap(pieces).flatMap((piece) => [piece.length, ...piece.flat()]);
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {number[][]} stroke */
function pieces(stroke) {
  const found = [];
  for (let at = 0; at === 0 || at < stroke.length - 1; at += 254) {
    found.push(stroke.slice(at, at + 255));
  }
  return found;
}

/** @param {string} text */
function unpacked(text) {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Array.from(letters, (letter) => letter.charCodeAt(0));
  const strokes = [];
  for (let at = 0; at < bytes.length; at += 1 + 2 * bytes[at]) {
    const places = bytes.slice(at + 1, at + 1 + 2 * bytes[at]).map((p) => Math.min(MOST, p));
    const stroke = Array.from({ length: places.length >> 1 }, (_, i) => [
      places[2 * i],
      places[2 * i + 1],
    ]);
    if (stroke.length) strokes.push(stroke);
  }
  return strokes;
}

/**
 * Write a state as the part of an address; what is as at the start is left out.
 *
 * @param {State} state
 */
export function written(state) {
  const parts = [];
  if (state.strokes.length || state.digit === null) parts.push(["d", packed(state.strokes)]);
  for (const [letter, name] of NUMBERS) {
    if (state[name] !== START[name]) parts.push([letter, state[name]]);
  }
  if (state.kind !== START.kind) parts.push(["k", state.kind]);
  if (!state.centre) parts.push(["c", 0]);
  if (state.remap) parts.push(["m", 1]);
  const unit = Object.values(state.unit).join(".");
  if (unit !== Object.values(START.unit).join(".")) parts.push(["u", unit]);
  return parts.map(([name, value]) => `${name}=${value}`).join("&");
}

/**
 * Read a state; null where there is none. What makes no sense is as at the start.
 *
 * @param {string} text
 */
export function read(text) {
  const given = new URLSearchParams(text.replace(/^#/, ""));
  if (!given.has("d") && !given.has("t")) return null;
  const state = started();
  try {
    state.strokes = unpacked(given.get("d") ?? "");
  } catch {
    // a cut address: no strokes
  }
  for (const [letter, name, least, most] of NUMBERS) {
    const value = Number.parseInt(given.get(letter) ?? "", 10);
    if (Number.isFinite(value)) state[name] = Math.min(most, Math.max(least, value));
  }
  const kind = given.get("k") ?? "";
  if (kind in NOISES) state.kind = kind;
  state.centre = given.get("c") !== "0";
  state.remap = given.get("m") === "1";
  const [layer, ...places] = (given.get("u") ?? "").split(".");
  const [map, row, column] = places.map((place) => Number.parseInt(place, 10));
  if (STAGES.includes(layer) && [map, row, column].every((place) => place >= 0)) {
    state.unit = { layer, map, row, column };
  }
  return state;
}
