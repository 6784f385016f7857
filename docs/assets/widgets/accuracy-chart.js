// Accuracy against operations, a circle for each network (after Canziani et al. 2016).

import { draw, make, stage } from "./parts/elements.js";
import { fill, number, percent } from "./parts/page.js";
import { placed } from "./parts/labels.js";

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
const MARGIN = { left: 44, right: 14, top: 14, bottom: 46 };
const TEXT = 13; // px, the height of a label
const LARGEST = 22; // px, the radius of the network with most parameters, on a wide page
const NEAR = 44; // px, so that a finger finds a small circle
const plain = (name) => name.toLowerCase().replace(/[^a-z0-9.]/g, "");

export default function accuracyChart(place, words, numbers) {
  const networks = [...numbers.networks].sort((a, b) => a.operations - b.operations);
  const most = Math.max(...networks.map((one) => one.parameters));
  let largest = LARGEST;
  const radius = (parameters) => Math.max(2.5, largest * Math.sqrt(parameters / most));
  let points = [];
  let chosen = networks.findIndex(({ name }) => plain(name) === "resnet50");
  if (chosen < 0) chosen = 0;

  const card = make("div", { class: "cv-chart__card", "aria-hidden": "true" });
  const picture = draw("svg", {
    class: "cv-chart__picture",
    tabindex: 0,
    role: "listbox",
    "aria-label": words.chart,
  });
  const sizes = make("p", { class: "cv-chart__sizes" });
  const ruler = document.createElement("canvas").getContext("2d");

  const gflops = ({ operations }) => number(operations, operations < 1 ? 2 : 1);
  const millions = (parameters) => number(parameters / 1e6, parameters < 1e7 ? 1 : 0);
  const told = (one) =>
    fill(words.point, {
      name: one.name,
      operations: gflops(one),
      parameters: millions(one.parameters),
      top1: percent(one.top1 / 100, 1),
    });

  // ----- Drawing, anew for each width, so that text keeps its size

  function scales(width, height) {
    const [low, high] = [networks[0].operations, networks.at(-1).operations].map(Math.log10);
    const worst = Math.floor(Math.min(...networks.map((one) => one.top1)) / 5) * 5;
    const across = width - MARGIN.left - MARGIN.right - 30;
    const up = height - MARGIN.top - MARGIN.bottom;
    const best = Math.ceil(Math.max(...networks.map((one) => one.top1)) / 5) * 5;
    return {
      x: (operations) =>
        MARGIN.left + 10 + (across * (Math.log10(operations) - low)) / (high - low || 1),
      y: (top1) => height - MARGIN.bottom - (up * (top1 - worst)) / (best - worst || 1),
      ticks: {
        x: [0.01, 0.1, 1, 10, 100, 1000].filter(
          (t) => Math.log10(t) >= low - 0.2 && Math.log10(t) <= high + 0.05,
        ),
        y: Array.from({ length: (best - worst) / 5 + 1 }, (_, i) => worst + 5 * i),
      },
    };
  }

  function sketch() {
    const { width, height } = picture.getBoundingClientRect();
    if (!width) return;
    const { x, y, ticks } = scales(width, height);
    largest = width < 480 ? LARGEST * 0.7 : LARGEST;
    const right = width - MARGIN.right;
    const floor = height - MARGIN.bottom;
    const text = (kind, x, y, content, anchor = "start") =>
      draw(
        "text",
        {
          class: `cv-chart__${kind}`,
          x,
          y,
          "text-anchor": anchor,
          "dominant-baseline": "central",
        },
        content,
      );
    const line = (x1, y1, x2, y2) => draw("line", { class: "cv-chart__grid", x1, y1, x2, y2 });

    points = networks.map((one) => ({
      x: x(one.operations),
      y: y(one.top1),
      r: radius(one.parameters),
      name: one.name,
      key: plain(one.name),
    }));
    const circles = points.map((point, i) =>
      draw("circle", {
        class: "cv-chart__network",
        cx: point.x,
        cy: point.y,
        r: point.r,
        id: `cv-network-${i}`,
        role: "option",
        "aria-label": told(networks[i]),
        "aria-selected": "false",
      }),
    );
    ruler.font = `${TEXT}px ${getComputedStyle(picture).fontFamily}`;
    const known = FAMOUS.map((key) => points.find((point) => point.key === key))
      .filter(Boolean)
      .map((point) => ({ ...point, width: ruler.measureText(point.name).width + 2 }));
    const room = { left: MARGIN.left, right, top: 0, bottom: floor };
    const found = placed(known, TEXT + 3, room, points);
    const labels = found.map((label) => text("name", label.x, label.y, label.name));
    // Circles with a name stand out, so that the eye joins the two.
    const named = new Set(found.map((label) => label.name));
    circles.forEach((circle, i) =>
      circle.classList.toggle("cv-chart__network--named", named.has(points[i].name)),
    );
    const axes = draw(
      "g",
      { "aria-hidden": "true" },
      ...ticks.y.flatMap((t) => [
        line(MARGIN.left, y(t), right, y(t)),
        text("tick", MARGIN.left - 6, y(t), percent(t / 100), "end"),
      ]),
      ...ticks.x.flatMap((t) => [
        line(x(t), MARGIN.top, x(t), floor),
        text("tick", x(t), floor + 14, number(t), "middle"),
      ]),
      text("axis", (MARGIN.left + right) / 2, height - 10, words.operations_axis, "middle"),
    );
    const cross = draw("g", { class: "cv-chart__cross", "aria-hidden": "true" });
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const names = draw("g", { "aria-hidden": "true" }, ...labels);
    picture.replaceChildren(axes, cross, ...circles, names);
    legend();
    choose(chosen);
  }

  /** What the areas mean: circles for round numbers of parameters. */
  function legend() {
    const round = largest < LARGEST ? [20e6, 100e6] : [5e6, 50e6, 150e6];
    const examples = round.filter((parameters) => parameters <= most);
    sizes.replaceChildren(
      make("span", {}, words.area),
      ...examples.map((parameters) => {
        const r = radius(parameters);
        const box = { width: 2 * r + 2, height: 2 * r + 2, "aria-hidden": "true" };
        const circle = draw("circle", { class: "cv-chart__network", cx: r + 1, cy: r + 1, r });
        return make("span", {}, draw("svg", box, circle), millions(parameters));
      }),
    );
  }

  // ----- Choosing

  function choose(i) {
    chosen = i;
    const one = networks[i];
    const { x, y } = points[i];
    picture.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    picture.querySelector(`#cv-network-${i}`).setAttribute("aria-selected", "true");
    picture.setAttribute("aria-activedescendant", `cv-network-${i}`);
    const { height } = picture.viewBox.baseVal;
    picture
      .querySelector(".cv-chart__cross")
      .replaceChildren(draw("path", { d: `M${MARGIN.left} ${y}H${x}V${height - MARGIN.bottom}` }));
    const fact = (value, unit) => make("div", {}, make("dd", {}, value), make("dt", {}, unit));
    card.replaceChildren(
      make("strong", {}, one.name),
      make(
        "dl",
        {},
        fact(percent(one.top1 / 100, 1), words.top1),
        fact(gflops(one), words.operations),
        fact(millions(one.parameters), words.parameters),
      ),
    );
  }

  function nearest({ clientX, clientY }) {
    const { left, top } = picture.getBoundingClientRect();
    const away = points.map(({ x, y }) => Math.hypot(x + left - clientX, y + top - clientY));
    const least = Math.min(...away);
    if (least < NEAR) choose(away.indexOf(least));
  }
  picture.addEventListener("pointermove", nearest);
  picture.addEventListener("pointerdown", nearest);

  const byAccuracy = networks.map((_, i) => i).sort((a, b) => networks[a].top1 - networks[b].top1);
  picture.addEventListener("keydown", (event) => {
    const last = networks.length - 1;
    const rank = byAccuracy.indexOf(chosen);
    const moves = {
      ArrowRight: chosen + 1,
      ArrowLeft: chosen - 1,
      Home: 0,
      End: last,
      ArrowUp: byAccuracy[rank + 1],
      ArrowDown: byAccuracy[rank - 1],
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    const next = moves[event.key];
    if (next >= 0 && next <= last) choose(next);
  });

  stage(place, words, card, make("p", { class: "cv-label" }, words.accuracy_axis), picture, sizes);
  new ResizeObserver(sketch).observe(picture);
  sketch();
}
