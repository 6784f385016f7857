// Digits, and what two networks said of each when it was moved aside.

export const SIDE = 28;
/** @type {["lenet5", "mlp"]} */
export const NETWORKS = ["lenet5", "mlp"];

/**
 * `networks` has the probability of each class by network and by place in `amounts`.
 *
 * @typedef {object} Digit
 * @property {number[][]} image
 * @property {number} label
 * @property {number[]} amounts
 * @property {Record<"lenet5" | "mlp", number[][]>} networks
 */

/**
 * Give a network's probabilities for a digit that is moved by an amount.
 *
 * @param {Digit} digit
 * @param {"lenet5" | "mlp"} network
 * @param {number} amount
 */
export const chances = ({ amounts, networks }, network, amount) =>
  networks[network][amounts.indexOf(amount)];

/**
 * Paint a digit, moved to the right by some pixels.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Digit} digit
 * @param {number} right
 * @param {Colour} colour
 */
export function paint(canvas, { image }, right, colour) {
  const brush = canvas.getContext("2d");
  if (!brush) return;
  brush.globalAlpha = 1;
  brush.fillStyle = colour("paper");
  brush.fillRect(0, 0, SIDE, SIDE);
  brush.fillStyle = colour("ink");
  for (const [y, row] of image.entries()) {
    for (const [x, value] of row.entries()) {
      brush.globalAlpha = value;
      brush.fillRect(x + right, y, 1, 1);
    }
  }
}
