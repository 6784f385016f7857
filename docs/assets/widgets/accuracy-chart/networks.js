// Networks and what is measured of them, in the words of a page.

import { fill, number, percent } from "../../parts/words.js";

/**
 * Operations are in billions of multiplications and additions, `top1` in percent.
 *
 * @typedef {{ name: string, operations: number, parameters: number, top1: number }} Network
 */

/** @param {string} name */
export const plain = (name) => name.toLowerCase().replace(/[^a-z0-9.]/g, "");

/** @param {Network} network */
export const gflops = ({ operations }) => number(operations, operations < 1 ? 2 : 1);

/** @param {number} parameters */
export const millions = (parameters) => number(parameters / 1e6, parameters < 1e7 ? 1 : 0);

/** @param {Network} network */
export const accuracy = ({ top1 }) => percent(top1 / 100, 1);

/**
 * Give everything about a network in one sentence.
 *
 * @param {Words} words
 * @param {Network} network
 */
export const told = (words, network) =>
  fill(words.point, {
    name: network.name,
    operations: gflops(network),
    parameters: millions(network.parameters),
    top1: accuracy(network),
  });
