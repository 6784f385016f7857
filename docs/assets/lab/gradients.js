// The way back: how a class's score would change with the maps of a layer, and Grad-CAM from it.

/** @param {Float32Array} gradient @param {Linear} layer */
function linear(gradient, { weight }) {
  const [features, inputs] = weight.shape;
  const back = new Float32Array(inputs);
  for (let feature = 0; feature < features; feature += 1) {
    if (gradient[feature] === 0) continue;
    for (let i = 0, k = feature * inputs; i < inputs; i += 1, k += 1) {
      back[i] += gradient[feature] * weight.values[k];
    }
  }
  return back;
}

/** @param {Float32Array} gradient @param {Layer} _layer @param {Maps} _before @param {Maps} after */
const relu = (gradient, _layer, _before, after) =>
  gradient.map((value, i) => (after.values[i] > 0 ? value : 0));

/** @param {Float32Array} gradient @param {Layer} _layer @param {Maps} before @param {Maps} after */
function maxpool2d(gradient, _layer, before, { from = new Int32Array() }) {
  const back = new Float32Array(before.values.length);
  for (const [i, place] of from.entries()) back[place] += gradient[i];
  return back;
}

/**
 * Each gets a layer of its own kind, and the maps below and above it.
 *
 * @type {Record<string, (above: Float32Array, layer: any, before: Maps, after: Maps) => Float32Array>}
 */
const BACK = { linear, relu, maxpool2d, flatten: (gradient) => gradient };

/**
 * Give the gradient of a class's score, before the softmax, by the maps of a layer.
 *
 * @param {Layer[]} layers
 * @param {Pass} record
 * @param {number} chosen
 * @param {string} name
 */
export function gradient(layers, record, chosen, name) {
  const last = layers.length - 1;
  /** @type {Float32Array} */
  let back = new Float32Array(record[layers[last].name].values.length);
  back[chosen] = 1;
  for (let i = last; layers[i].name !== name; i -= 1) {
    const before = record[layers[i - 1]?.name ?? "input"];
    back = BACK[layers[i].kind](back, layers[i], before, record[layers[i].name]);
  }
  return back;
}

/**
 * Sum a layer's maps, each weighed by its mean gradient; evidence against the class is cut off.
 *
 * @param {Layer[]} layers
 * @param {Pass} record
 * @param {number} chosen
 */
export function gradCam(layers, record, chosen, name = "relu2") {
  const {
    values,
    shape: [channels, height, width],
  } = record[name];
  const slopes = gradient(layers, record, chosen, name);
  const size = height * width;
  const sum = new Float32Array(size);
  for (let channel = 0; channel < channels; channel += 1) {
    const place = channel * size;
    let weight = 0;
    for (let i = 0; i < size; i += 1) weight += slopes[place + i];
    for (let i = 0; i < size; i += 1) sum[i] += (weight / size) * values[place + i];
  }
  return { values: sum.map((value) => Math.max(0, value)), shape: [height, width] };
}
