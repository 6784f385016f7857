// One row of pixels, the windows that fall on it, and the outputs below.

import { draw } from "../../parts/elements.js";
import { fill } from "../../parts/words.js";
import { fitting, seen } from "./sizes.js";

/** @import { Sizes } from "./sizes.js" */

const HIGH = { pixels: 14, windows: 84, outputs: 14, gap: 8 };
const TOP = HIGH.pixels + HIGH.gap;
const BOTTOM = TOP + HIGH.windows + HIGH.gap;

/**
 * One unit is one pixel across; the height is in pixels of the screen.
 *
 * @param {string} kind
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
const box = (kind, x, y, width, height) =>
  draw("rect", { class: `cv-size__${kind}`, x: x + 0.08, y, width: width - 0.16, height });

/**
 * @param {number} count
 * @param {(i: number) => Element} drawn
 */
const each = (count, drawn) => Array.from({ length: count }, (_, i) => drawn(i));

export function sketch() {
  const node = draw("svg", { class: "cv-size__picture", role: "img" });

  /** @param {Words} words @param {Sizes} sizes @param {number} chosen the window picked out */
  function show(words, sizes, chosen) {
    const { W, K, P, S } = sizes;
    const { count, left } = fitting(sizes);
    const all = W + 2 * P;
    const rows = Math.min(Math.ceil(K / S), count); // so many windows overlap
    const high = HIGH.windows / Math.max(rows, 4);
    /** @param {string} kind @param {number} i */
    const marked = (kind, i) => (i === chosen ? `${kind} cv-size__${kind}--here` : kind);
    /** @param {number} i */
    const pixel = (i) => {
      const inside = seen(sizes, i) ? "pixel" : "unseen";
      const kind = i < P || i >= P + W ? "padding" : inside;
      const lit = count > 0 && i >= chosen * S && i < chosen * S + K;
      return box(lit ? `${kind} cv-size__lit` : kind, i, 0, 1, HIGH.pixels);
    };
    /** @param {number} i */
    const bar = (i) => {
      const y = TOP + (i % rows) * high;
      return box(marked("window", i), i * S, y, K, Math.max(2, Math.min(high - 2, 10)));
    };
    /** @param {number} i */
    const answer = (i) => box(marked("answer", i), i * S + (K - 1) / 2, BOTTOM, 1, HIGH.outputs);
    node.setAttribute("viewBox", `0 0 ${all} ${BOTTOM + HIGH.outputs}`);
    node.setAttribute("preserveAspectRatio", "none");
    node.setAttribute("aria-label", fill(words.picture, { w: W, p: P, o: count, left }));
    node.replaceChildren(...each(all, pixel), ...each(count, bar), ...each(count, answer));
  }

  return { node, show };
}
