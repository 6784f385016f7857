// What a pixel of one layer sees in the layers below it.

/**
 * A layer of the tower, seen in one dimension.
 *
 * @typedef {{ kind: string, n: number, kernel: number, stride: number, padding: number, side: number }} Floor
 * @typedef {{ first: number, last: number }} Span
 * @typedef {{ rows: Span, columns: Span }} Region
 */

/**
 * The layers above a picture: convolutions that keep the border, with pooling between if wanted.
 *
 * @param {number} side
 * @param {{ kernel: number, stride: number, pooling: boolean }} chosen
 */
export function tower(side, { kernel, stride, pooling }) {
  /** @type {Floor[]} */
  const layers = [{ kind: "input", n: 0, kernel: 1, stride: 1, padding: 0, side }];
  let top = side;
  for (let n = 1; n <= 3; n += 1) {
    top = Math.ceil(top / stride);
    layers.push({ kind: "conv", n, kernel, stride, padding: (kernel - 1) / 2, side: top });
    if (pooling && n < 3) {
      top = Math.max(1, Math.floor(top / 2));
      layers.push({ kind: "pool", n, kernel: 2, stride: 2, padding: 0, side: top });
    }
  }
  return layers;
}

/**
 * For a pixel of the top layer, the span from first to last that it sees in each layer, in one
 * dimension. The span may reach beyond the layer's border, into the padding.
 *
 * @param {Floor[]} layers
 * @param {number} pixel
 */
export function spans(layers, pixel) {
  const seen = [{ first: pixel, last: pixel }];
  for (const { kernel, stride, padding } of layers.slice(1).reverse()) {
    const { first, last } = seen[0];
    seen.unshift({ first: first * stride - padding, last: last * stride - padding + kernel - 1 });
  }
  return seen;
}

/** @param {Span} span */
export const length = ({ first, last }) => last - first + 1;

/**
 * Say what a pixel of the top layer sees in each layer, of what lies inside its borders.
 *
 * @param {Floor[]} layers
 * @param {Place} pixel
 * @returns {Region[]}
 */
export function regions(layers, [row, column]) {
  const [rows, columns] = [spans(layers, row), spans(layers, column)];
  return layers.map(({ side }, i) => ({
    rows: inside(rows[i], side),
    columns: inside(columns[i], side),
  }));
}

/** @param {Span} span @param {number} side */
const inside = ({ first, last }, side) => ({
  first: Math.max(0, first),
  last: Math.min(side - 1, last),
});
