// Which pixels of the picture a unit depends on: its receptive field, from the layers below it.

import { SIDE } from "./picture.js";

/** Give the first and last row and column of the input that a place in a layer's maps sees. */
export function field(layers, name, row, column) {
  let [top, bottom, left, right] = [row, row, column, column];
  const last = layers.findIndex((layer) => layer.name === name);
  for (const { kernel_size: side, stride = 1, padding = 0 } of layers
    .slice(0, last + 1)
    .reverse()) {
    if (!side) continue;
    [top, left] = [top, left].map((first) => first * stride - padding);
    [bottom, right] = [bottom, right].map((end) => end * stride - padding + side - 1);
  }
  return { top, bottom, left, right };
}

const inside = (place) => Math.min(SIDE - 1, Math.max(0, place));

/** Cut a field off where the picture ends. */
export const visible = ({ top, bottom, left, right }) => ({
  top: inside(top),
  bottom: inside(bottom),
  left: inside(left),
  right: inside(right),
});

const square = (top, left, bottom, right) =>
  [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ].map(([x, y], i) => [x + (i === 1 || i === 2 ? 0.5 : -0.5), y + (i > 1 ? 0.5 : -0.5)]);

/** Outline a field by its corners; of a remapped picture, each pixel where it was before. */
export function outlined(seen, order) {
  const { top, bottom, left, right } = visible(seen);
  if (!order) return [square(top, left, bottom, right)];
  const squares = [];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const [row, column] = [Math.floor(order[y * SIDE + x] / SIDE), order[y * SIDE + x] % SIDE];
      squares.push(square(row, column, row, column));
    }
  }
  return squares;
}
