// Where the CNN finds what speaks for a class: Grad-CAM over the picture that it saw.

import { choices } from "../parts/controls.js";
import { make } from "../parts/elements.js";
import { fill, number } from "../parts/words.js";
import { brushOf, largestOf, paint } from "./colours.js";
import { field } from "./fields.js";
import { gradCam } from "./gradients.js";
import { SIDE } from "./picture.js";

const LAYER = "relu2";
const SHARP = 10;

/**
 * @param {Words} words
 * @param {(digit: number | null) => void} chose
 */
export function heat(words, chose) {
  const canvas = make("canvas", {
    class: "cv-lab__heat",
    role: "img",
    width: SIDE * SHARP,
    height: SIDE * SHARP,
  });
  const reading = make("p", { class: "cv-lab__reading" });
  const digits = Array.from({ length: 10 }, (_, digit) => `${digit}`);
  const picker = choices({
    legend: words.cam_class,
    options: [["", words.cam_answer], ...digits.map(twice)],
    value: "",
    change: (value) => chose(value === "" ? null : Number(value)),
  });
  const node = make(
    "section",
    { class: "cv-lab__cam" },
    make("h2", {}, words.cam),
    make("p", { class: "cv-lab__hint" }, words.cam_hint),
    canvas,
    reading,
    picker.node,
  );
  const [small, warm] = [0, 1].map(() => document.createElement("canvas"));

  /**
   * @param {object} now
   * @param {Layer[]} now.layers
   * @param {Pass} now.record
   * @param {number} now.answer
   * @param {number | null} now.chosen
   * @param {Ramps} now.ramps
   */
  function show({ layers, record, answer, chosen, ramps }) {
    const digit = chosen ?? answer;
    const map = gradCam(layers, record, digit, LAYER);
    const [height, width] = map.shape;
    const most = largestOf(map.values);
    const ends = [field(layers, LAYER, 0, 0), field(layers, LAYER, height - 1, width - 1)];
    const [from, to] = ends.map(({ left, right }) => (left + right + 1) / 2);
    const step = (to - from) / (width - 1); // a value stands in the middle of what it sees
    paint(small, record.input.values, SIDE, ramps.grey);
    paint(warm, map.values, width, ramps.heat, most);
    const brush = brushOf(canvas);
    brush.setTransform(SHARP, 0, 0, SHARP, 0, 0);
    brush.imageSmoothingEnabled = false;
    brush.drawImage(small, 0, 0);
    brush.imageSmoothingEnabled = true;
    brush.drawImage(warm, from - step / 2, from - step / 2, width * step, height * step);
    picker.set(chosen === null ? "" : `${chosen}`);
    const told = most > 0 ? words.cam_most : words.cam_none;
    reading.textContent = fill(told, { digit, most: number(most, 2) });
    canvas.setAttribute("aria-label", fill(words.cam_image, { digit }));
  }

  return { node, show };
}

/** @param {string} word @returns {[string, string]} */
const twice = (word) => [word, word];
