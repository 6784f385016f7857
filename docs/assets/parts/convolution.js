// The arithmetic of one filter, without any page around it.

/**
 * How many windows fit side by side, and how many places at the end none of them sees.
 *
 * @param {number} size
 * @param {number} kernel
 * @param {number} stride
 * @param {number} padding
 */
export function windows(size, kernel, stride, padding) {
  const room = size - kernel + 2 * padding;
  if (room < 0) return { count: 0, left: size + 2 * padding };
  return { count: Math.floor(room / stride) + 1, left: room % stride };
}

/**
 * Surround a picture with zeros.
 *
 * @param {number[][]} image
 * @param {number} padding
 */
export function padded(image, padding) {
  const side = image.length + 2 * padding;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => image[row - padding]?.[column - padding] ?? 0),
  );
}

/**
 * What lies under the window of an output cell, each value beside its weight.
 *
 * @param {number[][]} image
 * @param {number[][]} kernel
 * @param {number} stride
 * @param {number} row
 * @param {number} column
 * @returns {Term[]}
 */
export function terms(image, kernel, stride, row, column) {
  return kernel.flatMap((weights, i) =>
    weights.map((weight, j) => ({
      value: image[row * stride + i][column * stride + j],
      weight,
    })),
  );
}

/** @param {Term[]} products @param {number} bias */
export const total = (products, bias) =>
  products.reduce((sum, { value, weight }) => sum + value * weight, bias);
