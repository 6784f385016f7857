// Numbers as pixels in the theme's colours.

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mixed = (from, to, share) => from.map((part, i) => Math.round(part + (to[i] - part) * share));

/** Give ramps in the colours of the theme; each turns a value into red, green, blue, opacity. */
export function ramps(colour) {
  const [paper, ink, plus, minus] = ["paper", "ink", "accent", "second"].map((role) => parts(colour(role)));
  return {
    grey: (value) => [...mixed(paper, ink, value), 255], // 0 to 1
    signed: (value) => [...mixed(paper, value < 0 ? minus : plus, Math.abs(value)), 255], // −1 to 1
    heat: (value) => [...plus, Math.round(210 * value)],
  };
}

/** Paint values, one a pixel, each divided by `largest`, on a canvas of as many pixels. */
export function paint(canvas, values, width, ramp, largest = 1) {
  const height = Math.ceil(values.length / width);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  values.forEach((value, i) => pixels.data.set(ramp(largest > 0 ? value / largest : 0), 4 * i));
  canvas.getContext("2d").putImageData(pixels, 0, 0);
}

export const largestOf = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
