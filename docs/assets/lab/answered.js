// What both networks make of what was drawn.

import { picture, remapped } from "./picture.js";
import { passed, softmax } from "./runtime.js";

/**
 * @param {Networks} set
 * @param {State} state
 * @param {Float32Array} [base] a test digit below the strokes
 */
export function answered(set, state, base) {
  const { image, back } = picture(state, base);
  const shown = set.order ? remapped(image, set.order) : image;
  const cnn = passed(set.lenet5, shown);
  const mlp = passed(set.mlp, shown);
  const chances = { lenet5: softmax(cnn.scores), mlp: softmax(mlp.scores) };
  const answer = chances.lenet5.indexOf(Math.max(...chances.lenet5));
  return { shown, back, cnn, mlp, chances, answer };
}
