// One picture of many frames, of which a window shows one.

import { make } from "../../parts/elements.js";

const NEAR = "300px"; // to the window: a reader is coming

/** @param {number} n @param {number} of */
const share = (n, of) => (of > 1 ? (100 * n) / (of - 1) : 0);

/**
 * @param {HTMLImageElement[]} strips one for each theme, all alike
 * @param {number} columns
 * @param {number} rows
 */
export function film(strips, columns, rows) {
  const [width, height] = ["width", "height"].map((side) => Number(strips[0].getAttribute(side)));
  const films = strips.map(({ className }) =>
    make("div", { class: `cv-frames__film ${className}` }),
  );
  for (const { style } of films) style.backgroundSize = `${columns * 100}% ${rows * 100}%`;
  const node = make("div", { class: "cv-frames__view", role: "img" }, ...films);
  node.style.aspectRatio = `${width / columns} / ${height / rows}`;

  // The picture is not small: it is fetched once the reader comes near.
  const near = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      for (const [n, { style }] of films.entries())
        style.backgroundImage = `url("${strips[n].src}")`;
      near.disconnect();
    },
    { rootMargin: NEAR },
  );
  near.observe(node);

  /** @param {number} at the frame's place, row by row @param {string} label */
  function show(at, label) {
    const [left, top] = [share(at % columns, columns), share(Math.floor(at / columns), rows)];
    for (const { style } of films) style.backgroundPosition = `${left}% ${top}%`;
    node.setAttribute("aria-label", label);
  }

  return { node, show };
}
