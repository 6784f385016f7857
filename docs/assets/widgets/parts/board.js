// A board of cells with numbers in them. One cell at a time is in the order of Tab; the arrow
// keys go from it to the others, as in every grid.

import { make } from "./elements.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** `moved` hears of a cell reached by arrow keys, `pressed` of one clicked or pressed. */
export function board({ label, moved = () => {}, pressed = () => {} }) {
  const node = make("div", { class: "cv-board", role: "grid", "aria-label": label });
  let cells = []; // rows of cells
  let here = [0, 0];

  function resize(rows, columns) {
    cells = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => make("div", { role: "gridcell", tabindex: -1 })),
    );
    node.replaceChildren(...cells.map((row) => make("div", { role: "row" }, ...row)));
    node.style.setProperty("--columns", columns);
    reach([Math.min(here[0], rows - 1), Math.min(here[1], columns - 1)]);
  }

  function reach([row, column]) {
    cells[here[0]]?.[here[1]]?.setAttribute("tabindex", -1);
    here = [row, column];
    cells[row]?.[column]?.setAttribute("tabindex", 0);
  }

  const placeOf = (cell) => {
    const row = cells.findIndex((row) => row.includes(cell));
    return row < 0 ? null : [row, cells[row].indexOf(cell)];
  };

  node.addEventListener("click", ({ target }) => {
    const place = placeOf(target.closest("[role=gridcell]"));
    if (!place) return;
    reach(place);
    pressed(place);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") pressed(here);
    else if (event.key in STEPS) {
      const [down, right] = STEPS[event.key];
      const place = [here[0] + down, here[1] + right];
      if (!cells[place[0]]?.[place[1]]) return event.preventDefault();
      reach(place);
      cells[place[0]][place[1]].focus();
      moved(place);
    } else return;
    event.preventDefault();
  });

  /** Write every cell anew; `cell(row, column)` gives its text, spoken label, and style. */
  function show(rows, columns, cell) {
    if (cells.length !== rows || cells[0]?.length !== columns) resize(rows, columns);
    cells.forEach((row, i) =>
      row.forEach((node, j) => {
        const { text, label, tone = "", share = 0 } = cell(i, j);
        node.textContent = text;
        node.setAttribute("aria-label", label);
        node.dataset.tone = tone;
        node.style.setProperty("--share", share);
      }),
    );
  }

  return { node, show, reach };
}
