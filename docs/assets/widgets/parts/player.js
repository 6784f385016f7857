// Buttons to play, to stop and to go step by step.

import { icon, make } from "./elements.js";

const PACE = 420; // ms from step to step
const PLAY = "M4 2.5v11l9-5.5z";
const STOP = "M3.5 3.5h9v9h-9z";

/** `next` goes on by one and says whether there is more; `step` goes by one as the reader asks. */
export function player({ words, begin, next, step }) {
  let timer;

  function stop() {
    clearInterval(timer);
    timer = undefined;
    play.replaceChildren(icon(PLAY), words.play);
  }

  function start() {
    begin();
    play.replaceChildren(icon(STOP), words.stop);
    timer = setInterval(() => {
      if (!next()) stop();
    }, PACE);
  }

  const button = (path, word, by) =>
    make(
      "button",
      {
        type: "button",
        class: "cv-button",
        "aria-label": word,
        onclick: () => step(by),
      },
      icon(path),
    );
  const play = make("button", {
    type: "button",
    class: "cv-button cv-button--main",
    onclick: () => (timer ? stop() : start()),
  });
  const back = button("M10.5 3 5.5 8l5 5", words.back, -1);
  const forward = button("M5.5 3l5 5-5 5", words.forward, 1);
  stop();

  // Not `disabled`: a button that goes away under the finger takes the keyboard's place with it.
  function allow(backward, onward) {
    back.ariaDisabled = String(!backward);
    forward.ariaDisabled = String(!onward);
  }

  /** Begin by itself, once, when `target` is in sight, unless the reader was quicker. */
  function startWhenSeen(target, room) {
    const sight = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        if (!isIntersecting) return;
        sight.disconnect();
        start();
      },
      { threshold: 0.9 },
    );
    sight.observe(target);
    for (const act of ["pointerdown", "keydown", "focusin"]) {
      room.addEventListener(act, () => sight.disconnect(), { once: true });
    }
  }

  return { nodes: [back, play, forward], stop, allow, startWhenSeen };
}
