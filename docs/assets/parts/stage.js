// The room that a page keeps for a widget.

import { found, make } from "./elements.js";

/**
 * Show a widget in its room, under its title.
 *
 * @param {HTMLElement} place
 * @param {Words} words
 * @param {...Node} children
 */
export function stage(place, words, ...children) {
  const title = make("p", { class: "cv-play__title" }, words.title);
  const hint = make("p", { class: "cv-play__hint" }, words.hint);
  const room = found(place, ".cv-widget__stage", HTMLElement);
  room.setAttribute("role", "group");
  room.setAttribute("aria-label", words.title);
  room.replaceChildren(title, hint, ...children);
  return room;
}
