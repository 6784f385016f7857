// Where a network lies in the chart: operations from left to right, accuracy from bottom to top.

/** @import { Network } from "./networks.js" */

export const MARGIN = { left: 44, right: 14, top: 14, bottom: 46 };
const LARGEST = 22; // px, the radius of the network with most parameters, on a wide page
const NARROW = 480; // px
const INSET = 10; // px from the axis to the leftmost network's middle

/**
 * Fit all networks into a picture of this size, in px.
 *
 * @param {Network[]} networks by their operations
 * @param {number} width
 * @param {number} height
 */
export function scales(networks, width, height) {
  const ends = [networks[0], networks[networks.length - 1]];
  const [low, high] = ends.map(({ operations }) => Math.log10(operations));
  const accuracies = networks.map(({ top1 }) => top1);
  const worst = Math.floor(Math.min(...accuracies) / 5) * 5;
  const best = Math.ceil(Math.max(...accuracies) / 5) * 5;
  const across = width - MARGIN.left - MARGIN.right - 3 * INSET;
  const up = height - MARGIN.top - MARGIN.bottom;
  const most = Math.max(...networks.map(({ parameters }) => parameters));
  const narrow = width < NARROW;
  const largest = narrow ? LARGEST * 0.7 : LARGEST;
  return {
    /** @param {number} operations */
    x: (operations) =>
      MARGIN.left + INSET + (across * (Math.log10(operations) - low)) / (high - low || 1),
    /** @param {number} top1 */
    y: (top1) => height - MARGIN.bottom - (up * (top1 - worst)) / (best - worst || 1),
    /** @param {number} parameters which are as the circle's area */
    radius: (parameters) => Math.max(2.5, largest * Math.sqrt(parameters / most)),
    /** Round numbers of parameters. */
    examples: (narrow ? [20e6, 100e6] : [5e6, 50e6, 150e6]).filter((round) => round <= most),
    ticks: {
      x: [0.01, 0.1, 1, 10, 100, 1000].filter(
        (tick) => Math.log10(tick) >= low - 0.2 && Math.log10(tick) <= high + 0.05,
      ),
      y: Array.from({ length: (best - worst) / 5 + 1 }, (_, i) => worst + 5 * i),
    },
    width,
    height,
    right: width - MARGIN.right,
    floor: height - MARGIN.bottom,
  };
}

/** @typedef {ReturnType<typeof scales>} Scales */
