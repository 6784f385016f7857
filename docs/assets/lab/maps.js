// What every layer of the CNN makes of the picture, from the first maps down to the ten scores.

import { make } from "../widgets/parts/elements.js";
import { fill, number } from "../widgets/parts/page.js";
import { largestOf, paint } from "./colours.js";

const DENSE_ROWS = 2; // of the cells that stand for a dense layer's units

/** List what is shown of a network: its convolutions after their ReLU, its poolings, and the rest. */
export function stages(layers) {
  return layers.flatMap((layer, i) => {
    const { name, kind } = layer;
    const relu = layers[i + 1]?.kind === "relu";
    if (!["conv2d", "maxpool2d", "linear"].includes(kind)) return [];
    const before = layers[i - 1]?.name ?? "input";
    return [{ name, kind, relu, layer, before, shown: relu ? layers[i + 1].name : name }];
  });
}

const SIGNS = { conv2d: "stage_conv", maxpool2d: "stage_pool", linear: "stage_dense" };

/** `looked` hears of the unit under the pointer, or null; `chose` of one clicked or touched. */
export function maps(words, layers, record, { looked, chose }) {
  const views = stages(layers).map((stage) =>
    view(words, stage, record[stage.shown].shape, { looked, chose }),
  );
  const node = make(
    "section",
    { class: "cv-lab__maps" },
    make("h2", {}, words.maps),
    make("p", { class: "cv-lab__hint" }, words.maps_hint),
    ...views.map(({ node }) => node),
  );
  node.addEventListener("pointerleave", () => looked(null));

  function show(record, unit, ramps) {
    for (const { stage, show } of views)
      show(record[stage.shown], unit.layer === stage.name ? unit : null, ramps);
  }

  return { node, show };
}

function view(words, stage, shape, hear) {
  const scale = make("span", { class: "cv-lab__scale" });
  const size = shape.length > 1 ? `${shape[0]} × ${shape[1]}×${shape[2]}` : `${shape[0]}`;
  const what = fill(words[SIGNS[stage.kind]], { side: stage.layer.kernel_size });
  const title = make(
    "p",
    { class: "cv-lab__stage-name" },
    make("strong", {}, stage.name),
    ` ${size} · ${what}${stage.relu ? " · ReLU" : ""} `,
    scale,
  );
  const parts = shape.length > 1 ? tiles(words, stage, shape, hear) : cells(words, stage, shape[0]);
  const node = make("div", { class: "cv-lab__layer", "data-layer": stage.name }, title, parts.node);

  function show({ values }, unit, ramps) {
    const most = largestOf(values);
    scale.textContent =
      shape.length > 1 || stage.relu ? fill(words.scale, { most: number(most, 1) }) : "";
    parts.show(values, most, unit, ramps);
  }

  return { node, stage, show };
}

function tiles(words, { name }, [channels, height, width], { looked, chose }) {
  const pictures = Array.from({ length: channels }, (_, map) =>
    make("canvas", { "data-map": map, width, height }),
  );
  const mark = make("div", { class: "cv-lab__mark" });
  const frames = pictures.map((picture) => make("div", {}, picture));
  const node = make(
    "div",
    {
      class: "cv-lab__tiles",
      role: "img",
      "aria-label": fill(words.layer_image, { layer: name, maps: channels }),
    },
    ...frames,
  );

  const unitAt = ({ target, clientX, clientY }) => {
    if (!("map" in target.dataset)) return null;
    const box = target.getBoundingClientRect();
    const place = (share, count) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
    return {
      layer: name,
      map: Number(target.dataset.map),
      row: place((clientY - box.top) / box.height, height),
      column: place((clientX - box.left) / box.width, width),
    };
  };
  node.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") looked(unitAt(event));
  });
  node.addEventListener("click", (event) => {
    const unit = unitAt(event);
    if (unit) chose(unit);
  });

  function show(values, most, unit, ramps) {
    const size = height * width;
    pictures.forEach((picture, map) =>
      paint(picture, values.subarray(map * size, (map + 1) * size), width, ramps.grey, most),
    );
    frames.forEach((frame, map) => frame.classList.toggle("cv-lab__chosen", unit?.map === map));
    if (!unit) return mark.remove();
    for (const [side, value] of Object.entries({
      left: unit.column / width,
      top: unit.row / height,
      width: 1 / width,
      height: 1 / height,
    }))
      mark.style[side] = `${100 * value}%`;
    if (mark.parentNode !== frames[unit.map]) frames[unit.map]?.append(mark);
  }

  return { node, show };
}

/** A dense layer: a strip of cells, or its numbers where they are the scores. */
function cells(words, { name, relu }, count) {
  if (!relu) return scores(count);
  const strip = make("canvas", {
    class: "cv-lab__strip",
    role: "img",
    "aria-label": fill(words.layer_units, { layer: name, units: count }),
  });
  const show = (values, most, _unit, ramps) =>
    paint(strip, values, count / DENSE_ROWS, ramps.grey, most);
  return { node: strip, show };
}

function scores(count) {
  const numbers = Array.from({ length: count }, () => make("span"));
  const node = make(
    "ol",
    { class: "cv-lab__scores", start: 0 },
    ...numbers.map((number, digit) => make("li", {}, make("b", {}, `${digit}`), number)),
  );
  const show = (values) => {
    const best = values.indexOf(Math.max(...values));
    values.forEach((value, i) => {
      numbers[i].textContent = number(value, 1, { minimumFractionDigits: 1 });
      numbers[i].parentNode.classList.toggle("cv-lab__best", i === best);
    });
  };
  return { node, show };
}
