// What both networks say: their answer above, a bar for each class below.

import { make } from "../../parts/elements.js";
import { fill, percent } from "../../parts/words.js";
import { chances, NETWORKS } from "./digits.js";

/** @import { Digit } from "./digits.js" */

/** @param {Words} words */
export function answers(words) {
  const heads = NETWORKS.map((network) =>
    make("p", { class: `cv-shift__head cv-shift__head--${network}` }),
  );
  const bars = NETWORKS.map((network) =>
    Array.from({ length: 10 }, () => {
      const share = make("span");
      const kind = `cv-shift__bar cv-shift__bar--${network}`;
      return { share, node: make("div", { class: kind }, make("i"), share) };
    }),
  );
  const rows = Array.from({ length: 10 }, (_, i) =>
    make(
      "div",
      { class: "cv-shift__row" },
      bars[0][i].node,
      make("b", {}, `${i}`),
      bars[1][i].node,
    ),
  );
  const node = make(
    "div",
    {},
    make("div", { class: "cv-shift__heads" }, ...heads),
    make("div", { class: "cv-shift__bars", "aria-hidden": "true" }, ...rows),
  );

  /**
   * Show the answers; give what a voice would say of them.
   *
   * @param {Digit} digit
   * @param {number} amount
   */
  function show(digit, amount) {
    const said = NETWORKS.map((network, n) => {
      const all = chances(digit, network, amount);
      const winner = all.indexOf(Math.max(...all));
      const right = winner === digit.label;
      const confidence = percent(all[winner]);
      heads[n].replaceChildren(
        make("span", {}, words[network]),
        make("strong", {}, `${winner} `, make("small", {}, confidence)),
        make("em", { "data-right": `${right}` }, right ? `✓ ${words.right}` : `✗ ${words.wrong}`),
      );
      for (const [i, chance] of all.entries()) {
        const { node, share } = bars[n][i];
        node.style.setProperty("--chance", `${chance}`);
        node.classList.toggle("cv-shift__bar--best", i === winner);
        share.textContent = chance >= 0.005 ? percent(chance) : "";
      }
      const told = fill(words.says, { network: words[network], digit: winner, confidence });
      return right ? told : `${told} (${words.wrong})`;
    });
    return said.join(" ");
  }

  return { node, show };
}
