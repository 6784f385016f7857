// A film in single frames: moved by hand, or played where the reader asks for it.

import { slider, voice } from "../parts/controls.js";
import { all, button, icon, make } from "../parts/elements.js";
import { calm, whenCalmChanges } from "../parts/preferences.js";
import { stage } from "../parts/stage.js";
import { fill, number } from "../parts/words.js";
import { film } from "./frames/film.js";

const PAUSE = 420; // ms a frame
const PLAY = "M4 3l9 5-9 5z";
const STOP = "M4 3v10M12 3v10";

/**
 * `frames` has what is measured of each, by the names in the widget's words.
 *
 * @param {HTMLElement} place
 * @param {Words} words
 * @param {{ columns: number, frames: Record<string, number>[], digits?: number }} numbers
 */
export default function frames(place, words, { columns, frames, digits = 0 }) {
  const last = frames.length - 1;
  let at = 0;
  let playing = 0; // its timer

  const strips = all(place, ".cv-widget__still img", HTMLImageElement);
  const view = film(strips, columns, Math.ceil(frames.length / columns));
  const reading = make("output", { class: "cv-frames__reading", "aria-hidden": "true" });
  const spoken = voice();

  /** @param {number} n */
  const where = (n) =>
    fill(n === 0 && words.first ? words.first : words.frame, written(frames[n], digits));

  function show() {
    view.show(at, fill(words.picture, { where: where(at) }));
    reading.textContent = where(at);
    if (!playing) spoken.say(where(at));
  }

  const moment = slider({
    label: words.moment,
    value: 0,
    min: 0,
    max: last,
    text: where,
    change: (n) => {
      stop();
      at = n;
      show();
    },
  });

  // ----- Playing

  const main = button(() => (playing ? stop() : start()), { class: "cv-button cv-button--main" });

  function tell() {
    main.replaceChildren(icon(playing ? STOP : PLAY), playing ? words.stop : words.play);
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    tell();
  }

  /** @param {number} n */
  function reach(n) {
    at = n;
    moment.set(at);
    if (at === last) stop();
    show();
  }

  function start() {
    const from = at === last ? 0 : at;
    playing = setInterval(() => reach(at + 1), PAUSE);
    tell();
    reach(from);
  }

  tell();
  const controls = make("div", { class: "cv-frames__controls" }, moment.node);
  // Who asks for little movement moves by hand; who asks while it plays is heeded, too.
  function obey() {
    if (!calm()) controls.prepend(main);
    else {
      stop();
      main.remove();
    }
  }

  obey();
  whenCalmChanges(obey);
  stage(place, words, view.node, reading, controls, spoken.node);
  show();
}

/** @param {Record<string, number>} measured @param {number} digits */
function written(measured, digits) {
  const told = Object.entries(measured).map(([name, value]) => [
    name,
    Number.isInteger(value) ? value : number(value, digits),
  ]);
  return Object.fromEntries(told);
}
