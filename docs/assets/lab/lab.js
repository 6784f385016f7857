// The lab: a drawing on its way through the networks of this build, anew at every stroke.

import { voice } from "../parts/controls.js";
import { all, found, make } from "../parts/elements.js";
import { calm, themed } from "../parts/preferences.js";
import { address } from "./address.js";
import { answered } from "./answered.js";
import { arithmetic, fitted } from "./arithmetic.js";
import { bars } from "./bars.js";
import { ramps } from "./colours.js";
import { drawing } from "./drawing.js";
import { field, outlined } from "./fields.js";
import { library } from "./files.js";
import { heat } from "./heat.js";
import { maps } from "./maps.js";
import { SIDE } from "./picture.js";
import { passed } from "./runtime.js";
import { seen } from "./seen.js";
import { session } from "./session.js";
import { settings, tools } from "./settings.js";
import { read } from "./state.js";
import { units } from "./units.js";

/** @import { Visit } from "./session.js" */
/** @typedef {{ colour: Colour, ramps: Ramps }} Look */

/**
 * Make all parts, and put them in their columns.
 *
 * @param {Words} words
 * @param {Visit} visit
 * @param {Pass} first of any picture: it tells how large the maps are
 * @param {object} page
 * @param {HTMLElement} page.note what went wrong
 * @param {(text: string) => void} page.tell
 * @param {() => void} page.drawn hears of a stroke that goes on
 * @param {(unit: Unit | null) => void} page.looked hears of the unit under the pointer
 */
function parts(words, visit, first, { note, tell, drawn, looked }) {
  const { began, undo, clear, change } = visit;
  /** @param {Unit} unit */
  const chose = (unit) => change({ unit: fitted(unit, first) });
  const pad = drawing(words, {
    tell,
    began,
    undo,
    clear,
    went: (at, down = true) => {
      if (down) visit.state.strokes.at(-1)?.push(at);
      drawn();
    },
  });
  const small = seen(words);
  const controls = settings(words, visit);
  const answers = bars(words);
  const layers = maps(words, visit.set.lenet5, first, { looked, chose });
  const sum = arithmetic(words, visit.set.lenet5, first, chose);
  const cam = heat(words, (chosen) => change({ chosen }));
  const hidden = units(words);

  const beside = make("div", { class: "cv-lab__beside" }, small.node, tools(words, visit));
  const desk = make(
    "section",
    { class: "cv-lab__drawing", "aria-label": words.drawing },
    make("div", { class: "cv-lab__desk" }, pad.canvas, beside),
    make("p", { class: "cv-lab__hint", id: "cv-lab-keys" }, words.keys),
    note,
  );
  const columns = [
    [desk, controls.node],
    [layers.node],
    [answers.node, cam.node],
    [sum.node, hidden.node],
  ].map((sections) => make("div", { class: "cv-lab__column" }, ...sections));
  return { columns, pad, small, controls, answers, layers, sum, cam, hidden };
}

/** @param {HTMLElement} place */
async function lab(place) {
  /** @type {Words} */
  const words = JSON.parse(place.dataset.cvWords ?? "{}");
  const files = library(JSON.parse(place.dataset.cvFiles ?? "{}"));
  const note = make("p", { class: "cv-lab__note", role: "status" });
  const visit = await session(files, {
    changed: () => refresh(),
    failed: (missing) => {
      note.textContent = missing ? words.unreachable : "";
    },
  });
  const first = passed(visit.set.lenet5, new Float32Array(SIDE * SIDE));
  const spoken = voice();
  const keep = address(visit.became);
  /** @type {Unit | null} */
  let hovered = null;
  const page = parts(words, visit, first, {
    note,
    tell: spoken.say,
    drawn: () => refresh(),
    looked: (unit) => {
      hovered = unit;
      refresh();
    },
  });
  found(place, ".cv-lab__stage", HTMLElement).replaceChildren(...page.columns, spoken.node);

  // ----- From the state to the page, once a frame at most

  /** @type {Look} */
  let look;
  let waiting = false;
  function refresh() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show();
    });
  }

  function show() {
    const began = performance.now();
    const told = shown(page, visit, fitted(hovered ?? visit.state.unit, first), look);
    if (!hovered) {
      keep(visit.state);
      if (document.activeElement !== document.body) spoken.say(told);
    }
    place.dataset.cvMs = (performance.now() - began).toFixed(2); // for `make bench`
  }

  for (const button of all(document, "[data-cv-try]", HTMLElement)) {
    button.addEventListener("click", () => {
      const state = read(button.dataset.cvTry ?? "");
      if (state) visit.become(state);
      place.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
    });
  }

  themed(place, (colour) => {
    look = { colour, ramps: ramps(colour) };
    show();
  });
  visit.change({});
  found(place, ".cv-lab__still", HTMLDetailsElement).open = false;
  place.dataset.cvState = "ready";
  performance.mark("cv-lab-ready");
  files.later();
}

/**
 * Show everywhere what is drawn, and what a unit sees of it; give what a voice would say.
 *
 * @param {ReturnType<typeof parts>} page
 * @param {Visit} visit
 * @param {Unit} unit
 * @param {Look} look
 */
function shown(page, { set, state, base }, unit, { colour, ramps }) {
  const now = answered(set, state, base);
  const seenField = field(set.lenet5, unit.layer, unit.row, unit.column);
  const outlines = outlined(seenField, set.order).map((outline) => outline.map(now.back));
  page.pad.show({ state, base, outlines, ramps, colour });
  page.small.show(now.shown, seenField, Boolean(set.order), ramps);
  const told = page.answers.show(now.chances, Boolean(set.order));
  page.layers.show(now.cnn, unit, ramps);
  const { answer } = now;
  page.cam.show({ layers: set.lenet5, record: now.cnn, answer, chosen: state.chosen, ramps });
  page.hidden.show({ layers: set.mlp, record: now.mlp, order: set.order, ramps });
  page.sum.show(set.lenet5, now.cnn, unit);
  page.controls.show(state);
  return told;
}

const place = document.querySelector("[data-cv-lab]");
if (place instanceof HTMLElement) {
  lab(place).catch((error) => {
    console.error("lab:", error);
    place.dataset.cvState = "failed";
  });
}
