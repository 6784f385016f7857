// Numbers as pixels in the theme's colours.

const SHADES = 256;

/** @param {string} hex */
const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** @param {number[]} from @param {number[]} to @param {number} share */
const mixed = (from, to, share) => from.map((part, i) => Math.round(part + (to[i] - part) * share));

/**
 * Make a ramp from a value up to 1.
 *
 * @param {number} least
 * @param {(value: number) => number[]} colourOf red, green, blue and opacity, up to 255
 * @returns {Ramp}
 */
function ramp(least, colourOf) {
  const bytes = new Uint8ClampedArray(4 * SHADES);
  for (let i = 0; i < SHADES; i += 1) {
    bytes.set(colourOf(least + ((1 - least) * i) / (SHADES - 1)), 4 * i);
  }
  return { least, colours: new Uint32Array(bytes.buffer) };
}

/**
 * Give ramps in the colours of the theme, up to the value 1.
 *
 * @param {Colour} colour
 * @returns {Ramps}
 */
export function ramps(colour) {
  const [paper, ink, plus, minus] = ["paper", "ink", "accent", "second"].map((role) =>
    parts(colour(role)),
  );
  return {
    grey: ramp(0, (value) => [...mixed(paper, ink, value), 255]),
    signed: ramp(-1, (value) => [...mixed(paper, value < 0 ? minus : plus, Math.abs(value)), 255]),
    heat: ramp(0, (value) => [...plus, 210 * value]), // ever less transparent
  };
}

/**
 * Paint values, one a pixel, each divided by `largest`, on a canvas of as many pixels.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} values
 * @param {number} width
 * @param {Ramp} ramp
 */
export function paint(canvas, values, width, { least, colours }, largest = 1) {
  const height = Math.ceil(values.length / width);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  const shades = new Uint32Array(pixels.data.buffer);
  const step = (SHADES - 1) / (1 - least);
  for (let i = 0; i < values.length; i += 1) {
    const value = largest > 0 ? values[i] / largest : 0;
    shades[i] = colours[Math.min(SHADES - 1, Math.max(0, Math.round((value - least) * step)))];
  }
  brushOf(canvas).putImageData(pixels, 0, 0);
}

/**
 * Give what draws on a canvas.
 *
 * @param {HTMLCanvasElement} canvas
 */
export function brushOf(canvas) {
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("the lab needs a browser that draws on a canvas");
  return brush;
}

/** @param {Float32Array} values */
export const largestOf = (values) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
