// Two pictures of one place: a divider, moved by hand, shows more of the one or of the other.

import { all, make } from "../parts/elements.js";
import { stage } from "../parts/stage.js";
import { fill, percent } from "../parts/words.js";

/**
 * One picture holds both, side by side; it exists in a light and a dark version.
 *
 * @param {HTMLElement} place
 * @param {Words} words
 */
export default function beforeAfter(place, words) {
  const images = all(place, ".cv-widget__still img", HTMLImageElement);
  const [width, height] = ["width", "height"].map((side) => Number(images[0].getAttribute(side)));

  const range = make("input", {
    type: "range",
    class: "cv-pair__range",
    min: 0,
    max: 100,
    value: 50,
    "aria-label": words.slider,
    oninput: () => show(),
  });
  const halves = make(
    "div",
    { role: "img", "aria-label": images[0].alt },
    half(images, "before", words.before),
    half(images, "after", words.after),
  );
  const divider = make("div", { class: "cv-pair__divider", "aria-hidden": "true" });
  const view = make("div", { class: "cv-pair" }, halves, range, divider);
  view.style.aspectRatio = `${width / 2} / ${height}`;

  function show() {
    const shown = range.valueAsNumber; // of the first picture, in percent
    view.style.setProperty("--shown", `${shown}%`);
    range.setAttribute("aria-valuetext", fill(words.where, { n: percent(shown / 100) }));
  }

  show();
  stage(place, words, view);
}

/** @param {HTMLImageElement[]} images @param {"before" | "after"} when @param {string} name */
function half(images, when, name) {
  const copies = images.map((image) => Object.assign(image.cloneNode(), { alt: "" }));
  return make(
    "div",
    { class: `cv-pair__half cv-pair__half--${when}` },
    ...copies,
    make("span", { class: "cv-pair__name" }, name),
  );
}
