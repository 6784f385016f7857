// How one value of a map was computed: the window, the weights, their products, sum, bias, ReLU.

import { choices, stepper } from "../widgets/parts/controls.js";
import { make } from "../widgets/parts/elements.js";
import { fill, number } from "../widgets/parts/page.js";
import { stages } from "./maps.js";

const written = (value, decimals = 2) =>
  number(value, decimals, { minimumFractionDigits: decimals });
const signed = (value) => (value < 0 ? `(${written(value)})` : written(value));

/** Give the window of one channel that a unit sees; where it hangs over the border it sees zeros. */
export function windowOf({ values, shape: [, height, width] }, layer, channel, { row, column }) {
  const { kernel_size: side, stride, padding } = layer;
  return Array.from({ length: side * side }, (_, k) => {
    const [y, x] = [
      row * stride - padding + Math.floor(k / side),
      column * stride - padding + (k % side),
    ];
    if (y < 0 || x < 0 || y >= height || x >= width) return 0;
    return values[(channel * height + y) * width + x];
  });
}

const unfolded = (layers) => stages(layers).filter(({ kind }) => kind !== "linear");

/** `first` is a record of any pass: it tells how large the maps are. */
export function arithmetic(words, layers, first, { chose }) {
  const names = unfolded(layers).map(({ name }) => name);
  let unit = null;
  let channel = 0;
  let shown = () => {};

  const change = (part) => (value) => chose({ ...unit, [part]: value - 1 });
  const layerPicker = choices({
    legend: words.layer,
    options: names.map((name) => [name, name]),
    value: names[0],
    change: (layer) => chose(fitted({ ...unit, layer }, first[layer].shape)),
  });
  const steppers = ["map", "row", "column"].map((part) =>
    stepper({ label: words[part], value: 1, min: 1, max: 28, words, change: change(part) }),
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

  function show(layers, now, chosen) {
    unit = chosen;
    const stage = unfolded(layers).find(({ name }) => name === unit.layer);
    layerPicker.set(unit.layer);
    [unit.map, unit.row, unit.column].forEach((value, i) => {
      steppers[i].node.querySelector("input").max = first[unit.layer].shape[i];
      steppers[i].set(value + 1);
    });
    shown = () =>
      body.replaceChildren(
        ...(stage.kind === "conv2d" ? convolved(stage, now) : pooled(stage, now)),
      );
    shown();
  }

  function convolved({ layer, before }, now) {
    const { kernel_size: side, weight, bias } = layer;
    const channels = weight.shape[1];
    channel = Math.min(channel, channels - 1);
    const kernelOf = (c) =>
      weight.values.subarray(
        (unit.map * channels + c) * side * side,
        (unit.map * channels + c + 1) * side * side,
      );
    const sums = Array.from({ length: channels }, (_, c) => {
      const kernel = kernelOf(c);
      return windowOf(now[before], layer, c, unit).reduce(
        (sum, value, k) => sum + value * kernel[k],
        0,
      );
    });
    const values = windowOf(now[before], layer, channel, unit);
    const kernel = Array.from(kernelOf(channel));
    const total = sums.reduce((sum, part) => sum + part, 0) + bias.values[unit.map];
    const parts = channels > 1 ? [pickedChannel(channels, sums, before)] : [];
    const from =
      channels > 1 ? fill(words.window_of, { layer: before, n: channel + 1 }) : words.window;
    return [
      ...parts,
      make(
        "div",
        { class: "cv-lab__factors" },
        table(from, values, side, "grey"),
        sign("×"),
        table(words.kernel, kernel, side, "signed"),
        sign("="),
        table(
          words.products,
          values.map((value, k) => value * kernel[k]),
          side,
          "signed",
        ),
      ),
      ...ending(sums, bias.values[unit.map], total),
    ];
  }

  function pickedChannel(channels, sums, before) {
    const options = Array.from({ length: channels }, (_, c) => [c, `${c + 1}`]);
    return choices({
      legend: fill(words.channel, { layer: before }),
      options,
      value: channel,
      change: (c) => {
        channel = c;
        shown();
        body.querySelector(":checked").focus();
      },
    }).node;
  }

  function ending(sums, bias, total) {
    const terms = sums.map((sum, c) =>
      make(
        "span",
        { class: c === channel && sums.length > 1 ? "cv-lab__term" : "" },
        `${c ? " + " : ""}${signed(sum)}`,
      ),
    );
    return [
      make(
        "p",
        {},
        sums.length > 1 ? words.sums : words.sum,
        " ",
        ...terms,
        ` + ${signed(bias)} (${words.bias}) = `,
        make("strong", {}, written(total)),
      ),
      make(
        "p",
        {},
        `ReLU(${written(total)}) = `,
        make("strong", { class: "cv-lab__result" }, written(Math.max(0, total))),
        ` ${total < 0 ? words.cut : words.kept}`,
      ),
    ];
  }

  function pooled({ layer, before }, now) {
    const values = windowOf(now[before], layer, unit.map, unit);
    const from = fill(words.window_of, { layer: before, n: unit.map + 1 });
    return [
      make("div", { class: "cv-lab__factors" }, table(from, values, layer.kernel_size, "grey")),
      make(
        "p",
        {},
        `max(${values.map((value) => written(value)).join("; ")}) = `,
        make("strong", { class: "cv-lab__result" }, written(Math.max(...values))),
      ),
    ];
  }

  return { node, show };
}

const sign = (text) => make("span", { class: "cv-lab__sign", "aria-hidden": "true" }, text);

function table(caption, values, side, tone) {
  const most = values.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  const cell = (value) =>
    make(
      "td",
      {
        "data-tone": tone === "signed" && value < 0 ? "minus" : tone === "signed" ? "plus" : "grey",
        style: `--share: ${Math.abs(value) / most}`,
      },
      value === 0 ? "0" : written(value),
    );
  const rows = Array.from({ length: side }, (_, row) =>
    make("tr", {}, ...values.slice(row * side, (row + 1) * side).map(cell)),
  );
  return make(
    "table",
    { class: "cv-lab__numbers" },
    make("caption", {}, caption),
    make("tbody", {}, ...rows),
  );
}

/** Keep a unit inside a layer whose maps are smaller or fewer. */
export function fitted(unit, [maps, rows, columns]) {
  const within = (value, count) => Math.min(value, count - 1);
  return {
    ...unit,
    map: within(unit.map, maps),
    row: within(unit.row, rows),
    column: within(unit.column, columns),
  };
}
