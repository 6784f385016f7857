// Both networks' answers side by side: the CNN with blue circles, the MLP with orange squares.

import { make } from "../widgets/parts/elements.js";
import { fill, number, percent } from "../widgets/parts/page.js";
import { entropy } from "./runtime.js";

const NETWORKS = ["lenet5", "mlp"];
const MOST = Math.log2(10);

export function bars(words) {
  const heads = NETWORKS.map((network) =>
    make("th", { scope: "col", class: `cv-lab__head cv-lab__head--${network}` }),
  );
  const cells = NETWORKS.map((network) =>
    Array.from({ length: 10 }, () =>
      make(
        "td",
        { class: `cv-lab__chance cv-lab__chance--${network}` },
        make("div", {}, make("i"), make("span")),
      ),
    ),
  );
  const rows = cells[0].map((cell, digit) =>
    make("tr", {}, cell, make("th", { scope: "row" }, `${digit}`), cells[1][digit]),
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
  const meaning = make(
    "p",
    { class: "cv-lab__hint" },
    fill(words.entropy_means, { most: number(MOST, 2) }),
  );
  const node = make(
    "section",
    { class: "cv-lab__answers" },
    make("h2", {}, words.answers),
    table,
    source,
    meaning,
  );

  /** Show probabilities by network; give what a voice would say of them. */
  function show(chances, remap) {
    source.textContent = remap ? words.source_remap : words.source;
    node.dataset.source = remap ? "remapped" : "original";
    return NETWORKS.map((network, n) => {
      const all = chances[network];
      const best = all.indexOf(Math.max(...all));
      const bits = entropy(all);
      heads[n].replaceChildren(
        make("span", {}, words[network]),
        make("strong", {}, `${best}`, make("small", {}, ` ${percent(all[best])}`)),
        make(
          "em",
          {},
          fill(words.entropy, { bits: number(bits, 2, { minimumFractionDigits: 2 }) }),
        ),
      );
      all.forEach((chance, digit) => {
        const bar = cells[n][digit].firstChild;
        bar.style.setProperty("--chance", chance);
        bar.classList.toggle("cv-lab__best", digit === best);
        bar.lastChild.textContent = percent(chance);
      });
      return fill(words.says, {
        network: words[network],
        digit: best,
        confidence: percent(all[best]),
      });
    }).join(" ");
  }

  return { node, show };
}
