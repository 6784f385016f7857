// What a pixel of one layer sees in the layers below it.

/** The layers above a picture: convolutions that keep the border, with pooling between if wanted. */
export function tower(side, { kernel, stride, pooling }) {
  const layers = [{ kind: "input", side }];
  for (let i = 1; i <= 3; i += 1) {
    const below = layers.at(-1).side;
    layers.push({
      kind: "conv",
      n: i,
      kernel,
      stride,
      padding: (kernel - 1) / 2,
      side: Math.ceil(below / stride),
    });
    const top = layers.at(-1).side;
    if (pooling && i < 3) {
      layers.push({
        kind: "pool",
        n: i,
        kernel: 2,
        stride: 2,
        padding: 0,
        side: Math.max(1, Math.floor(top / 2)),
      });
    }
  }
  return layers;
}

/**
 * For a pixel of the top layer, the span from first to last that it sees in each layer, in one
 * dimension. The span may reach beyond the layer's border, into the padding.
 */
export function spans(layers, pixel) {
  const seen = [{ first: pixel, last: pixel }];
  for (const { kernel, stride, padding } of layers.slice(1).reverse()) {
    const { first, last } = seen[0];
    seen.unshift({ first: first * stride - padding, last: last * stride - padding + kernel - 1 });
  }
  return seen;
}

/** The part of a span that lies inside a layer. */
export const inside = ({ first, last }, side) => ({
  first: Math.max(0, first),
  last: Math.min(side - 1, last),
});
