// The pad: draws with finger, pen, mouse or keyboard, and shows what was drawn.

import { make } from "../widgets/parts/elements.js";
import { fill } from "../widgets/parts/page.js";
import { paint } from "./colours.js";
import { FINE, SIDE } from "./picture.js";

const SHARP = 20; // pixels of the pad for one of the picture
const PEN = 2.4; // px: how wide a stroke is shown
const NEAR = 2; // quarters of a pixel: places nearer than that are one
const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const END = SIDE * FINE;
const within = (place) => Math.min(END, Math.max(0, Math.round(place)));

/**
 * `began` hears of a new stroke, `went` of each place it goes on to, `undo` and `clear` of their
 * keys, `tell` gets what a screen reader is to say.
 */
export function drawing({ words, began, went, undo, clear, tell }) {
  const canvas = make("canvas", {
    class: "cv-lab__pad",
    width: SIDE * SHARP,
    height: SIDE * SHARP,
    tabindex: 0,
    role: "application",
    "aria-label": words.pad,
    "aria-describedby": "cv-lab-keys",
  });
  const small = document.createElement("canvas");
  const pen = { place: [END / 2, END / 4], down: false, shown: false };
  let last = null; // of a stroke under way

  // ----- Finger, pen and mouse

  const placeOf = ({ clientX, clientY }) => {
    const box = canvas.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height].map((p) =>
      within(p * END),
    );
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    Object.assign(pen, { down: false, shown: false });
    last = placeOf(event);
    began(last);
    event.preventDefault();
    canvas.focus({ preventScroll: true });
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last || !canvas.hasPointerCapture(event.pointerId)) return;
    const places = event.getCoalescedEvents?.() ?? [];
    for (const place of (places.length ? places : [event]).map(placeOf)) {
      if (Math.hypot(place[0] - last[0], place[1] - last[1]) < NEAR) continue;
      last = place;
      went(place);
    }
  });
  for (const end of ["pointerup", "pointercancel"])
    canvas.addEventListener(end, () => {
      if (last) went(last, false);
      last = null;
    });

  // ----- Keyboard

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
    } else if (key === "Backspace") lift(undo);
    else if (key === "Delete") lift(clear);
    else return;
    event.preventDefault();
    const [x, y] = pen.place.map((p) => Math.min(SIDE, Math.floor(p / FINE) + 1));
    tell(fill(pen.down ? words.pen_down : words.pen_up, { row: y, column: x }));
  });
  canvas.addEventListener("blur", () => Object.assign(pen, { down: false }));

  function lift(act) {
    pen.down = false;
    act();
  }

  // ----- The picture

  function show({ state, base, outlines, ramps, colour }) {
    const brush = canvas.getContext("2d");
    brush.setTransform(SHARP, 0, 0, SHARP, 0, 0);
    brush.imageSmoothingEnabled = false;
    paint(small, base ?? new Float32Array(SIDE * SIDE), SIDE, ramps.grey);
    brush.drawImage(small, 0, 0);
    brush.strokeStyle = colour("faint");
    brush.lineWidth = 1 / SHARP;
    brush.beginPath();
    for (let at = 1; at < SIDE; at += 1) {
      brush.moveTo(at, 0);
      brush.lineTo(at, SIDE);
      brush.moveTo(0, at);
      brush.lineTo(SIDE, at);
    }
    brush.stroke();
    Object.assign(brush, {
      strokeStyle: colour("ink"),
      lineWidth: PEN,
      lineCap: "round",
      lineJoin: "round",
    });
    for (const stroke of state.strokes) traced(brush, [...stroke, stroke.at(-1)].map(inPixels));
    for (const [edge, role] of [
      [4, "surface"],
      [2, "cnn"],
    ]) {
      if (last) break; // who draws wants to see the drawing
      Object.assign(brush, { strokeStyle: colour(role), lineWidth: edge / SHARP });
      for (const outline of outlines)
        traced(
          brush,
          [...outline, outline[0]].map(([x, y]) => [x + 0.5, y + 0.5]),
        );
    }
    if (pen.shown) tip(brush, colour);
  }

  function tip(brush, colour) {
    const [x, y] = inPixels(pen.place);
    for (const [wide, role] of [
      [0.5, "surface"],
      [0.25, "second"],
    ]) {
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

  return { canvas, show };
}

const inPixels = (place) => place.map((p) => p / FINE);

function traced(brush, places) {
  brush.beginPath();
  places.forEach(([x, y], i) => (i ? brush.lineTo(x, y) : brush.moveTo(x, y)));
  brush.stroke();
}
