// Accuracy against operations, a circle for each network (after Canziani et al. 2016).

import { draw, found, make } from "../parts/elements.js";
import { stage } from "../parts/stage.js";
import { accuracy, gflops, millions, plain } from "./accuracy-chart/networks.js";
import { MARGIN, scales } from "./accuracy-chart/scales.js";
import { axes, circles, drawn, legend, names, written } from "./accuracy-chart/sketch.js";

/** @import { Network } from "./accuracy-chart/networks.js" */
/** @import { Circles } from "./accuracy-chart/sketch.js" */

const FIRST = "resnet50";
const NEAR = 44; // px, so that a finger finds a small circle

/**
 * @param {HTMLElement} place
 * @param {Words} words
 * @param {{ networks: Network[] }} numbers
 */
export default function accuracyChart(place, words, numbers) {
  const networks = [...numbers.networks].sort((a, b) => a.operations - b.operations);
  /** @type {Circles} */
  let points = [];
  let chosen = Math.max(
    0,
    networks.findIndex(({ name }) => plain(name) === FIRST),
  );

  const card = make("div", { class: "cv-chart__card", "aria-hidden": "true" });
  const picture = draw("svg", {
    class: "cv-chart__picture",
    tabindex: 0,
    role: "listbox",
    "aria-label": words.chart,
  });
  const cross = draw("g", { class: "cv-chart__cross", "aria-hidden": "true" });
  const sizes = make("p", { class: "cv-chart__sizes" });

  /** Draw anew for each width, so that text keeps its size. */
  function sketch() {
    const { width, height } = picture.getBoundingClientRect();
    if (!width) return;
    const scale = scales(networks, width, height);
    points = circles(networks, scale);
    const labels = names(points, scale, getComputedStyle(picture).fontFamily);
    const known = labels.map(({ name }) => name);
    const all = drawn(words, networks, points, known);
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    picture.replaceChildren(axes(words, scale), cross, ...all, written(labels));
    sizes.replaceChildren(...legend(words, scale));
    choose(chosen);
  }

  /** @param {number} i */
  function choose(i) {
    chosen = i;
    const { x, y } = points[i];
    picture.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    found(picture, `#cv-network-${i}`, SVGElement).setAttribute("aria-selected", "true");
    picture.setAttribute("aria-activedescendant", `cv-network-${i}`);
    const { height } = picture.viewBox.baseVal;
    cross.replaceChildren(
      draw("path", { d: `M${MARGIN.left} ${y}H${x}V${height - MARGIN.bottom}` }),
    );
    card.replaceChildren(...facts(words, networks[i]));
  }

  /** @param {PointerEvent} event */
  function nearest({ clientX, clientY }) {
    const { left, top } = picture.getBoundingClientRect();
    const away = points.map(({ x, y }) => Math.hypot(x + left - clientX, y + top - clientY));
    const least = Math.min(...away);
    if (least < NEAR) choose(away.indexOf(least));
  }
  picture.addEventListener("pointermove", nearest);
  picture.addEventListener("pointerdown", nearest);

  const ranks = [...networks.keys()].sort((a, b) => networks[a].top1 - networks[b].top1);
  picture.addEventListener("keydown", (event) => {
    const next = reached(event.key, chosen, ranks);
    if (next === null) return;
    event.preventDefault();
    if (next in networks) choose(next);
  });

  const title = make("p", { class: "cv-label" }, words.accuracy_axis);
  stage(place, words, card, title, picture, sizes);
  new ResizeObserver(sketch).observe(picture);
  sketch();
}

/** @param {Words} words @param {Network} network */
function facts(words, network) {
  /** @param {string} value @param {string} unit */
  const fact = (value, unit) => make("div", {}, make("dd", {}, value), make("dt", {}, unit));
  const list = make(
    "dl",
    {},
    fact(accuracy(network), words.top1),
    fact(gflops(network), words.operations),
    fact(millions(network.parameters), words.parameters),
  );
  return [make("strong", {}, network.name), list];
}

/**
 * Say which network a key leads to, from one of them: by operations across, by accuracy up and
 * down. There may be none; and null for keys that lead nowhere.
 *
 * @param {string} key
 * @param {number} i
 * @param {number[]} ranks the networks by their accuracy
 */
function reached(key, i, ranks) {
  const rank = ranks.indexOf(i);
  if (key === "ArrowRight") return i + 1;
  if (key === "ArrowLeft") return i - 1;
  if (key === "ArrowUp") return ranks[rank + 1] ?? -1;
  if (key === "ArrowDown") return ranks[rank - 1] ?? -1;
  if (key === "Home") return 0;
  return key === "End" ? ranks.length - 1 : null;
}
