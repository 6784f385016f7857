// A film in single frames: moved by hand, or played where the reader asks for it.

import { slider, voice } from "./parts/controls.js";
import { icon, make, stage } from "./parts/elements.js";
import { calm, fill, number, whenCalmChanges } from "./parts/page.js";

const PAUSE = 420; // ms a frame
const PLAY = "M4 3l9 5-9 5z";
const STOP = "M4 3v10M12 3v10";

export default function frames(place, words, { columns, frames, digits = 0 }) {
  const strips = place.querySelectorAll(".cv-widget__still img"); // one for each theme
  const [strip] = strips;
  const rows = Math.ceil(frames.length / columns);
  let at = 0;
  let playing;

  // The strip is one picture; the window shows one of its frames.
  const view = make("div", { class: "cv-frames__view", role: "img" });
  view.style.aspectRatio = `${strip.getAttribute("width") / columns} / ${strip.getAttribute("height") / rows}`;
  const films = [...strips].map((one) =>
    make("div", { class: `cv-frames__film ${one.className}` }),
  );
  for (const film of films) film.style.backgroundSize = `${columns * 100}% ${rows * 100}%`;
  view.append(...films);
  const share = (n, of) => (of > 1 ? (100 * n) / (of - 1) : 0);

  // The picture is not small: it is fetched once the reader comes near.
  const near = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      films.forEach((film, n) => {
        film.style.backgroundImage = `url("${strips[n].src}")`;
      });
      near.disconnect();
    },
    { rootMargin: "300px" },
  );

  const reading = make("output", { class: "cv-frames__reading", "aria-hidden": "true" });
  const spoken = voice();
  const told = ([name, value]) => [name, Number.isInteger(value) ? value : number(value, digits)];
  const where = (n) => {
    const sentence = n === 0 && words.first ? words.first : words.frame;
    return fill(sentence, Object.fromEntries(Object.entries(frames[n]).map(told)));
  };

  function show() {
    const [left, top] = [share(at % columns, columns), share(Math.floor(at / columns), rows)];
    for (const film of films) film.style.backgroundPosition = `${left}% ${top}%`;
    view.setAttribute("aria-label", fill(words.picture, { where: where(at) }));
    reading.textContent = where(at);
    if (!playing) spoken.say(where(at));
  }

  const moment = slider({
    label: words.moment,
    value: 0,
    min: 0,
    max: frames.length - 1,
    text: where,
    change: (n) => {
      stop();
      at = n;
      show();
    },
  });

  const button = make("button", {
    type: "button",
    class: "cv-button cv-button--main",
    onclick: toggle,
  });

  function tell() {
    const path = playing ? STOP : PLAY;
    button.replaceChildren(icon(path), playing ? words.stop : words.play);
  }

  function stop() {
    clearInterval(playing);
    playing = undefined;
    tell();
  }

  function toggle() {
    if (playing) {
      stop();
      return;
    }
    if (at === frames.length - 1) at = 0;
    playing = setInterval(() => {
      at += 1;
      moment.set(at);
      if (at === frames.length - 1) stop();
      show();
    }, PAUSE);
    tell();
    moment.set(at);
    show();
  }

  tell();
  const controls = make("div", { class: "cv-frames__controls" }, moment.node);
  // Who asks for little movement moves by hand; who asks while it plays is heeded, too.
  function obey() {
    if (!calm()) controls.prepend(button);
    else {
      stop();
      button.remove();
    }
  }

  obey();
  whenCalmChanges(obey);
  stage(place, words, view, reading, controls, spoken.node);
  near.observe(view);
  show();
}
