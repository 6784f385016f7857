// A picture behind a window pane: drawn near by wheel, fingers, keys or buttons, and moved about.

import { make } from "../widgets/parts/elements.js";

const NEAREST = 12; // times the size at which all of it is seen
const NARROW = 600; // px of a pane
const TAP = 6; // px that a finger may stray
const STEP = 60; // px that an arrow key moves the picture

const between = (low, value, high) => Math.min(Math.max(value, low), high);

/** `pointed` hears of the place under the pointer, in shares of the picture. */
export function pane({ label, pointed }) {
  const mark = make("div", { class: "cv-lightbox__mark", hidden: true });
  const sheet = make("div", { class: "cv-lightbox__sheet" }, mark);
  const node = make(
    "div",
    { class: "cv-lightbox__pane", tabindex: 0, role: "group", "aria-label": label },
    sheet,
  );
  let ratio = 1; // of the picture, width to height
  let scale = 1; // 1: all of it is seen
  let [x, y] = [0, 0]; // of its upper left corner

  const room = () => [node.clientWidth, node.clientHeight];
  const fitting = ([width, height]) => Math.min(width, height * ratio);
  const size = () => {
    const width = fitting(room()) * scale;
    return [width, width / ratio];
  };

  function place() {
    const [width, height] = size();
    const [wide, high] = room();
    x = width <= wide ? (wide - width) / 2 : between(wide - width, x, 0);
    y = height <= high ? (high - height) / 2 : between(high - height, y, 0);
    sheet.style.width = `${width}px`;
    sheet.style.translate = `${x}px ${y}px`;
    node.dataset.moves = width > wide + 1 || height > high + 1 ? "yes" : "no";
  }

  function zoom(by, [left, top] = room().map((length) => length / 2)) {
    const before = scale;
    scale = between(1, scale * by, NEAREST);
    x = left - (left - x) * (scale / before);
    y = top - (top - y) * (scale / before);
    place();
  }

  function whole() {
    scale = 1;
    place();
  }

  // A tall picture is not made small to be seen whole: it begins at its top, as wide as there is room.
  // On a phone, where the page showed it as wide, it begins nearer, and is moved about.
  function show(images) {
    const [width, height] = ["width", "height"].map((name) => Number(images[0].getAttribute(name)));
    ratio = width / height;
    const copies = images.map((image) => {
      const copy = image.cloneNode();
      copy.draggable = false;
      return copy;
    });
    sheet.replaceChildren(...copies, mark);
    const [wide] = room();
    scale = Math.max(1, Math.min(wide < NARROW ? 2 * wide : wide, width * 1.4) / fitting(room()));
    [x, y] = [0, 0];
    place();
  }

  function move(right, down) {
    x += right;
    y += down;
    place();
  }

  // How far to move so that a span of the picture lies inside the pane.
  const nudge = (from, to, room) => (from < 0 ? -from : Math.min(0, room - to));

  /** Bring a box, in shares of the picture, into sight. */
  function reveal({ left, top, width, height }) {
    const [across, down] = size();
    const [wide, high] = room();
    move(
      nudge(x + left * across, x + (left + width) * across, wide),
      nudge(y + top * down, y + (top + height) * down, high),
    );
  }

  // ----- Wheel, fingers, keys

  const within = ({ clientX, clientY }) => {
    const box = node.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top];
  };

  function point(event) {
    const [left, top] = within(event);
    const [width, height] = size();
    pointed([(left - x) / width, (top - y) / height]);
  }

  node.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), within(event));
    },
    { passive: false },
  );

  const fingers = new Map(); // where each is
  let strayed = 0; // px since the first came down

  node.addEventListener("pointerdown", (event) => {
    if (fingers.size === 0) strayed = 0;
    fingers.set(event.pointerId, within(event));
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return point(event);
    const now = within(event);
    const [right, down] = [now[0] - last[0], now[1] - last[1]];
    strayed += Math.hypot(right, down);
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (other) {
      const distance = (at) => Math.hypot(at[0] - other[0], at[1] - other[1]);
      zoom(distance(now) / Math.max(distance(last), 1), [
        (now[0] + other[0]) / 2,
        (now[1] + other[1]) / 2,
      ]);
      move(right / 2, down / 2);
    } else move(right, down);
    fingers.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    node.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      if (end === "pointerup" && strayed < TAP) point(event);
    });
  }

  const KEYS = { "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: whole };
  const WAYS = {
    ArrowLeft: [STEP, 0],
    ArrowRight: [-STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  };
  node.addEventListener("keydown", (event) => {
    const way = node.dataset.moves === "yes" && WAYS[event.key];
    if (way) move(...way);
    else if (event.key in KEYS && !event.ctrlKey && !event.metaKey) KEYS[event.key]();
    else return;
    event.preventDefault(); // the window's own keys heed this
  });

  new ResizeObserver(place).observe(node);

  return { node, mark, show, zoom, whole, reveal };
}
