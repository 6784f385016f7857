// One output of a convolution, written out: every value times its weight, the bias, the sum.

import { make } from "../../parts/elements.js";
import { fill, number } from "../../parts/words.js";

const DECIMALS = 5; // enough for halves times sixteenths, so that the given filters are exact

/** @param {number} value */
const bracketed = (value) => (value < 0 ? `(${number(value, DECIMALS)})` : number(value, DECIMALS));
/** @param {number} value */
const rounds = (value) => Math.abs(value - Number(value.toFixed(DECIMALS))) > 1e-9;

/** @param {Words} words */
export function arithmetic(words) {
  const products = make("div", { class: "cv-sum__terms" });
  const added = make("span", { class: "cv-sum__added" });
  const result = make("strong");
  const rectifies = make("p", { class: "cv-sum__relu" });
  const node = make(
    "div",
    { class: "cv-sum" },
    make("p", { class: "cv-label" }, words.sum),
    products,
    make("p", {}, added, result),
    rectifies,
  );

  /** @param {Term[]} terms @param {number} bias @param {number} sum @param {boolean} rectified */
  function show(terms, bias, sum, rectified) {
    const product = (/** @type {Term} */ { value, weight }, /** @type {number} */ i) =>
      make(
        "span",
        { class: value * weight === 0 ? "cv-sum__zero" : "" },
        `${i ? "+ " : ""}${bracketed(value)}·${bracketed(weight)} `,
      );
    products.replaceChildren(...terms.map(product));
    const equals = rounds(sum) ? "≈" : "=";
    added.textContent = `+ ${bracketed(bias)} (${words.bias.toLowerCase()}) ${equals} `;
    result.textContent = number(sum, DECIMALS);
    const kept = number(Math.max(0, sum), DECIMALS);
    // The line keeps its place when it is empty.
    rectifies.textContent = rectified
      ? fill(sum < 0 ? words.cut : words.kept, { before: number(sum, DECIMALS), after: kept })
      : " ";
  }

  return { node, show };
}
