// Which layer and channel a tile of a picture shows: chosen by pointer or in two lists.

import { make } from "../widgets/parts/elements.js";
import { fill, number } from "../widgets/parts/page.js";

const NOTE = /<metadata id="tiles">.*?<\/metadata>/s; // see cnnviz/figures/tiles.py
const short = (value) => number(value, undefined, { maximumSignificantDigits: 3 });

async function noted(image) {
  if (!image.src.endsWith(".svg")) return [];
  const answer = await fetch(image.src);
  const note = NOTE.exec(await answer.text());
  if (!note) return [];
  return JSON.parse(
    new DOMParser().parseFromString(note[0], "text/xml").documentElement.textContent,
  );
}

/** `mark` is the frame around a tile; `reveal` brings a box into sight. */
export function teller({ words, mark, reveal }) {
  let grids = [];
  let whole = [1, 1]; // width and height of the picture
  let current; // the picture whose tiles are asked for

  const layer = make("select", {
    onchange: () => {
      list();
      choose(layer.selectedIndex, 0);
    },
  });
  const tile = make("select", { onchange: () => choose(layer.selectedIndex, tile.selectedIndex) });
  const told = make("output", { class: "cv-lightbox__told" });
  const node = make(
    "div",
    { class: "cv-lightbox__tiles", hidden: true },
    make("label", {}, make("span", {}, words.layer), layer),
    make("label", {}, make("span", {}, words.tile), tile),
    told,
  );

  const named = ({ told: how, channels }, i) =>
    how === "answer" ? fill(words.patch, { n: i + 1 }) : fill(words.channel, { n: channels[i] });

  function box({ corner, side, step, columns }, i) {
    const [width, height] = whole;
    return {
      left: (corner[0] + (i % columns) * step[0]) / width,
      top: (corner[1] + Math.floor(i / columns) * step[1]) / height,
      width: side / width,
      height: side / height,
    };
  }

  function list() {
    const grid = grids[layer.selectedIndex];
    tile.replaceChildren(...grid.values.map((_, i) => make("option", {}, named(grid, i))));
  }

  function say(grid, i) {
    const values = grid.values[i];
    const [low, high] = (values ?? []).map(short);
    const what = values ? fill(words[grid.told], { low, high: high ?? low }) : words.blank;
    return fill(words.told, { layer: grid.name, channel: named(grid, i), what });
  }

  function choose(g, i, seen = false) {
    layer.selectedIndex = g;
    if (tile.length !== grids[g].values.length || tile.dataset.of !== String(g)) list();
    tile.dataset.of = g;
    tile.selectedIndex = i;
    const place = box(grids[g], i);
    for (const [side, share] of Object.entries(place)) mark.style[side] = `${100 * share}%`;
    mark.hidden = false;
    told.textContent = say(grids[g], i);
    if (!seen) reveal(place);
  }

  /** Tell the tile at a place, in shares of the picture. */
  function point([across, down]) {
    for (const [g, grid] of grids.entries()) {
      for (let i = 0; i < grid.values.length; i += 1) {
        const { left, top, width, height } = box(grid, i);
        const inside =
          across >= left && across < left + width && down >= top && down < top + height;
        if (inside) return choose(g, i, true);
      }
    }
  }

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
    delete tile.dataset.of;
    list();
    told.textContent = words.point;
    node.hidden = false;
  }

  return { node, show, point };
}
