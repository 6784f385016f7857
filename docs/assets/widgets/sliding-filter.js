// A filter slides over a small picture, and every number that it meets can be read.

import { arithmetic } from "./parts/arithmetic.js";
import { board } from "./parts/board.js";
import { choices, stepper, toggle, voice } from "./parts/controls.js";
import { padded, terms, total, windows } from "./parts/convolution.js";
import { make, stage } from "./parts/elements.js";
import { KERNELS, PICTURES, copied } from "./parts/examples.js";
import { calm, fill, number } from "./parts/page.js";
import { player } from "./parts/player.js";

const SIDE = 3; // of the kernel
const LABELLED = 7; // so many cells leave room for the weights beside their values
const TONES = { 0: "low", 0.5: "mid", 1: "high" };

export default function slidingFilter(place, words) {
  let image = copied(PICTURES.stroke);
  let kernel = copied(KERNELS.vertical);
  let [stride, padding, bias, rectified] = [1, 0, 0, false];
  let at = 0; // the output cell looked at, counted row by row
  let filled = 0; // the last that was computed

  const spoken = voice();
  const written = arithmetic(words);
  const geometry = () => windows(image.length, SIDE, stride, padding);
  const last = () => geometry().count ** 2 - 1;
  const rowAndColumn = () => [Math.floor(at / geometry().count), at % geometry().count];
  const sum = (row, column) =>
    total(terms(padded(image, padding), kernel, stride, row, column), bias);
  const answer = (value) => (rectified ? Math.max(0, value) : value);

  // ----- What is seen

  const input = board({
    label: words.input,
    pressed: ([row, column]) => {
      const pixel = image[row - padding]?.[column - padding];
      if (pixel === undefined) return; // a place of the padding stays zero
      image[row - padding][column - padding] = pixel === 1 ? 0 : pixel + 0.5;
      picture.set(null);
      show();
    },
  });
  const output = board({ label: words.output, moved: jump, pressed: jump });
  const frame = make(
    "div",
    { class: "cv-slide__window", "aria-hidden": "true" },
    ...kernel.flat().map(() => make("span")),
  );
  const names = { input: make("p"), output: make("p") };
  const boards = make(
    "div",
    { class: "cv-slide__boards" },
    make("div", {}, names.input, make("div", { class: "cv-slide__square" }, input.node, frame)),
    make("div", {}, names.output, make("div", { class: "cv-slide__square" }, output.node)),
  );
  const lost = make("p", { class: "cv-slide__lost" });

  function show() {
    const { count, left } = geometry();
    const around = padded(image, padding);
    const side = around.length;
    const size = (n) => `${n}×${n}`;
    names.input.textContent =
      `${words.input}: ${size(image.length)}`
      + (padding ? ` (${fill(words.padded, { size: size(side) })})` : "");
    names.output.textContent = `${words.output}: ${size(count)}`;
    lost.textContent = left ? fill(words.lost, { n: left }) : "";

    const unseen = (i) => i >= side - left;
    input.show(side, side, (row, column) => {
      const value = around[row][column];
      const inside = image[row - padding]?.[column - padding] !== undefined;
      const tone = inside ? TONES[value] : "pad";
      return {
        text: number(value, 1),
        tone: unseen(row) || unseen(column) ? `${tone} lost` : tone,
        label: fill(words.cell, {
          row: row + 1,
          column: column + 1,
          value: inside ? number(value) : words.pad,
        }),
      };
    });

    const sums = Array.from({ length: count * count }, (_, i) =>
      sum(Math.floor(i / count), i % count),
    );
    const answers = sums.map(answer);
    const largest = Math.max(...answers.map(Math.abs), 1e-9);
    output.show(count, count, (row, column) => {
      const i = row * count + column;
      const value = answers[i];
      const known = i <= filled;
      const sign = value < 0 ? "minus" : "plus";
      return {
        text: known ? number(value, side > 9 ? 1 : 2) : "",
        tone: `${known ? sign : "blank"}${i === at ? " here" : ""}`,
        share: known ? Math.abs(value) / largest : 0,
        label: fill(words.cell, {
          row: row + 1,
          column: column + 1,
          value: known ? number(value, 4) : words.blank,
        }),
      };
    });
    output.node.style.width = `${(100 * count) / side}%`; // so that a cell is as large as an input's

    const [row, column] = rowAndColumn();
    output.reach([row, column]);
    frame.style.cssText = `--row: ${row * stride}; --column: ${column * stride}; --side: ${side}`;
    frame.classList.toggle("cv-slide__window--close", side > LABELLED);
    kernel.flat().forEach((weight, i) => {
      frame.children[i].textContent = `×${number(weight)}`;
    });
    written.show(terms(around, kernel, stride, row, column), bias, sums[at], rectified);
    moves.allow(at > 0, at < last());
  }

  // ----- What moves

  function reach(i) {
    at = i;
    filled = Math.max(filled, i);
    show();
  }

  function jump([row, column]) {
    moves.stop();
    reach(row * geometry().count + column);
    const value = number(answer(sum(row, column)), 4);
    spoken.say(fill(words.cell, { row: row + 1, column: column + 1, value }));
  }

  const moves = player({
    words,
    begin: () => {
      if (at === last()) at = 0;
      if (filled === last()) filled = at;
      show();
    },
    next: () => {
      reach(at + 1);
      return at < last();
    },
    step: (by) => {
      const next = Math.min(Math.max(at + by, 0), last());
      const { count } = geometry();
      jump([Math.floor(next / count), next % count]);
    },
  });

  // ----- What can be chosen

  const picture = choices({
    legend: words.picture,
    value: "stroke",
    options: Object.keys(PICTURES).map((name) => [name, words[`picture_${name}`]]),
    change: (name) => {
      image = copied(PICTURES[name]);
      show();
    },
  });
  const filter = choices({
    legend: words.filter,
    value: "vertical",
    options: Object.keys(KERNELS).map((name) => [name, words[`filter_${name}`]]),
    change: (name) => {
      kernel = copied(KERNELS[name]);
      weights.forEach((weight, i) => {
        weight.value = kernel.flat()[i];
      });
      show();
    },
  });
  const weights = kernel.flat().map((weight, i) => {
    const [row, column] = [Math.floor(i / SIDE), i % SIDE];
    const field = make("input", {
      type: "number",
      step: "any",
      value: weight,
      "aria-label": fill(words.weight, { row: row + 1, column: column + 1 }),
      oninput: () => {
        if (!Number.isFinite(field.valueAsNumber)) return; // still being typed
        kernel[row][column] = field.valueAsNumber;
        filter.set(null);
        show();
      },
      onchange: () => {
        field.value = kernel[row][column];
      },
    });
    return field;
  });
  // With another size the old cells make no sense: begin again, or show the whole new map.
  const resized = (set) => (value) => {
    const complete = filled === last();
    moves.stop();
    set(Number(value));
    at = 0;
    filled = complete ? last() : 0;
    show();
  };
  const whole = (from, to) =>
    Array.from({ length: to - from + 1 }, (_, i) => [`${from + i}`, `${from + i}`]);
  const settings = [
    choices({
      legend: words.stride,
      options: whole(1, 3),
      value: "1",
      change: resized((n) => {
        stride = n;
      }),
    }),
    choices({
      legend: words.padding,
      options: whole(0, 2),
      value: "0",
      change: resized((n) => {
        padding = n;
      }),
    }),
    stepper({
      label: words.bias,
      value: 0,
      min: -5,
      max: 5,
      step: 0.5,
      words,
      change: (n) => {
        bias = n;
        show();
      },
    }),
  ].map(({ node }) => node);
  const relu = toggle({
    label: "ReLU",
    checked: false,
    change: (on) => {
      rectified = on;
      show();
    },
  });

  const kernelBox = make(
    "fieldset",
    { class: "cv-slide__kernel" },
    make("legend", {}, words.kernel),
    make("div", {}, ...weights),
  );
  const controls = make("div", { class: "cv-row cv-slide__moves" }, ...moves.nodes, lost);
  const room = stage(
    place,
    words,
    picture.node,
    boards,
    controls,
    make("div", { class: "cv-slide__sum" }, kernelBox, written.node),
    filter.node,
    make("div", { class: "cv-row" }, ...settings, relu),
    spoken.node,
  );
  if (calm()) filled = last();
  else moves.startWhenSeen(boards, room);
  show();
}
