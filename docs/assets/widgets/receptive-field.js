// Layers above one another: what does one pixel at the top see of the picture at the bottom?

import { choices, toggle, voice } from "./parts/controls.js";
import { draw, make, stage } from "./parts/elements.js";
import { fill } from "./parts/page.js";
import { inside, spans, tower } from "./parts/receptive.js";

const SIDE = 24; // of the picture
const WIDE = 300; // of the drawing, with the layers leaning to the right
const HIGH = 420;
const LEAN = 62;
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export default function receptiveField(place, words) {
  const chosen = { kernel: 3, stride: 1, pooling: false };
  let layers = tower(SIDE, chosen);
  let at = [0.5, 0.5]; // where the chosen pixel lies between the borders, top and left

  const spoken = voice();
  const picture = draw("svg", {
    viewBox: `0 0 ${WIDE} ${HIGH}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  const plane = make(
    "div",
    {
      class: "cv-tower__plane",
      tabindex: 0,
      role: "application",
      "aria-label": words.plane,
    },
    picture,
  );
  const legend = make("ol", { class: "cv-tower__legend" });

  const top = () => layers.at(-1).side;
  const pixel = () => at.map((share) => Math.min(Math.floor(share * top()), top() - 1));
  const band = () => HIGH / layers.length;

  /** Where a point of layer i is drawn: down and right go from 0 to 1. */
  function spot(i, down, right) {
    const depth = band() * (layers.length > 4 ? 0.8 : 0.66);
    const y = HIGH - band() * (i + 1) + (band() - depth) / 2 + depth * down;
    return [2 + LEAN * (1 - down) + (WIDE - 4 - LEAN) * right, y];
  }

  const shape = (kind, corners) =>
    draw("polygon", { class: `cv-tower__${kind}`, points: corners.map((c) => c.join()).join(" ") });

  function region(i, { rows, columns }) {
    const { side } = layers[i];
    const [t, b] = [rows.first / side, (rows.last + 1) / side];
    const [l, r] = [columns.first / side, (columns.last + 1) / side];
    return [spot(i, t, l), spot(i, t, r), spot(i, b, r), spot(i, b, l)];
  }

  function lines(i) {
    const { side } = layers[i];
    const all = [];
    for (let k = 1; k < side; k += 1) {
      const s = k / side;
      all.push(`M${spot(i, s, 0)}L${spot(i, s, 1)}M${spot(i, 0, s)}L${spot(i, 1, s)}`);
    }
    return draw("path", { class: "cv-tower__lines", d: all.join("") });
  }

  function show() {
    const [row, column] = pixel();
    const rows = spans(layers, row);
    const columns = spans(layers, column);
    const seen = layers.map(({ side }, i) => ({
      rows: inside(rows[i], side),
      columns: inside(columns[i], side),
    }));
    const whole = { rows: { first: 0 }, columns: { first: 0 } };
    const shapes = layers.flatMap(({ side }, i) => {
      whole.rows.last = whole.columns.last = side - 1;
      const lit = region(i, seen[i]);
      const above = i + 1 < layers.length && region(i + 1, seen[i + 1]);
      const beams = above
        ? lit.map((corner, k) => {
            const next = (k + 1) % 4;
            return shape("beam", [corner, lit[next], above[next], above[k]]);
          })
        : [];
      return [shape("layer", region(i, whole)), lines(i), shape("seen", lit), ...beams];
    });
    picture.replaceChildren(...shapes);
    tell(rows, seen);
  }

  const size = ({ rows, columns }) =>
    `${rows.last - rows.first + 1}×${columns.last - columns.first + 1}`;
  const nameOf = ({ kind, n }) => fill(words[kind], { n });

  function tell(rows, seen) {
    const entries = layers.map((layer, i) => {
      const full = rows[i].last - rows[i].first + 1;
      const square = `${full}×${full}`;
      const cut = size(seen[i]) !== square;
      const note = cut ? fill(words.inside, { size: size(seen[i]) }) : "";
      return make(
        "li",
        {},
        make(
          "span",
          { class: "cv-tower__name" },
          nameOf(layer),
          " ",
          make("small", {}, `${layer.side}×${layer.side}`),
        ),
        make(
          "span",
          {},
          `${words.sees_size} `,
          make("strong", {}, square),
          " ",
          make("small", {}, note),
        ),
      );
    });
    legend.replaceChildren(...entries.reverse());
  }

  function announce() {
    const [row, column] = pixel();
    const seen = spans(layers, row)[0];
    const full = seen.last - seen.first + 1;
    spoken.say(fill(words.sees, { row: row + 1, column: column + 1, size: `${full}×${full}` }));
  }

  function move([row, column]) {
    at = [row, column].map((k) => (Math.min(Math.max(k, 0), top() - 1) + 0.5) / top());
    show();
    announce();
  }

  plane.addEventListener("keydown", (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    const [row, column] = pixel();
    const [down, right] = STEPS[event.key];
    move([row + down, column + right]);
  });

  // Wherever the pointer is, the pixel above that spot is meant: so each layer is a target, and a
  // finger need not hit a small cell.
  function point({ clientX, clientY }) {
    const box = picture.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * WIDE;
    const y = ((clientY - box.top) / box.height) * HIGH;
    const i = Math.min(Math.max(Math.floor((HIGH - y) / band()), 0), layers.length - 1);
    const [[, first], [, last]] = [spot(i, 0, 0), spot(i, 1, 0)];
    const down = (y - first) / (last - first);
    const [left] = spot(i, down, 0);
    const [right] = spot(i, down, 1);
    const held = (share) => Math.min(Math.max(share, 0), 0.9999);
    at = [held(down), held((x - left) / (right - left))];
    show();
  }
  plane.addEventListener("pointermove", point);
  plane.addEventListener("pointerdown", point);

  const changed = (set) => (value) => {
    set(value);
    layers = tower(SIDE, chosen);
    show();
    announce();
  };
  const pick = (legend, name, values) =>
    choices({
      legend,
      value: String(chosen[name]),
      options: values.map((n) => [`${n}`, name === "kernel" ? `${n}×${n}` : `${n}`]),
      change: changed((value) => {
        chosen[name] = Number(value);
      }),
    }).node;
  const pooling = toggle({
    label: words.pooling,
    checked: false,
    change: changed((on) => {
      chosen.pooling = on;
    }),
  });
  stage(
    place,
    words,
    make(
      "div",
      { class: "cv-row" },
      pick(words.kernel, "kernel", [3, 5]),
      pick(words.stride, "stride", [1, 2]),
      pooling,
    ),
    make("div", { class: "cv-tower" }, plane, legend),
    spoken.node,
  );
  show();
}
