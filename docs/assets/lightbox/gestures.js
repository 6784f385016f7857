// How a reader moves a picture behind its pane: by wheel, by fingers, by keys.

/** @import { View } from "./view.js" */

const TAP = 6; // px that a finger may stray
const STEP = 60; // px that an arrow key moves the picture
const NEARER = 1.5; // times, by a key
/** @type {Record<string, [number, number]>} */
const WAYS = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** @param {HTMLElement} pane @param {MouseEvent} event */
function within(pane, { clientX, clientY }) {
  const box = pane.getBoundingClientRect();
  return [clientX - box.left, clientY - box.top];
}

/** @param {HTMLElement} pane @param {View} view */
export function wheel(pane, { zoom }) {
  const turned = (/** @type {WheelEvent} */ event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), within(pane, event));
  };
  pane.addEventListener("wheel", turned, { passive: false });
}

/**
 * One finger moves the picture, two zoom. `pointed` hears of a place that was tapped, or that a
 * mouse passes over.
 *
 * @param {HTMLElement} pane
 * @param {View} view
 * @param {(at: number[]) => void} pointed
 */
export function fingers(pane, { zoom, move }, pointed) {
  /** @type {Map<number, number[]>} */
  const places = new Map(); // of each finger
  let strayed = 0; // px since the first came down

  pane.addEventListener("pointerdown", (event) => {
    if (places.size === 0) strayed = 0;
    places.set(event.pointerId, within(pane, event));
    pane.setPointerCapture(event.pointerId);
  });
  pane.addEventListener("pointermove", (event) => {
    const now = within(pane, event);
    const last = places.get(event.pointerId);
    if (!last) return pointed(now);
    const [right, down] = [now[0] - last[0], now[1] - last[1]];
    strayed += Math.hypot(right, down);
    const other = [...places.keys()].find((id) => id !== event.pointerId);
    const still = other === undefined ? undefined : places.get(other);
    if (still) {
      const [before, after] = [last, now].map((at) =>
        Math.hypot(at[0] - still[0], at[1] - still[1]),
      );
      zoom(after / Math.max(before, 1), [(now[0] + still[0]) / 2, (now[1] + still[1]) / 2]);
      move(right / 2, down / 2);
    } else move(right, down);
    places.set(event.pointerId, now);
  });
  pane.addEventListener("pointerup", (event) => {
    places.delete(event.pointerId);
    if (strayed < TAP) pointed(within(pane, event));
  });
  pane.addEventListener("pointercancel", ({ pointerId }) => places.delete(pointerId));
}

/** @param {HTMLElement} pane @param {View} view */
export function keys(pane, { zoom, move, whole }) {
  /** @type {Record<string, () => void>} */
  const acts = {
    "+": () => zoom(NEARER),
    "=": () => zoom(NEARER),
    "-": () => zoom(1 / NEARER),
    0: whole,
  };
  pane.addEventListener("keydown", (event) => {
    const way = pane.dataset.moves === "yes" && WAYS[event.key];
    if (way) move(...way);
    else if (event.key in acts && !event.ctrlKey && !event.metaKey) acts[event.key]();
    else return;
    event.preventDefault(); // the window's own keys heed this
  });
}
