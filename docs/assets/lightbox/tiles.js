// Which layer and channel a tile of a picture shows: chosen by pointer or in two lists.

import { make } from "../parts/elements.js";
import { fill, number } from "../parts/words.js";

/** @import { Box } from "./view.js" */

/**
 * What a drawing notes of its tiles, in its own px: see cnnviz/drawing/tiles.py.
 *
 * @typedef {object} Grid
 * @property {string} name
 * @property {string} told what its values are
 * @property {number[]} channels
 * @property {(number[] | null)[]} values
 * @property {[number, number]} corner
 * @property {[number, number]} step
 * @property {number} side
 * @property {number} columns
 */

const NOTE = /<metadata id="tiles">.*?<\/metadata>/s;

/** @param {number} value */
const short = (value) => number(value, undefined, { maximumSignificantDigits: 3 });

/** @param {HTMLImageElement} image @returns {Promise<Grid[]>} */
async function noted(image) {
  if (!image.src.endsWith(".svg")) return [];
  const answer = await fetch(image.src);
  const note = NOTE.exec(await answer.text());
  if (!note) return [];
  const { documentElement } = new DOMParser().parseFromString(note[0], "text/xml");
  return JSON.parse(documentElement.textContent ?? "");
}

/** @param {Words} words @param {Grid} grid @param {number} i */
const named = (words, { told, channels }, i) =>
  told === "answer" ? fill(words.patch, { n: i + 1 }) : fill(words.channel, { n: channels[i] });

/** @param {Words} words @param {Grid} grid @param {number} i */
function said(words, grid, i) {
  const values = grid.values[i];
  const [low, high] = (values ?? []).map(short);
  const what = values ? fill(words[grid.told], { low, high: high ?? low }) : words.blank;
  return fill(words.told, { layer: grid.name, channel: named(words, grid, i), what });
}

/** @param {Grid} grid @param {number} i @param {number[]} whole @returns {Box} */
const box = ({ corner, side, step, columns }, i, [width, height]) => ({
  left: (corner[0] + (i % columns) * step[0]) / width,
  top: (corner[1] + Math.floor(i / columns) * step[1]) / height,
  width: side / width,
  height: side / height,
});

/** @param {Box} box @param {number[]} place */
const inside = ({ left, top, width, height }, [across, down]) =>
  across >= left && across < left + width && down >= top && down < top + height;

/**
 * `mark` is the frame around a tile; `reveal` brings a box into sight.
 *
 * @param {{ words: Words, mark: HTMLElement, reveal: (box: Box) => void }} given
 */
export function teller({ words, mark, reveal }) {
  /** @type {Grid[]} */
  let grids = [];
  /** @type {Grid | undefined} */
  let listed; // whose tiles can be chosen
  /** @type {HTMLImageElement | undefined} */
  let current; // the picture whose tiles are asked for
  let whole = [1, 1]; // its width and height

  const layer = make("select", { onchange: () => choose(layer.selectedIndex, 0) });
  const tile = make("select", { onchange: () => choose(layer.selectedIndex, tile.selectedIndex) });
  const told = make("output", { class: "cv-lightbox__told" });
  const node = make(
    "div",
    { class: "cv-lightbox__tiles", hidden: true },
    make("label", {}, make("span", {}, words.layer), layer),
    make("label", {}, make("span", {}, words.tile), tile),
    told,
  );

  /** @param {Grid} grid */
  function list(grid) {
    if (listed === grid) return;
    listed = grid;
    tile.replaceChildren(...grid.values.map((_, i) => make("option", {}, named(words, grid, i))));
  }

  /** @param {number} g @param {number} i @param {boolean} [seen] whether it is in sight */
  function choose(g, i, seen = false) {
    layer.selectedIndex = g;
    list(grids[g]);
    tile.selectedIndex = i;
    const place = box(grids[g], i, whole);
    for (const [side, share] of Object.entries(place))
      mark.style.setProperty(side, `${100 * share}%`);
    mark.hidden = false;
    told.textContent = said(words, grids[g], i);
    if (!seen) reveal(place);
  }

  /**
   * Tell the tile at a place, in shares of the picture.
   *
   * @param {number[]} place
   */
  function point(place) {
    for (const [g, grid] of grids.entries()) {
      const i = grid.values.findIndex((_, i) => inside(box(grid, i, whole), place));
      if (i >= 0) return choose(g, i, true);
    }
  }

  /** @param {HTMLImageElement} image */
  async function show(image) {
    current = image;
    grids = [];
    node.hidden = true;
    mark.hidden = true;
    told.textContent = "";
    const found = await noted(image).catch(() => []);
    if (current !== image || found.length === 0) return;
    grids = found;
    whole = ["width", "height"].map((side) => Number(image.getAttribute(side)));
    layer.replaceChildren(...grids.map(({ name }) => make("option", {}, name)));
    list(grids[0]);
    told.textContent = words.point;
    node.hidden = false;
  }

  return { node, show, point };
}
