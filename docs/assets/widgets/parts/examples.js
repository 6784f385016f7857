// Small pictures and filters to begin with.

const GREYS = { ".": 0, "+": 0.5, "#": 1 };
const picture = (rows) => rows.map((row) => [...row].map((sign) => GREYS[sign]));

export const copied = (rows) => rows.map((row) => [...row]);

export const PICTURES = {
  vertical: picture(Array(7).fill("####...")),
  horizontal: picture([...Array(4).fill("#######"), ...Array(3).fill(".......")]),
  stroke: picture([".......", ".#####.", "....+#.", "...+#+.", "...#+..", "..+#...", "..#+..."]),
};

// Blurring takes sixteenths: they add up to one, and decimals can write them exactly.
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
