// What every layer of the CNN makes of the picture, from the first maps down to the ten scores.

import { make } from "../parts/elements.js";
import { fill, number } from "../parts/words.js";
import { largestOf, paint } from "./colours.js";

const DENSE_ROWS = 2; // of the cells that stand for a dense layer's units

/**
 * What is shown of a network: a layer, the maps before it, and those after its ReLU if it has one.
 *
 * @typedef {{ layer: Convolution | Pooling | Linear, before: string, shown: string }} Stage
 */

/**
 * `looked` hears of the unit under the pointer, or null; `chose` of one clicked or touched.
 *
 * @typedef {{ looked: (unit: Unit | null) => void, chose: (unit: Unit) => void }} Hear
 */

/**
 * How the values of a layer's maps are shown, the largest of them `most`.
 *
 * @typedef {(values: Float32Array, most: number, unit: Unit | null, ramps: Ramps) => void} Show
 */

/**
 * List what is shown of a network: its convolutions after their ReLU, its poolings, and the rest.
 *
 * @param {Layer[]} layers
 * @returns {Stage[]}
 */
export function stages(layers) {
  return layers.flatMap((layer, i) => {
    if (layer.kind === "relu" || layer.kind === "flatten") return [];
    const above = layers[i + 1];
    const shown = above?.kind === "relu" ? above.name : layer.name;
    return [{ layer, before: layers[i - 1]?.name ?? "input", shown }];
  });
}

/**
 * @param {Words} words
 * @param {Layer[]} layers
 * @param {Pass} record of any picture: it tells how large the maps are
 * @param {Hear} hear
 */
export function maps(words, layers, record, hear) {
  const views = stages(layers).map((stage) => view(words, stage, record[stage.shown].shape, hear));
  const node = make(
    "section",
    { class: "cv-lab__maps" },
    make("h2", {}, words.maps),
    make("p", { class: "cv-lab__hint" }, words.maps_hint),
    ...views.map((view) => view.node),
  );
  node.addEventListener("pointerleave", () => hear.looked(null));

  /** @param {Pass} record @param {Unit} unit @param {Ramps} ramps */
  function show(record, unit, ramps) {
    for (const { stage, show } of views) {
      show(record[stage.shown], unit.layer === stage.layer.name ? unit : null, ramps);
    }
  }

  return { node, show };
}

/** @param {Words} words @param {Stage["layer"]} layer */
function kind(words, layer) {
  if (layer.kind === "linear") return words.stage_dense;
  const word = layer.kind === "conv2d" ? words.stage_conv : words.stage_pool;
  return fill(word, { side: layer.kernel_size });
}

/** @param {Words} words @param {Stage} stage @param {number[]} shape @param {Hear} hear */
function view(words, stage, shape, hear) {
  const { name } = stage.layer;
  const relu = stage.shown !== name;
  const flat = shape.length === 1;
  const size = flat ? `${shape[0]}` : `${shape[0]} × ${shape[1]}×${shape[2]}`;
  const scale = make("span", { class: "cv-lab__scale" });
  const title = make(
    "p",
    { class: "cv-lab__stage-name" },
    make("strong", {}, name),
    ` ${size} · ${kind(words, stage.layer)}${relu ? " · ReLU" : ""} `,
    scale,
  );
  const scores = flat && !relu;
  const parts = scores ? list(shape[0]) : (flat ? strip : tiles)(words, name, shape, hear);
  const node = make("div", { class: "cv-lab__layer", "data-layer": name }, title, parts.node);

  /** @param {Maps} maps @param {Unit | null} unit @param {Ramps} ramps */
  function show({ values }, unit, ramps) {
    const most = largestOf(values);
    scale.textContent = scores ? "" : fill(words.scale, { most: number(most, 1) });
    parts.show(values, most, unit, ramps);
  }

  return { node, stage, show };
}

/** @param {Words} words @param {string} name @param {number[]} shape @param {Hear} hear */
function tiles(words, name, [channels, height, width], hear) {
  const pictures = Array.from({ length: channels }, (_, map) =>
    make("canvas", { "data-map": map, width, height }),
  );
  const mark = make("div", { class: "cv-lab__mark" });
  const frames = pictures.map((picture) => make("div", {}, picture));
  const label = fill(words.layer_image, { layer: name, maps: channels });
  const node = make("div", { class: "cv-lab__tiles", role: "img", "aria-label": label }, ...frames);
  listen(node, name, [height, width], hear);

  /** @type {Show} */
  function show(values, most, unit, ramps) {
    const size = height * width;
    for (const [map, picture] of pictures.entries()) {
      paint(picture, values.subarray(map * size, (map + 1) * size), width, ramps.grey, most);
      frames[map].classList.toggle("cv-lab__chosen", unit?.map === map);
    }
    if (!unit) return mark.remove();
    const left = `${(100 * unit.column) / width}%`;
    const top = `${(100 * unit.row) / height}%`;
    Object.assign(mark.style, { left, top, width: `${100 / width}%`, height: `${100 / height}%` });
    if (mark.parentNode !== frames[unit.map]) frames[unit.map]?.append(mark);
  }

  return { node, show };
}

/**
 * Tell of the units under the pointer, and of those chosen.
 *
 * @param {HTMLElement} node
 * @param {string} layer
 * @param {number[]} size
 * @param {Hear} hear
 */
function listen(node, layer, [height, width], { looked, chose }) {
  /** @param {number} share @param {number} count */
  const place = (share, count) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  /** @param {MouseEvent} event @returns {Unit | null} */
  function unitAt({ target, clientX, clientY }) {
    if (!(target instanceof HTMLCanvasElement)) return null;
    const box = target.getBoundingClientRect();
    return {
      layer,
      map: Number(target.dataset.map),
      row: place((clientY - box.top) / box.height, height),
      column: place((clientX - box.left) / box.width, width),
    };
  }
  node.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") looked(unitAt(event));
  });
  node.addEventListener("click", (event) => {
    const unit = unitAt(event);
    if (unit) chose(unit);
  });
}

/**
 * A dense layer, as a strip of cells.
 *
 * @param {Words} words
 * @param {string} name
 * @param {number[]} shape
 */
function strip(words, name, [count]) {
  const label = fill(words.layer_units, { layer: name, units: count });
  const node = make("canvas", { class: "cv-lab__strip", role: "img", "aria-label": label });
  /** @type {Show} */
  const show = (values, most, _unit, ramps) =>
    paint(node, values, count / DENSE_ROWS, ramps.grey, most);
  return { node, show };
}

/**
 * The scores, as numbers.
 *
 * @param {number} count
 */
function list(count) {
  const numbers = Array.from({ length: count }, () => make("span"));
  const entries = numbers.map((number, digit) => make("li", {}, make("b", {}, `${digit}`), number));
  const node = make("ol", { class: "cv-lab__scores", start: 0 }, ...entries);
  /** @type {Show} */
  const show = (values) => {
    const best = values.indexOf(Math.max(...values));
    for (const [i, value] of values.entries()) {
      numbers[i].textContent = number(value, 1, { minimumFractionDigits: 1 });
      entries[i].classList.toggle("cv-lab__best", i === best);
    }
  };
  return { node, show };
}
