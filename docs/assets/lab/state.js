// What a reader has drawn and set, and the same as the part of an address behind its #.

import { NOISES } from "./random.js";
import { FINE, SIDE } from "./picture.js";

export const STAGES = ["conv1", "pool1", "conv2", "pool2"];
const START = {
  strokes: [], // lists of [x, y] in quarters of a pixel
  digit: null, // the place of a test digit that lies below the strokes
  centre: true,
  remap: false,
  kind: "uniform",
  noise: 0,
  seed: 1,
  right: 0,
  down: 0,
  turn: 0,
  scale: 100,
  chosen: null, // the class of the heat map; null is the CNN's answer
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

/** Whether nothing but the seven is drawn. */
export const opening = ({ strokes, digit }) =>
  digit === null && JSON.stringify(strokes) === JSON.stringify(SEVEN);

export const started = (changes) => ({ ...structuredClone(START), ...changes });

// By the letter in the address: the name, and how far it may go.
const NUMBERS = {
  x: ["right", -14, 14],
  y: ["down", -14, 14],
  r: ["turn", -180, 180],
  s: ["scale", 50, 200],
  n: ["noise", 0, 100],
  e: ["seed", 1, 9999],
  t: ["digit", 0, 99],
  g: ["chosen", 0, 9],
};
const MOST = SIDE * FINE;

function packed(strokes) {
  const bytes = strokes.flatMap((stroke) => [
    // Longer strokes than a byte can count go on in another that begins where they end.
    ...pieces(stroke).flatMap((piece) => [piece.length, ...piece.flat()]),
  ]);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function pieces(stroke) {
  const found = [];
  for (let at = 0; at === 0 || at < stroke.length - 1; at += 254)
    found.push(stroke.slice(at, at + 255));
  return found;
}

function unpacked(text) {
  const bytes = Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
    c.charCodeAt(0),
  );
  const strokes = [];
  for (let at = 0; at < bytes.length; at += 1 + 2 * bytes[at]) {
    const places = bytes.slice(at + 1, at + 1 + 2 * bytes[at]);
    const stroke = Array.from({ length: places.length >> 1 }, (_, i) => [
      places[2 * i],
      places[2 * i + 1],
    ]);
    if (stroke.length) strokes.push(stroke.map((place) => place.map((p) => Math.min(MOST, p))));
  }
  return strokes;
}

/** Write a state as the part of an address; what is as at the start is left out. */
export function written(state) {
  const parts = [];
  if (state.strokes.length || state.digit === null) parts.push(["d", packed(state.strokes)]);
  for (const [letter, [name]] of Object.entries(NUMBERS)) {
    if (state[name] !== START[name]) parts.push([letter, state[name]]);
  }
  if (state.kind !== START.kind) parts.push(["k", state.kind]);
  if (!state.centre) parts.push(["c", 0]);
  if (state.remap) parts.push(["m", 1]);
  const unit = Object.values(state.unit).join(".");
  if (unit !== Object.values(START.unit).join(".")) parts.push(["u", unit]);
  return parts.map(([name, value]) => `${name}=${value}`).join("&");
}

/** Read a state; null where there is none. What makes no sense is as at the start. */
export function read(text) {
  const given = new URLSearchParams(text.replace(/^#/, ""));
  if (!given.has("d") && !given.has("t")) return null;
  const state = started();
  try {
    state.strokes = unpacked(given.get("d") ?? "");
  } catch {
    /* a cut address: no strokes */
  }
  for (const [letter, [name, least, most]] of Object.entries(NUMBERS)) {
    const value = Number.parseInt(given.get(letter), 10);
    if (Number.isFinite(value)) state[name] = Math.min(most, Math.max(least, value));
  }
  if (given.get("k") in NOISES) state.kind = given.get("k");
  state.centre = given.get("c") !== "0";
  state.remap = given.get("m") === "1";
  const [layer, ...places] = (given.get("u") ?? "").split(".");
  const [map, row, column] = places.map((place) => Number.parseInt(place, 10));
  if (STAGES.includes(layer) && [map, row, column].every((place) => place >= 0)) {
    state.unit = { layer, map, row, column };
  }
  return state;
}
