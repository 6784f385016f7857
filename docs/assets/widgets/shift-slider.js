// A digit is moved aside while two networks say what they see.

import { choices, slider, voice } from "../parts/controls.js";
import { make } from "../parts/elements.js";
import { themed } from "../parts/preferences.js";
import { stage } from "../parts/stage.js";
import { counted, fill } from "../parts/words.js";
import { answers } from "./shift-slider/answers.js";
import { curve } from "./shift-slider/curve.js";
import { paint, SIDE } from "./shift-slider/digits.js";

/** @import { Digit } from "./shift-slider/digits.js" */

/**
 * @param {HTMLElement} place
 * @param {Words} words
 * @param {{ digits: Digit[] }} numbers
 */
export default function shiftSlider(place, words, { digits }) {
  let [digit] = digits;
  let amount = 0;

  const spoken = voice();
  const said = answers(words);
  const sure = curve();
  const sureOf = make("p", { class: "cv-label" });
  const reading = make("output", { class: "cv-shift__reading", "aria-hidden": "true" });
  const size = { width: SIDE, height: SIDE };
  const canvas = make("canvas", { ...size, class: "cv-shift__image", role: "img" });
  const thumbs = digits.map(() => make("canvas", { ...size, "aria-hidden": "true" }));
  const repaint = themed(place, (colour) => {
    paint(canvas, digit, amount, colour);
    for (const [i, thumb] of thumbs.entries()) paint(thumb, digits[i], 0, colour);
  });

  /** @param {number} n */
  const where = (n) =>
    n === 0 ? words.centred : counted(words, n > 0 ? "right_by" : "left_by", Math.abs(n));

  /** Show what is chosen; give what a voice would say of it. */
  function show() {
    repaint();
    const told = said.show(digit, amount);
    sure.show(digit, amount);
    reading.textContent = where(amount);
    const image = fill(words.image, { digit: digit.label, where: where(amount) });
    canvas.setAttribute("aria-label", image);
    sureOf.textContent = fill(words.curve, { digit: digit.label });
    return told;
  }

  const shift = slider({
    label: words.shift,
    value: 0,
    min: Math.min(...digit.amounts),
    max: Math.max(...digit.amounts),
    text: where,
    change: (n) => {
      amount = n;
      spoken.say(show());
    },
  });
  const picker = choices({
    legend: words.digits,
    value: 0,
    options: thumbs.map((thumb, i) => [i, thumb]),
    change: (i) => {
      digit = digits[i];
      spoken.say(show());
    },
  });
  for (const [i, input] of picker.node.querySelectorAll("input").entries()) {
    const { label } = digits[i];
    input.ariaLabel = fill(words.digit, { digit: label, n: i + 1, of: digits.length });
  }

  const moved = make(
    "div",
    { class: "cv-shift__moved" },
    canvas,
    reading,
    sureOf,
    sure.node,
    shift.node,
  );
  const parts = make("div", { class: "cv-shift" }, moved, said.node);
  stage(place, words, picker.node, parts, spoken.node);
  show();
}
