// The MLP's hidden units that a picture excites most, each as the picture it looks for.

import { make } from "../parts/elements.js";
import { fill, number } from "../parts/words.js";
import { largestOf, paint } from "./colours.js";
import { SIDE } from "./picture.js";

const SHOWN = 8;

/** @param {Words} words */
export function units(words) {
  const tiles = Array.from({ length: SHOWN }, () => make("canvas", { role: "img" }));
  const readings = tiles.map(() => make("figcaption"));
  const hint = make("p", { class: "cv-lab__hint" });
  const figures = tiles.map((tile, i) => make("figure", {}, tile, readings[i]));
  const node = make(
    "section",
    { class: "cv-lab__units" },
    make("h2", {}, words.units),
    hint,
    make("div", { class: "cv-lab__tiles" }, ...figures),
  );

  /**
   * With an order, weights are shown where the pixels were before they were remapped.
   *
   * @param {object} now
   * @param {Layer[]} now.layers
   * @param {Pass} now.record
   * @param {Int32Array} [now.order]
   * @param {Ramps} now.ramps
   */
  function show({ layers, record, order, ramps }) {
    const hidden = layers.find((layer) => layer.kind === "linear");
    if (!hidden) return;
    const activations = record.relu1.values;
    const strongest = Array.from(activations.keys())
      .sort((a, b) => activations[b] - activations[a])
      .slice(0, SHOWN);
    const most = activations[strongest[0]];
    hint.textContent = fill(order ? words.units_remap : words.units_hint, {
      of: activations.length,
    });
    for (const [i, unit] of strongest.entries()) {
      const seen = hidden.weight.values.subarray(unit * SIDE * SIDE, (unit + 1) * SIDE * SIDE);
      const weights = order ? backInPlace(seen, order) : seen;
      paint(tiles[i], weights, SIDE, ramps.signed, largestOf(weights));
      const value = number(activations[unit], 1, { minimumFractionDigits: 1 });
      tiles[i].setAttribute("aria-label", fill(words.unit, { n: unit + 1, value }));
      readings[i].textContent = value;
      const share = most > 0 ? activations[unit] / most : 0;
      readings[i].style.setProperty("--share", `${share}`);
    }
  }

  return { node, show };
}

/** @param {Float32Array} weights @param {Int32Array} order */
function backInPlace(weights, order) {
  const back = new Float32Array(weights.length);
  for (const [i, weight] of weights.entries()) back[order[i]] = weight;
  return back;
}
