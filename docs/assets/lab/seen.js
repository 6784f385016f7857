// The picture that the networks get, with the frame of what a unit sees of it.

import { make } from "../parts/elements.js";
import { paint } from "./colours.js";
import { visible } from "./fields.js";
import { SIDE } from "./picture.js";

/** @param {Words} words */
export function seen(words) {
  const canvas = make("canvas", { class: "cv-lab__seen", role: "img", "aria-label": words.seen });
  const frame = make("div", { class: "cv-lab__mark" });
  const name = make("figcaption");
  const framed = make("div", { class: "cv-lab__framed" }, canvas, frame);

  /** @param {Float32Array} image @param {Field} field @param {boolean} remap @param {Ramps} ramps */
  function show(image, field, remap, ramps) {
    paint(canvas, image, SIDE, ramps.grey);
    const { top, bottom, left, right } = visible(field);
    const sides = { top, left, height: bottom - top + 1, width: right - left + 1 };
    for (const [side, value] of Object.entries(sides)) {
      frame.style.setProperty(side, `${(100 * value) / SIDE}%`);
    }
    name.textContent = remap ? words.seen_remap : words.seen;
  }

  return { node: make("figure", {}, framed, name), show };
}
