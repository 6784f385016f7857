// Buttons to play, to stop and to go step by step.

import { button, icon } from "./elements.js";

const PACE = 420; // ms from step to step
const PLAY = "M4 2.5v11l9-5.5z";
const STOP = "M3.5 3.5h9v9h-9z";

/**
 * `next` goes on by one and says whether there is more; `step` goes by one as the reader asks.
 *
 * @param {object} given
 * @param {Words} given.words
 * @param {() => void} given.begin
 * @param {() => boolean} given.next
 * @param {(by: number) => void} given.step
 */
export function player({ words, begin, next, step }) {
  let timer = 0; // while nothing plays

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.replaceChildren(icon(PLAY), words.play);
  }

  function start() {
    begin();
    play.replaceChildren(icon(STOP), words.stop);
    timer = setInterval(() => {
      if (!next()) stop();
    }, PACE);
  }

  /** @param {string} path @param {string} word @param {number} by */
  const stepping = (path, word, by) =>
    button(() => step(by), { class: "cv-button", "aria-label": word }, icon(path));
  const play = button(() => (timer ? stop() : start()), { class: "cv-button cv-button--main" });
  const back = stepping("M10.5 3 5.5 8l5 5", words.back, -1);
  const forward = stepping("M5.5 3l5 5-5 5", words.forward, 1);
  stop();

  /**
   * Not `disabled`: a button that goes away under the finger takes the keyboard's place with it.
   *
   * @param {boolean} backward
   * @param {boolean} onward
   */
  function allow(backward, onward) {
    back.ariaDisabled = `${!backward}`;
    forward.ariaDisabled = `${!onward}`;
  }

  /**
   * Begin by itself, once, when `target` is in sight, unless the reader was quicker.
   *
   * @param {Element} target
   * @param {Element} room
   */
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
