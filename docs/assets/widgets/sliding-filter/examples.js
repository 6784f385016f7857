// Small pictures and filters to begin with.

/** @type {Record<string, number>} */
const GREYS = { ".": 0, "+": 0.5, "#": 1 };

/** @param {string[]} rows */
const picture = (rows) => rows.map((row) => [...row].map((sign) => GREYS[sign]));

/** @param {number[][]} rows */
export const copied = (rows) => rows.map((row) => [...row]);

/** @type {Record<string, number[][]>} */
export const PICTURES = {
  vertical: picture(Array(7).fill("####...")),
  horizontal: picture([...Array(4).fill("#######"), ...Array(3).fill(".......")]),
  stroke: picture([".......", ".#####.", "....+#.", "...+#+.", "...#+..", "..+#...", "..#+..."]),
};

/**
 * Blurring takes sixteenths: they add up to one, and decimals can write them exactly.
 *
 * @type {Record<string, number[][]>}
 */
export const KERNELS = {
  vertical: [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
  ],
  horizontal: [
    [1, 1, 1],
    [0, 0, 0],
    [-1, -1, -1],
  ],
  blur: [
    [0.0625, 0.125, 0.0625],
    [0.125, 0.25, 0.125],
    [0.0625, 0.125, 0.0625],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
  identity: [
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ],
};
