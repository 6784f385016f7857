// Both networks' answers side by side: the CNN with blue circles, the MLP with orange squares.

import { make } from "../parts/elements.js";
import { fill, number, percent } from "../parts/words.js";
import { entropy } from "./runtime.js";

/** @type {["lenet5", "mlp"]} */
const NETWORKS = ["lenet5", "mlp"];
const MOST = Math.log2(10);

/** @param {string} network */
function chance(network) {
  const share = make("span");
  const bar = make("div", {}, make("i"), share);
  const node = make("td", { class: `cv-lab__chance cv-lab__chance--${network}` }, bar);

  /** @param {number} value @param {boolean} best */
  function show(value, best) {
    bar.style.setProperty("--chance", `${value}`);
    bar.classList.toggle("cv-lab__best", best);
    share.textContent = percent(value);
  }

  return { node, show };
}

/** @param {Words} words */
export function bars(words) {
  const heads = NETWORKS.map((network) =>
    make("th", { scope: "col", class: `cv-lab__head cv-lab__head--${network}` }),
  );
  const cells = NETWORKS.map((network) => Array.from({ length: 10 }, () => chance(network)));
  const rows = cells[0].map((cell, digit) =>
    make("tr", {}, cell.node, make("th", { scope: "row" }, `${digit}`), cells[1][digit].node),
  );
  const middle = make("th", { scope: "col" }, make("span", { class: "cv-hidden" }, words.digit));
  const table = make(
    "table",
    { class: "cv-lab__bars" },
    make("caption", { class: "cv-hidden" }, words.chances),
    make("thead", {}, make("tr", {}, heads[0], middle, heads[1])),
    make("tbody", {}, ...rows),
  );
  const source = make("p", { class: "cv-lab__source" });
  const most = fill(words.entropy_means, { most: number(MOST, 2) });
  const node = make(
    "section",
    { class: "cv-lab__answers" },
    make("h2", {}, words.answers),
    table,
    source,
    make("p", { class: "cv-lab__hint" }, most),
  );

  /**
   * Show probabilities by network; give what a voice would say of them.
   *
   * @param {Record<"lenet5" | "mlp", number[]>} chances
   * @param {boolean} remap
   */
  function show(chances, remap) {
    source.textContent = remap ? words.source_remap : words.source;
    node.dataset.source = remap ? "remapped" : "original";
    const said = NETWORKS.map((network, n) => {
      const all = chances[network];
      const best = all.indexOf(Math.max(...all));
      const confidence = percent(all[best]);
      const bits = number(entropy(all), 2, { minimumFractionDigits: 2 });
      heads[n].replaceChildren(
        make("span", {}, words[network]),
        make("strong", {}, `${best}`, make("small", {}, ` ${confidence}`)),
        make("em", {}, fill(words.entropy, { bits })),
      );
      for (const [digit, value] of all.entries()) cells[n][digit].show(value, digit === best);
      return fill(words.says, { network: words[network], digit: best, confidence });
    });
    return said.join(" ");
  }

  return { node, show };
}
