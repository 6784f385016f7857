// A digit is moved aside while two networks say what they see.

import { choices, slider, voice } from "./parts/controls.js";
import { draw, make, stage } from "./parts/elements.js";
import { counted, fill, percent, themed } from "./parts/page.js";

const SIDE = 28;
const NETWORKS = ["lenet5", "mlp"];
const CURVE = { wide: 320, high: 90 };
const best = (chances) => chances.indexOf(Math.max(...chances));

export default function shiftSlider(place, words, { digits }) {
  let digit = digits[0];
  let amount = 0;
  const chances = (network) => digit.networks[network][digit.amounts.indexOf(amount)];

  // ----- The picture

  const canvas = make("canvas", {
    width: SIDE,
    height: SIDE,
    class: "cv-shift__image",
    role: "img",
  });

  function paint(canvas, { image }, right, colour) {
    const brush = canvas.getContext("2d");
    brush.globalAlpha = 1;
    brush.fillStyle = colour("paper");
    brush.fillRect(0, 0, SIDE, SIDE);
    brush.fillStyle = colour("ink");
    image.forEach((row, y) =>
      row.forEach((value, x) => {
        brush.globalAlpha = value;
        brush.fillRect(x + right, y, 1, 1);
      }),
    );
  }

  const thumbs = digits.map(() =>
    make("canvas", { width: SIDE, height: SIDE, "aria-hidden": "true" }),
  );
  const repaint = themed(place, (colour) => {
    paint(canvas, digit, amount, colour);
    thumbs.forEach((thumb, i) => paint(thumb, digits[i], 0, colour));
  });

  // ----- The answers

  const heads = NETWORKS.map((network) =>
    make("p", { class: `cv-shift__head cv-shift__head--${network}` }),
  );
  const bars = NETWORKS.map((network) =>
    Array.from({ length: 10 }, () =>
      make("div", { class: `cv-shift__bar cv-shift__bar--${network}` }, make("i"), make("span")),
    ),
  );
  const digitNames = Array.from({ length: 10 }, (_, i) => make("b", {}, `${i}`));
  const rows = digitNames.map((name, i) =>
    make("div", { class: "cv-shift__row" }, bars[0][i], name, bars[1][i]),
  );

  function answers() {
    return NETWORKS.map((network, n) => {
      const all = chances(network);
      const winner = best(all);
      const right = winner === digit.label;
      const told = { network: words[network], digit: winner, confidence: percent(all[winner]) };
      heads[n].replaceChildren(
        make("span", {}, words[network]),
        make("strong", {}, `${winner} `, make("small", {}, told.confidence)),
        make("em", { "data-right": right }, right ? `✓ ${words.right}` : `✗ ${words.wrong}`),
      );
      all.forEach((chance, i) => {
        const bar = bars[n][i];
        bar.style.setProperty("--chance", chance);
        bar.classList.toggle("cv-shift__bar--best", i === winner);
        bar.lastChild.textContent = chance >= 0.005 ? percent(chance) : "";
      });
      return fill(words.says, told) + (right ? "" : ` (${words.wrong})`);
    });
  }

  // ----- How sure of the true digit, over all shifts

  const curve = draw("svg", { class: "cv-shift__curve", "aria-hidden": "true" });
  const across = (i) => (i / (digit.amounts.length - 1)) * CURVE.wide;
  const up = (chance) => 6 + (1 - chance) * (CURVE.high - 12);
  curve.setAttribute("viewBox", `-9 0 ${CURVE.wide + 18} ${CURVE.high}`);

  function plot() {
    const now = digit.amounts.indexOf(amount);
    const lines = NETWORKS.map((network) =>
      draw("polyline", {
        class: `cv-shift__line cv-shift__line--${network}`,
        points: digit.networks[network]
          .map((all, i) => `${across(i)},${up(all[digit.label])}`)
          .join(" "),
      }),
    );
    const height = (network) => up(chances(network)[digit.label]);
    const marks = [
      draw("rect", {
        class: "cv-shift__mark--mlp",
        x: across(now) - 7,
        y: height("mlp") - 7,
        width: 14,
        height: 14,
      }),
      draw("circle", {
        class: "cv-shift__mark--lenet5",
        cx: across(now),
        cy: height("lenet5"),
        r: 5,
      }),
    ];
    const frame = [0, 1].map((chance) =>
      draw("line", {
        class: "cv-shift__frame",
        x1: 0,
        x2: CURVE.wide,
        y1: up(chance),
        y2: up(chance),
      }),
    );
    const rule = draw("line", {
      class: "cv-shift__rule",
      x1: across(now),
      x2: across(now),
      y1: 0,
      y2: CURVE.high,
    });
    curve.replaceChildren(...frame, rule, ...lines, ...marks);
  }

  // ----- What can be chosen

  function changed() {
    show();
    spoken.say(answers().join(" "));
  }

  const where = (n) =>
    n === 0 ? words.centred : counted(words, n > 0 ? "right_by" : "left_by", Math.abs(n));
  const { amounts } = digit;
  const shift = slider({
    label: words.shift,
    value: 0,
    min: Math.min(...amounts),
    max: Math.max(...amounts),
    text: where,
    change: (n) => {
      amount = n;
      changed();
    },
  });
  const reading = make("output", { class: "cv-shift__reading", "aria-hidden": "true" });
  const picker = choices({
    legend: words.digits,
    value: 0,
    options: thumbs.map((thumb, i) => [i, thumb]),
    change: (i) => {
      digit = digits[i];
      changed();
    },
  });
  picker.node.querySelectorAll("input").forEach((input, i) => {
    input.ariaLabel = fill(words.digit, { digit: digits[i].label, n: i + 1, of: digits.length });
  });

  const spoken = voice();

  function show() {
    repaint();
    answers();
    plot();
    reading.textContent = where(amount);
    canvas.setAttribute(
      "aria-label",
      fill(words.image, { digit: digit.label, where: where(amount) }),
    );
    curveTitle.textContent = fill(words.curve, { digit: digit.label });
  }

  const curveTitle = make("p", { class: "cv-label" });
  stage(
    place,
    words,
    picker.node,
    make(
      "div",
      { class: "cv-shift" },
      make("div", { class: "cv-shift__moved" }, canvas, reading, curveTitle, curve, shift.node),
      make(
        "div",
        {},
        make("div", { class: "cv-shift__heads" }, ...heads),
        make("div", { class: "cv-shift__bars", "aria-hidden": "true" }, ...rows),
      ),
    ),
    spoken.node,
  );
  show();
}
