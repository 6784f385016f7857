// One output of a convolution, written out: every value times its weight, the bias, the sum.

import { make } from "./elements.js";
import { fill, number } from "./page.js";

const DECIMALS = 5; // enough for halves times sixteenths, so that the given filters are exact
const bracketed = (value, decimals) =>
  value < 0 ? `(${number(value, decimals)})` : number(value, decimals);
const rounds = (value) => Math.abs(value - Number(value.toFixed(DECIMALS))) > 1e-9;
const equal = (value) => `${rounds(value) ? "≈" : "="} `;

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

  function show(terms, bias, sum, rectified) {
    products.replaceChildren(
      ...terms.map(({ value, weight }, i) =>
        make(
          "span",
          { class: value * weight === 0 ? "cv-sum__zero" : "" },
          `${i ? "+ " : ""}${bracketed(value, DECIMALS)}·${bracketed(weight, DECIMALS)} `,
        ),
      ),
    );
    added.textContent = `+ ${bracketed(bias, DECIMALS)} (${words.bias.toLowerCase()}) ${equal(sum)}`;
    result.textContent = number(sum, DECIMALS);
    const kept = number(Math.max(0, sum), DECIMALS);
    // The line keeps its place when it is empty.
    rectifies.textContent = rectified
      ? fill(sum < 0 ? words.cut : words.kept, { before: number(sum, DECIMALS), after: kept })
      : " ";
  }

  return { node, show };
}
