// The pad: draws with finger, pen, mouse or keyboard, and shows what was drawn.

import { make } from "../parts/elements.js";
import { fill } from "../parts/words.js";
import { FINE, SIDE } from "./picture.js";
import { SHARP, sketch } from "./sketch.js";

/** @import { Look, Pen } from "./sketch.js" */

const NEAR = 2; // quarters of a pixel: places nearer than that are one
const END = SIDE * FINE;
/** @type {Record<string, [right: number, down: number]>} */
const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @param {number} place */
const within = (place) => Math.min(END, Math.max(0, Math.round(place)));

/**
 * `began` hears of a new stroke, `went` of each place it goes on to, or that only the pen is moved
 * to; `undo` and `clear` of their keys; `tell` gets what a screen reader is to say.
 *
 * @typedef {object} Hear
 * @property {(place: number[]) => void} began
 * @property {(place: number[], down?: boolean) => void} went
 * @property {() => void} undo
 * @property {() => void} clear
 * @property {(text: string) => void} tell
 */

/** @param {Words} words @param {Hear} hear */
export function drawing(words, hear) {
  const canvas = make("canvas", {
    class: "cv-lab__pad",
    width: SIDE * SHARP,
    height: SIDE * SHARP,
    tabindex: 0,
    role: "application",
    "aria-label": words.pad,
    "aria-describedby": "cv-lab-keys",
  });
  /** @type {Pen} */
  const pen = { place: [END / 2, END / 4], down: false, shown: false };
  const paint = sketch(canvas);
  const underWay = pointers(canvas, hear, () => Object.assign(pen, { down: false, shown: false }));
  keys(canvas, words, hear, pen);

  /** @param {Look} now */
  function show(now) {
    const outlines = underWay() ? [] : now.outlines; // who draws wants to see the drawing
    paint({ ...now, outlines }, pen);
  }

  return { canvas, show };
}

/**
 * Draw with finger, pen and mouse. The function it gives tells whether a stroke is under way.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Hear} hear
 * @param {() => void} instead of the keyboard
 */
function pointers(canvas, { began, went }, instead) {
  /** @type {number[] | null} */
  let last = null; // place of a stroke under way

  /** @param {PointerEvent} event */
  const placeOf = ({ clientX, clientY }) => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
    return [within(x * END), within(y * END)];
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    instead();
    last = placeOf(event);
    began(last);
    event.preventDefault();
    canvas.focus({ preventScroll: true });
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last || !canvas.hasPointerCapture(event.pointerId)) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const place of (events.length ? events : [event]).map(placeOf)) {
      if (Math.hypot(place[0] - last[0], place[1] - last[1]) < NEAR) continue;
      last = place;
      went(place);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      if (last) went(last, false);
      last = null;
    });
  }
  return () => last !== null;
}

/**
 * Draw with the keyboard.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Words} words
 * @param {Hear} hear
 * @param {Pen} pen is changed
 */
function keys(canvas, words, { began, went, undo, clear, tell }, pen) {
  /** @param {() => void} act */
  function lifted(act) {
    pen.down = false;
    act();
  }

  canvas.addEventListener("keydown", (event) => {
    const { key, shiftKey } = event;
    if (key in STEPS) {
      const far = FINE * (shiftKey ? 4 : 1);
      pen.place = pen.place.map((p, axis) => within(p + far * STEPS[key][axis]));
      pen.shown = true;
      went(pen.place, pen.down); // also where only the pen moves, to show it
    } else if (key === " ") {
      Object.assign(pen, { down: !pen.down, shown: true });
      if (pen.down) began(pen.place);
      else went(pen.place, false);
    } else if (key === "Backspace") lifted(undo);
    else if (key === "Delete") lifted(clear);
    else return;
    event.preventDefault();
    const [column, row] = pen.place.map((p) => Math.min(SIDE, Math.floor(p / FINE) + 1));
    tell(fill(pen.down ? words.pen_down : words.pen_up, { row, column }));
  });
  canvas.addEventListener("blur", () => {
    pen.down = false;
  });
}
