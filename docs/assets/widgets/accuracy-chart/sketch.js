// The chart's drawing: axes, a circle for each network, and as many names as find room.

import { draw, make } from "../../parts/elements.js";
import { number, percent } from "../../parts/words.js";
import { placed } from "./labels.js";
import { millions, plain, told } from "./networks.js";
import { MARGIN } from "./scales.js";

/** @import { Network } from "./networks.js" */
/** @import { Scales } from "./scales.js" */

// Names worth a label of their own, the most telling first: where there is little room, the last
// ones go without.
const FAMOUS = [
  "alexnet",
  "vgg16",
  "resnet50",
  "mobilenetv3small",
  "efficientnetb0",
  "resnet18",
  "googlenet",
  "efficientnetb7",
  "squeezenet1.1",
  "convnextlarge",
  "mobilenetv3large",
  "densenet121",
  "inceptionv3",
  "resnet152",
  "mobilenetv2",
  "regnety32gf",
];
const TEXT = 13; // px, the height of a label

const ruler = document.createElement("canvas").getContext("2d");

/** @param {string} kind @param {number} x @param {number} y @param {string} content */
const text = (kind, x, y, content, anchor = "start") =>
  draw(
    "text",
    { class: `cv-chart__${kind}`, x, y, "text-anchor": anchor, "dominant-baseline": "central" },
    content,
  );

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
const line = (x1, y1, x2, y2) => draw("line", { class: "cv-chart__grid", x1, y1, x2, y2 });

/**
 * Say where each network's circle is, and how large.
 *
 * @param {Network[]} networks
 * @param {Scales} scale
 */
export const circles = (networks, { x, y, radius }) =>
  networks.map(({ name, operations, parameters, top1 }) => ({
    name,
    x: x(operations),
    y: y(top1),
    r: radius(parameters),
  }));

/** @typedef {ReturnType<typeof circles>} Circles */

/**
 * Place the names that are known best.
 *
 * @param {Circles} points
 * @param {Scales} scale
 * @param {string} family the letters' font
 */
export function names(points, { right, floor }, family) {
  if (!ruler) return [];
  ruler.font = `${TEXT}px ${family}`;
  const known = FAMOUS.flatMap((key) => points.find(({ name }) => plain(name) === key) ?? []);
  const measured = known.map((point) => ({
    ...point,
    width: ruler.measureText(point.name).width + 2,
  }));
  return placed(measured, TEXT + 3, { left: MARGIN.left, right, top: 0, bottom: floor }, points);
}

/** @param {ReturnType<typeof names>} labels */
export const written = (labels) =>
  draw("g", { "aria-hidden": "true" }, ...labels.map(({ x, y, name }) => text("name", x, y, name)));

/**
 * Draw a circle for each network. Those with a name stand out, so that the eye joins the two.
 *
 * @param {Words} words
 * @param {Network[]} networks
 * @param {Circles} points
 * @param {string[]} named
 */
export const drawn = (words, networks, points, named) =>
  points.map(({ x, y, r, name }, i) =>
    draw("circle", {
      class: `cv-chart__network${named.includes(name) ? " cv-chart__network--named" : ""}`,
      cx: x,
      cy: y,
      r,
      id: `cv-network-${i}`,
      role: "option",
      "aria-label": told(words, networks[i]),
      "aria-selected": "false",
    }),
  );

/** @param {Words} words @param {Scales} scale */
export function axes(words, { x, y, ticks, right, floor, height }) {
  const rows = ticks.y.flatMap((tick) => [
    line(MARGIN.left, y(tick), right, y(tick)),
    text("tick", MARGIN.left - 6, y(tick), percent(tick / 100), "end"),
  ]);
  const columns = ticks.x.flatMap((tick) => [
    line(x(tick), MARGIN.top, x(tick), floor),
    text("tick", x(tick), floor + 14, number(tick), "middle"),
  ]);
  const middle = (MARGIN.left + right) / 2;
  const title = text("axis", middle, height - 10, words.operations_axis, "middle");
  return draw("g", { "aria-hidden": "true" }, ...rows, ...columns, title);
}

/**
 * Say what the areas mean: circles for round numbers of parameters.
 *
 * @param {Words} words
 * @param {Scales} scale
 */
export const legend = (words, { radius, examples }) => [
  make("span", {}, words.area),
  ...examples.map((parameters) => {
    const r = radius(parameters);
    const box = { width: 2 * r + 2, height: 2 * r + 2, "aria-hidden": "true" };
    const circle = draw("circle", { class: "cv-chart__network", cx: r + 1, cy: r + 1, r });
    return make("span", {}, draw("svg", box, circle), millions(parameters));
  }),
];
