// Where a picture lies behind its pane: how near it is drawn, and which part of it is seen.

const NEAREST = 12; // times the size at which all of it is seen
const NARROW = 600; // px of a pane

/**
 * In shares of the picture.
 *
 * @typedef {{ left: number, top: number, width: number, height: number }} Box
 */

/** @param {number} low @param {number} value @param {number} high */
const between = (low, value, high) => Math.min(Math.max(value, low), high);

/**
 * How far to move so that a span of the picture lies inside the pane.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} room
 */
const nudge = (from, to, room) => (from < 0 ? -from : Math.min(0, room - to));

/**
 * Places are in px of the pane, from its upper left corner.
 *
 * @param {HTMLElement} pane
 * @param {HTMLElement} sheet as large as the picture
 */
export function view(pane, sheet) {
  let ratio = 1; // of the picture, width to height
  let scale = 1; // 1: all of it is seen
  let [x, y] = [0, 0]; // of its upper left corner

  const room = () => [pane.clientWidth, pane.clientHeight];
  const fitting = () => Math.min(pane.clientWidth, pane.clientHeight * ratio);
  const size = () => [fitting() * scale, (fitting() * scale) / ratio];

  function place() {
    const [width, height] = size();
    const [wide, high] = room();
    x = width <= wide ? (wide - width) / 2 : between(wide - width, x, 0);
    y = height <= high ? (high - height) / 2 : between(high - height, y, 0);
    sheet.style.width = `${width}px`;
    sheet.style.translate = `${x}px ${y}px`;
    pane.dataset.moves = width > wide + 1 || height > high + 1 ? "yes" : "no";
  }

  /** @param {number} by @param {number[]} [at] the place that stays */
  function zoom(by, [left, top] = room().map((length) => length / 2)) {
    const before = scale;
    scale = between(1, scale * by, NEAREST);
    x = left - (left - x) * (scale / before);
    y = top - (top - y) * (scale / before);
    place();
  }

  function whole() {
    scale = 1;
    place();
  }

  /**
   * Begin with another picture. A tall one is not made small to be seen whole: it begins at its top,
   * as wide as there is room. On a phone, where the page showed it as wide, it begins nearer.
   *
   * @param {number} width
   * @param {number} height
   */
  function begin(width, height) {
    ratio = width / height;
    const [wide] = room();
    scale = Math.max(1, Math.min(wide < NARROW ? 2 * wide : wide, width * 1.4) / fitting());
    [x, y] = [0, 0];
    place();
  }

  /** @param {number} right @param {number} down */
  function move(right, down) {
    x += right;
    y += down;
    place();
  }

  /**
   * Bring a box into sight.
   *
   * @param {Box} box
   */
  function reveal({ left, top, width, height }) {
    const [across, down] = size();
    const [wide, high] = room();
    move(
      nudge(x + left * across, x + (left + width) * across, wide),
      nudge(y + top * down, y + (top + height) * down, high),
    );
  }

  /** @param {number[]} at */
  const shares = ([left, top]) => [(left - x) / size()[0], (top - y) / size()[1]];

  return { place, zoom, whole, begin, move, reveal, shares };
}

/** @typedef {ReturnType<typeof view>} View */
