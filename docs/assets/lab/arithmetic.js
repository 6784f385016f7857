// The sum behind one value of a map, which a reader picks: by layer, map, row and column.

import { choices, stepper } from "../parts/controls.js";
import { found, make } from "../parts/elements.js";
import { stages } from "./maps.js";
import { convolved, pooled } from "./sums.js";

/** @import { Stage } from "./maps.js" */

/** @type {("map" | "row" | "column")[]} */
const PARTS = ["map", "row", "column"];

/**
 * @param {Words} words
 * @param {Layer[]} layers
 * @param {Pass} first of any picture: it tells how large the maps are
 * @param {(unit: Unit) => void} chose
 */
export function arithmetic(words, layers, first, chose) {
  const names = stages(layers).flatMap(({ layer }) => (layer.kind === "linear" ? [] : layer.name));
  let unit = { layer: names[0], map: 0, row: 0, column: 0 };
  let channel = 0; // of the layer below, whose products are shown

  const layerPicker = choices({
    legend: words.layer,
    options: names.map((name) => [name, name]),
    value: names[0],
    change: (layer) => chose({ ...unit, layer }),
  });
  const steppers = PARTS.map((part) =>
    stepper({
      label: words[part],
      value: 1,
      min: 1,
      max: 28,
      words,
      change: (value) => chose({ ...unit, [part]: value - 1 }),
    }),
  );
  const body = make("div", { class: "cv-lab__sum" });
  const node = make(
    "section",
    { class: "cv-lab__arithmetic" },
    make("h2", {}, words.sum_title),
    make("p", { class: "cv-lab__hint" }, words.sum_hint),
    layerPicker.node,
    make("div", { class: "cv-row" }, ...steppers.map(({ node }) => node)),
    body,
  );

  /** @param {Layer[]} layers @param {Pass} now @param {Unit} chosen */
  function show(layers, now, chosen) {
    unit = chosen;
    layerPicker.set(unit.layer);
    for (const [i, part] of PARTS.entries()) {
      steppers[i].input.max = `${first[unit.layer].shape[i]}`;
      steppers[i].set(unit[part] + 1);
    }
    const stage = stages(layers).find(({ layer }) => layer.name === unit.layer);
    if (stage) body.replaceChildren(...worked(stage, now));
  }

  /** @param {Stage} stage @param {Pass} now @returns {HTMLElement[]} */
  function worked(stage, now) {
    const { layer, before } = stage;
    if (layer.kind === "linear") return [];
    if (layer.kind === "maxpool2d") return pooled(words, layer, before, now[before], unit);
    channel = Math.min(channel, layer.weight.shape[1] - 1);
    const change = (/** @type {number} */ other) => {
      channel = other;
      body.replaceChildren(...worked(stage, now));
      found(body, ":checked", HTMLElement).focus();
    };
    return convolved(words, layer, before, now[before], unit, { channel, change });
  }

  return { node, show };
}

/**
 * Keep a unit inside a layer whose maps are smaller or fewer.
 *
 * @param {Unit} unit
 * @param {Pass} record of any picture
 * @returns {Unit}
 */
export function fitted(unit, record) {
  const [maps, rows, columns] = record[unit.layer].shape;
  /** @param {number} value @param {number} count */
  const within = (value, count) => Math.min(value, count - 1);
  return {
    ...unit,
    map: within(unit.map, maps),
    row: within(unit.row, rows),
    column: within(unit.column, columns),
  };
}
