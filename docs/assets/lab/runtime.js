// Networks in the browser: what each kind of layer computes, and a whole pass through them.

/** @import { Opened } from "./weights.js" */

/** @param {Maps} maps @param {number} padding */
function bordered({ values, shape: [channels, height, width] }, padding) {
  if (!padding) return { values, height, width };
  const [high, wide] = [height + 2 * padding, width + 2 * padding];
  const larger = new Float32Array(channels * high * wide);
  for (let channel = 0; channel < channels; channel += 1) {
    for (let row = 0; row < height; row += 1) {
      const from = (channel * height + row) * width;
      const to = (channel * high + row + padding) * wide + padding;
      larger.set(values.subarray(from, from + width), to);
    }
  }
  return { values: larger, height: high, width: wide };
}

/** @param {Maps} maps @param {Convolution} layer @returns {Maps} */
function conv2d(maps, { kernel_size: side, stride, padding, weight, bias }) {
  const { values, height, width } = bordered(maps, padding);
  const [filters, channels] = weight.shape;
  const rows = Math.floor((height - side) / stride) + 1;
  const columns = Math.floor((width - side) / stride) + 1;
  const taps = channels * side * side;
  // Where each weight finds its value, counted from the window's first.
  const offsets = Int32Array.from(
    { length: taps },
    (_, k) =>
      (Math.floor(k / (side * side)) * height + (Math.floor(k / side) % side)) * width + (k % side),
  );
  const sums = new Float32Array(filters * rows * columns);
  const weights = weight.values;
  const window = new Float64Array(taps);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const corner = (row * width + column) * stride;
      // Gathered once for all filters.
      for (let k = 0; k < taps; k += 1) window[k] = values[corner + offsets[k]];
      const to = row * columns + column;
      for (let filter = 0; filter < filters; filter += 1) {
        let sum = bias.values[filter];
        const first = filter * taps;
        for (let k = 0; k < taps; k += 1) sum += weights[first + k] * window[k];
        sums[filter * rows * columns + to] = sum;
      }
    }
  }
  return { values: sums, shape: [filters, rows, columns] };
}

/** @param {Maps} maps @param {Pooling} layer @returns {Maps} */
function maxpool2d({ values, shape: [channels, height, width] }, { kernel_size: side, stride }) {
  const rows = Math.floor((height - side) / stride) + 1;
  const columns = Math.floor((width - side) / stride) + 1;
  const largest = new Float32Array(channels * rows * columns);
  const from = new Int32Array(largest.length); // where each was found; the gradient goes back there
  for (let at = 0; at < largest.length; at += 1) {
    const channel = Math.floor(at / (rows * columns));
    const [row, column] = [Math.floor(at / columns) % rows, at % columns];
    let best = (channel * height + row * stride) * width + column * stride;
    const corner = best;
    for (let k = 0; k < side * side; k += 1) {
      const place = corner + Math.floor(k / side) * width + (k % side);
      if (values[place] > values[best]) best = place;
    }
    largest[at] = values[best];
    from[at] = best;
  }
  return { values: largest, shape: [channels, rows, columns], from };
}

/** @param {Maps} maps @param {Linear} layer @returns {Maps} */
function linear({ values }, { weight, bias }) {
  const [features, inputs] = weight.shape;
  const sums = Float32Array.from(bias.values);
  for (let feature = 0; feature < features; feature += 1) {
    let sum = 0;
    for (let i = 0, k = feature * inputs; i < inputs; i += 1, k += 1) {
      sum += weight.values[k] * values[i];
    }
    sums[feature] += sum;
  }
  return { values: sums, shape: [features] };
}

/** @param {Maps} maps @returns {Maps} */
const relu = ({ values, shape }) => ({ values: values.map((value) => Math.max(0, value)), shape });

/** @param {Maps} maps @returns {Maps} */
const flatten = ({ values }) => ({ values, shape: [values.length] });

/**
 * Each gets a layer of its own kind.
 *
 * @type {Record<Layer["kind"], (maps: Maps, layer: any) => Maps>}
 */
const KINDS = { conv2d, maxpool2d, linear, relu, flatten };

/**
 * Put a network together from an opened file: a list of layers that carry their weights.
 *
 * @param {Opened} file
 * @param {string} name
 * @returns {Layer[]}
 */
export function network({ tensors, notes }, name) {
  return notes.networks[name].map((/** @type {Layer} */ layer) => {
    if (!(layer.kind in KINDS)) throw new Error(`no layer of kind ${layer.kind} is known here`);
    const [weight, bias] = ["weight", "bias"].map(
      (part) => tensors[`${name}.${layer.name}.${part}`],
    );
    return { ...layer, weight, bias };
  });
}

/**
 * Show a network one grey image; give what every layer made of it.
 *
 * @param {Layer[]} layers
 * @param {Float32Array} image
 */
export function passed(layers, image) {
  const side = Math.sqrt(image.length);
  /** @type {Maps} */
  let maps = { values: image, shape: [1, side, side] };
  /** @type {Pass} */
  const record = { input: maps };
  for (const layer of layers) {
    maps = KINDS[layer.kind](maps, layer);
    record[layer.name] = maps;
  }
  return record;
}

/** @param {Maps} scores */
export function softmax({ values }) {
  const largest = Math.max(...values);
  const powers = Array.from(values, (value) => Math.exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Bits: 0 is certainty, log₂ 10 a guess among ten.
 *
 * @param {number[]} chances
 */
export const entropy = (chances) =>
  chances.reduce((sum, chance) => sum - (chance > 0 ? chance * Math.log2(chance) : 0), 0);
