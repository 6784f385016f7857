// Two pictures of one place: a divider, moved by hand, shows more of the one or of the other.

import { make, stage } from "./parts/elements.js";
import { fill, percent } from "./parts/page.js";

export default function beforeAfter(place, words) {
  // One picture holds both, side by side; it exists in a light and a dark version.
  const images = [...place.querySelectorAll(".cv-widget__still img")];
  const half = (when) =>
    make(
      "div",
      { class: `cv-pair__half cv-pair__half--${when}` },
      ...images.map((image) => {
        const copy = image.cloneNode();
        copy.alt = "";
        return copy;
      }),
      make("span", { class: "cv-pair__name" }, words[when]),
    );

  const range = make("input", {
    type: "range",
    class: "cv-pair__range",
    min: 0,
    max: 100,
    value: 50,
    "aria-label": words.slider,
    oninput: show,
  });
  const view = make(
    "div",
    { class: "cv-pair" },
    make("div", { role: "img", "aria-label": images[0].alt }, half("before"), half("after")),
    range,
    make("div", { class: "cv-pair__divider", "aria-hidden": "true" }),
  );
  const [width, height] = ["width", "height"].map((side) => Number(images[0].getAttribute(side)));
  view.style.aspectRatio = `${width / 2} / ${height}`;

  function show() {
    const shown = range.valueAsNumber; // of the first picture, in percent
    view.style.setProperty("--shown", `${shown}%`);
    range.setAttribute("aria-valuetext", fill(words.where, { n: percent(shown / 100) }));
  }

  show();
  stage(place, words, view);
}
