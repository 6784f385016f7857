// How sure each network is of the true digit, over all shifts.

import { draw } from "../../parts/elements.js";
import { chances, NETWORKS } from "./digits.js";

/** @import { Digit } from "./digits.js" */

const WIDE = 320;
const HIGH = 90;

/** @param {number} chance */
const up = (chance) => 6 + (1 - chance) * (HIGH - 12);

export function curve() {
  const node = draw("svg", {
    class: "cv-shift__curve",
    viewBox: `-9 0 ${WIDE + 18} ${HIGH}`,
    "aria-hidden": "true",
  });

  /** @param {Digit} digit @param {number} amount */
  function show(digit, amount) {
    /** @param {number} i */
    const across = (i) => (i / (digit.amounts.length - 1)) * WIDE;
    const now = across(digit.amounts.indexOf(amount));
    const lines = NETWORKS.map((network) => {
      const heights = digit.networks[network].map((all) => up(all[digit.label]));
      const points = heights.map((height, i) => `${across(i)},${height}`).join(" ");
      return draw("polyline", { class: `cv-shift__line cv-shift__line--${network}`, points });
    });
    const frame = [0, 1].map((chance) =>
      draw("line", {
        class: "cv-shift__frame",
        x1: 0,
        x2: WIDE,
        y1: up(chance),
        y2: up(chance),
      }),
    );
    const rule = draw("line", { class: "cv-shift__rule", x1: now, x2: now, y1: 0, y2: HIGH });
    const [circle, square] = NETWORKS.map((network) =>
      up(chances(digit, network, amount)[digit.label]),
    );
    node.replaceChildren(
      ...frame,
      rule,
      ...lines,
      draw("rect", {
        class: "cv-shift__mark--mlp",
        x: now - 7,
        y: square - 7,
        width: 14,
        height: 14,
      }),
      draw("circle", { class: "cv-shift__mark--lenet5", cx: now, cy: circle, r: 5 }),
    );
  }

  return { node, show };
}
