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
import { NOISES } from "./random.js";
import { passed, softmax } from "./runtime.js";
import { settings, tools } from "./settings.js";
import { read, SEVEN, started, written } from "./state.js";
import { surprise } from "./surprise.js";
import { units } from "./units.js";

async function lab(place) {
  const words = JSON.parse(place.dataset.cvWords);
  const files = library(JSON.parse(place.dataset.cvFiles));
  const begin = () => read(location.hash) ?? started({ strokes: SEVEN });
  let state = begin();
  // Test digits are asked for only where they are needed: drawings do without.
  let [plain, digits] = await Promise.all([files.networks(false), state.digit !== null && files.digits()]);
  const sets = { false: plain, true: null }; // by whether they are for remapped pictures
  let hovered = null;
  const past = []; // strokes and digit, to take back

  // ----- What changes the state

  function remember() {
    past.push({ strokes: state.strokes.map((stroke) => [...stroke]), digit: state.digit });
  }
  function change(changes) {
    Object.assign(state, typeof changes === "function" ? changes(state) : changes);
    if (state.remap && !sets.true) fetchRemapped();
    refresh();
  }
  async function fetchRemapped() {
    try {
      sets.true = await files.networks(true);
      note.textContent = "";
    } catch {
      state.remap = false;
      note.textContent = words.unreachable;
    }
    refresh();
  }
  /** Do what needs the test digits, once they are there. */
  async function withDigits(act) {
    try {
      digits ||= await files.digits();
      note.textContent = "";
      act();
    } catch {
      note.textContent = words.unreachable;
    }
  }
  function become(next) {
    const act = () => {
      state = next;
      change({});
    };
    if (next.digit === null) act();
    else withDigits(act);
  }
  const drawn = (changes) => {
    remember();
    change(changes);
  };
  const undo = () => { if (past.length) change(past.pop()); };
  const clear = () => drawn({ strokes: [], digit: null });
  const pick = (digit) => withDigits(() => {
    const here = state.digit !== null && Math.floor(state.digit / digits.each) === digit;
    const next = here ? (state.digit + 1) % digits.each : 0; // the same button gives another one
    drawn({ strokes: [], digit: digit * digits.each + next });
  });

  // ----- What is seen

  const spoken = voice();
  const note = make("p", { class: "cv-lab__note" });
  const pad = drawing({
    words, undo, clear, tell: spoken.say,
    began: (at) => drawn({ strokes: [...state.strokes, [at]] }),
    went: (at, down = true) => {
      if (down) state.strokes.at(-1).push(at);
      refresh();
    },
  });
  const seen = make("canvas", { class: "cv-lab__seen", role: "img", "aria-label": words.seen });
  const seenName = make("figcaption");
  const frame = make("div", { class: "cv-lab__mark" });
  const beside = make("div", { class: "cv-lab__beside" },
    make("figure", {}, make("div", { class: "cv-lab__framed" }, seen, frame), seenName),
    tools(words, { undo, clear }));
  const controls = settings(words, {
    change, pick,
    surprise: () => withDigits(() => drawn(surprise(digits.count, Object.keys(NOISES)))),
  });
  const answers = bars(words);
  const first = passed(plain.lenet5, new Float32Array(SIDE * SIDE));
  const choose = (unit) => change({ unit: fitted(unit, first[unit.layer].shape) });
  const layers = maps(words, plain.lenet5, first, {
    looked: (unit) => {
      hovered = unit;
      refresh();
    },
    chose: choose,
  });
  const sum = arithmetic(words, plain.lenet5, first, { chose: choose });
  const cam = heat(words, { chose: (chosen) => change({ chosen }) });
  const hidden = units(words);

  place.querySelector(".cv-lab__stage").replaceChildren(
    make("div", { class: "cv-lab__column" },
      make("section", { class: "cv-lab__drawing", "aria-label": words.drawing },
        make("div", { class: "cv-lab__desk" }, pad.canvas, beside),
        make("p", { class: "cv-lab__hint", id: "cv-lab-keys" }, words.keys), note),
      controls.node),
    make("div", { class: "cv-lab__column" }, layers.node),
    make("div", { class: "cv-lab__column" }, answers.node, cam.node),
    make("div", { class: "cv-lab__column" }, sum.node, hidden.node),
    spoken.node);

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

  const base = () => (state.digit === null ? undefined : digits.images[state.digit]);

  function answered() {
    const set = sets[state.remap] ?? plain;
    const { image, back } = picture(state, base());
    const shown = set.order ? remapped(image, set.order) : image;
    const cnn = passed(set.lenet5, shown);
    const mlp = passed(set.mlp, shown);
    const chances = { lenet5: softmax(cnn.scores), mlp: softmax(mlp.scores) };
    return { set, shown, back, cnn, mlp, chances };
  }

  function show() {
    const began = performance.now();
    const now = answered();
    const { set, cnn, mlp, chances } = now;
    const unit = fitted(hovered ?? state.unit, first[(hovered ?? state.unit).layer].shape);
    const seenField = field(set.lenet5, unit.layer, unit.row, unit.column);
    const look = { ramps: colours.ramps, colour: colours.colour };
    const outlines = outlined(seenField, set.order).map((outline) => outline.map(now.back));
    pad.show({ state, base: base(), outlines, ...look });
    paint(seen, now.shown, SIDE, colours.ramps.grey);
    framed(frame, visible(seenField));
    seenName.textContent = set.order ? words.seen_remap : words.seen;
    const told = answers.show(chances, Boolean(set.order));
    layers.show(cnn, unit, colours.ramps);
    const answer = chances.lenet5.indexOf(Math.max(...chances.lenet5));
    cam.show({ layers: set.lenet5, record: cnn, answer, chosen: state.chosen, ramps: colours.ramps });
    hidden.show({ layers: set.mlp, record: mlp, order: set.order, ramps: colours.ramps });
    sum.show(set.lenet5, cnn, unit);
    controls.show(state);
    if (!hovered) keep(told);
    place.dataset.cvMs = (performance.now() - began).toFixed(2); // for `make bench`
  }

  function keep(told) {
    clearTimeout(saving);
    saving = setTimeout(() => {
      const hash = `#${written(state)}`;
      if (hash !== location.hash) history.replaceState(history.state, "", hash);
    }, 250);
    if (document.activeElement !== document.body) spoken.say(told);
  }

  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) become(begin());
  });

  for (const button of document.querySelectorAll("[data-cv-try]")) {
    button.addEventListener("click", () => {
      remember();
      become(read(button.dataset.cvTry));
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
