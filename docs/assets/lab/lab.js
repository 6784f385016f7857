// The lab: a drawing on its way through the networks of this build, anew at every stroke.

import { voice } from "../widgets/parts/controls.js";
import { make } from "../widgets/parts/elements.js";
import { calm, themed } from "../widgets/parts/page.js";
import { arithmetic, fitted } from "./arithmetic.js";
import { bars } from "./bars.js";
import { paint, ramps } from "./colours.js";
import { drawing } from "./drawing.js";
import { field, outlined, visible } from "./fields.js";
import { library } from "./files.js";
import { heat } from "./heat.js";
import { maps } from "./maps.js";
import { picture, remapped, SIDE } from "./picture.js";
import { passed, softmax } from "./runtime.js";
import { session } from "./session.js";
import { settings, tools } from "./settings.js";
import { read, written } from "./state.js";
import { units } from "./units.js";

async function lab(place) {
  const words = JSON.parse(place.dataset.cvWords);
  const files = library(JSON.parse(place.dataset.cvFiles));
  const note = make("p", { class: "cv-lab__note", role: "status" });
  const visit = await session(files, {
    changed: () => refresh(),
    failed: (missing) => {
      note.textContent = missing ? words.unreachable : "";
    },
  });
  const { change } = visit;
  let hovered = null;

  // ----- What is seen

  const spoken = voice();
  const pad = drawing({
    words,
    tell: spoken.say,
    began: visit.began,
    undo: visit.undo,
    clear: visit.clear,
    went: (at, down = true) => {
      if (down) visit.state.strokes.at(-1).push(at);
      refresh();
    },
  });
  const seen = make("canvas", { class: "cv-lab__seen", role: "img", "aria-label": words.seen });
  const seenName = make("figcaption");
  const frame = make("div", { class: "cv-lab__mark" });
  const beside = make(
    "div",
    { class: "cv-lab__beside" },
    make("figure", {}, make("div", { class: "cv-lab__framed" }, seen, frame), seenName),
    tools(words, visit),
  );
  const controls = settings(words, visit);
  const answers = bars(words);
  const first = passed(visit.set.lenet5, new Float32Array(SIDE * SIDE));
  const choose = (unit) => change({ unit: fitted(unit, first[unit.layer].shape) });
  const layers = maps(words, visit.set.lenet5, first, {
    looked: (unit) => {
      hovered = unit;
      refresh();
    },
    chose: choose,
  });
  const sum = arithmetic(words, visit.set.lenet5, first, { chose: choose });
  const cam = heat(words, { chose: (chosen) => change({ chosen }) });
  const hidden = units(words);

  place
    .querySelector(".cv-lab__stage")
    .replaceChildren(
      make(
        "div",
        { class: "cv-lab__column" },
        make(
          "section",
          { class: "cv-lab__drawing", "aria-label": words.drawing },
          make("div", { class: "cv-lab__desk" }, pad.canvas, beside),
          make("p", { class: "cv-lab__hint", id: "cv-lab-keys" }, words.keys),
          note,
        ),
        controls.node,
      ),
      make("div", { class: "cv-lab__column" }, layers.node),
      make("div", { class: "cv-lab__column" }, answers.node, cam.node),
      make("div", { class: "cv-lab__column" }, sum.node, hidden.node),
      spoken.node,
    );

  // ----- From the state to the page, once a frame at most

  let waiting = false;
  let colours;
  let saving;
  function refresh() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show();
    });
  }

  function answered() {
    const { set } = visit;
    const { image, back } = picture(visit.state, visit.base);
    const shown = set.order ? remapped(image, set.order) : image;
    const cnn = passed(set.lenet5, shown);
    const mlp = passed(set.mlp, shown);
    const chances = { lenet5: softmax(cnn.scores), mlp: softmax(mlp.scores) };
    return { set, shown, back, cnn, mlp, chances };
  }

  function show() {
    const began = performance.now();
    const now = answered();
    const { state, base } = visit;
    const { set, cnn, mlp, chances } = now;
    const unit = fitted(hovered ?? state.unit, first[(hovered ?? state.unit).layer].shape);
    const seenField = field(set.lenet5, unit.layer, unit.row, unit.column);
    const look = { ramps: colours.ramps, colour: colours.colour };
    const outlines = outlined(seenField, set.order).map((outline) => outline.map(now.back));
    pad.show({ state, base, outlines, ...look });
    paint(seen, now.shown, SIDE, colours.ramps.grey);
    framed(frame, visible(seenField));
    seenName.textContent = set.order ? words.seen_remap : words.seen;
    const told = answers.show(chances, Boolean(set.order));
    layers.show(cnn, unit, colours.ramps);
    const answer = chances.lenet5.indexOf(Math.max(...chances.lenet5));
    cam.show({
      layers: set.lenet5,
      record: cnn,
      answer,
      chosen: state.chosen,
      ramps: colours.ramps,
    });
    hidden.show({ layers: set.mlp, record: mlp, order: set.order, ramps: colours.ramps });
    sum.show(set.lenet5, cnn, unit);
    controls.show(state);
    if (!hovered) keep(told);
    place.dataset.cvMs = (performance.now() - began).toFixed(2); // for `make bench`
  }

  function keep(told) {
    clearTimeout(saving);
    saving = setTimeout(() => {
      const hash = `#${written(visit.state)}`;
      if (hash !== location.hash) history.replaceState(history.state, "", hash);
      for (const link of document.querySelectorAll(".cv-languages a")) link.hash = hash;
    }, 250);
    if (document.activeElement !== document.body) spoken.say(told);
  }

  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) visit.became();
  });

  for (const button of document.querySelectorAll("[data-cv-try]")) {
    button.addEventListener("click", () => {
      visit.become(read(button.dataset.cvTry));
      place.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
    });
  }

  themed(place, (colour) => {
    colours = { colour, ramps: ramps(colour) };
    show();
  });
  change({});
  place.querySelector(".cv-lab__still").open = false;
  place.dataset.cvState = "ready";
  performance.mark("cv-lab-ready");
  files.later();
}

function framed(mark, { top, bottom, left, right }) {
  const sides = { top, left, height: bottom - top + 1, width: right - left + 1 };
  for (const [side, value] of Object.entries(sides)) mark.style[side] = `${(100 * value) / SIDE}%`;
}

const place = document.querySelector("[data-cv-lab]");
if (place) {
  lab(place).catch((error) => {
    console.error("lab:", error);
    place.dataset.cvState = "failed";
  });
}
