// The MLP's hidden units that a picture excites most, each as the picture it looks for.

import { make } from "../widgets/parts/elements.js";
import { fill, number } from "../widgets/parts/page.js";
import { largestOf, paint } from "./colours.js";
import { SIDE } from "./picture.js";

const SHOWN = 8;

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

  /** With an order, weights are shown where the pixels were before they were remapped. */
  function show({ layers, record, order, ramps }) {
    const { weight } = layers.find(({ kind }) => kind === "linear");
    const activations = record.relu1.values;
    const strongest = Array.from(activations.keys())
      .sort((a, b) => activations[b] - activations[a])
      .slice(0, SHOWN);
    const most = activations[strongest[0]];
    hint.textContent = fill(order ? words.units_remap : words.units_hint, {
      of: activations.length,
    });
    strongest.forEach((unit, i) => {
      let weights = weight.values.subarray(unit * SIDE * SIDE, (unit + 1) * SIDE * SIDE);
      if (order) weights = backInPlace(weights, order);
      paint(tiles[i], weights, SIDE, ramps.signed, largestOf(weights));
      const value = number(activations[unit], 1, { minimumFractionDigits: 1 });
      tiles[i].setAttribute("aria-label", fill(words.unit, { n: unit + 1, value }));
      readings[i].textContent = value;
      readings[i].style.setProperty("--share", most > 0 ? activations[unit] / most : 0);
    });
  }

  return { node, show };
}

function backInPlace(weights, order) {
  const back = new Float32Array(weights.length);
  weights.forEach((weight, i) => {
    back[order[i]] = weight;
  });
  return back;
}
