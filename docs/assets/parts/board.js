// A board of cells with numbers in them. One cell at a time is in the order of Tab; the arrow
// keys go from it to the others, as in every grid.

import { make } from "./elements.js";

/** @type {Record<string, Place>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * `moved` hears of a cell reached by arrow keys, `pressed` of one clicked or pressed.
 *
 * @param {object} given
 * @param {string} given.label
 * @param {(place: Place) => void} [given.moved]
 * @param {(place: Place) => void} given.pressed
 */
export function board({ label, moved = () => {}, pressed }) {
  const node = make("div", { class: "cv-board", role: "grid", "aria-label": label });
  /** @type {HTMLElement[][]} */
  let cells = [];
  /** @type {Place} */
  let here = [0, 0];

  /** @param {Place} place */
  const at = ([row, column]) => cells[row]?.[column];

  /** @param {number} rows @param {number} columns */
  function resize(rows, columns) {
    cells = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => make("div", { role: "gridcell", tabindex: -1 })),
    );
    node.replaceChildren(...cells.map((row) => make("div", { role: "row" }, ...row)));
    node.style.setProperty("--columns", `${columns}`);
    reach([Math.min(here[0], rows - 1), Math.min(here[1], columns - 1)]);
  }

  /** @param {Place} place */
  function reach(place) {
    at(here)?.setAttribute("tabindex", "-1");
    here = place;
    at(here)?.setAttribute("tabindex", "0");
  }

  node.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    /** @type {HTMLElement | null} */
    const cell = target.closest("[role=gridcell]");
    for (const [row, all] of cells.entries()) {
      const column = cell ? all.indexOf(cell) : -1;
      if (column < 0) continue;
      reach([row, column]);
      pressed([row, column]);
      return;
    }
  });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") pressed(here);
    else if (event.key in STEPS) {
      const [down, right] = STEPS[event.key];
      /** @type {Place} */
      const place = [here[0] + down, here[1] + right];
      if (at(place)) {
        reach(place);
        at(place).focus();
        moved(place);
      }
    } else return;
    event.preventDefault();
  });

  /**
   * Write every cell anew; `cell` gives its text, spoken label, and style.
   *
   * @param {number} rows
   * @param {number} columns
   * @param {(row: number, column: number) => Cell} cell
   */
  function show(rows, columns, cell) {
    if (cells.length !== rows || cells[0]?.length !== columns) resize(rows, columns);
    for (const [row, all] of cells.entries()) {
      for (const [column, node] of all.entries()) written(node, cell(row, column));
    }
  }

  return { node, show, reach };
}

/** @param {HTMLElement} node @param {Cell} cell */
function written(node, { text, label, tone, share = 0 }) {
  node.textContent = text;
  node.setAttribute("aria-label", label);
  node.dataset.tone = tone;
  node.style.setProperty("--share", `${share}`);
}
