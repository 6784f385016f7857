// Which lessons somebody has finished: kept on their device, and nowhere else.

import { all, button, found, make } from "./parts/elements.js";
import { fill } from "./parts/words.js";

const ROOT = new URL("../", import.meta.url);
const KEY = `cnnviz.finished:${ROOT.pathname}`;
const LESSON = /\/lessons\/([^/]+?)(?:\/(?:index\.html)?|\.html)$/;

/**
 * The names of the finished lessons; null where the browser keeps nothing.
 *
 * @returns {Set<string> | null}
 */
function finished() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(kept) ? kept : []);
  } catch (error) {
    return error instanceof SyntaxError ? new Set() : null;
  }
}

/** @param {Set<string>} names */
function keep(names) {
  try {
    if (names.size) localStorage.setItem(KEY, JSON.stringify([...names]));
    else localStorage.removeItem(KEY);
  } catch {
    // A full or forbidden store: the page goes on without.
  }
  show();
}

/** @param {HTMLAnchorElement} link */
const lessonOf = ({ href }) => LESSON.exec(new URL(href).pathname)?.[1] ?? "";

/** @param {Element} place @param {boolean} done @param {string} text */
function mark(place, done, text) {
  place.querySelector(".cv-finished")?.remove();
  if (done) place.append(" ", make("span", { class: "cv-finished" }, text));
}

// ----- The menu, on every page

/** @param {Set<string>} names */
function showMenu(names) {
  const word = document.querySelector("meta[name=cv-finished]")?.getAttribute("content");
  const links = all(document, ".md-nav--primary a.md-nav__link[href]", HTMLAnchorElement);
  for (const link of links) {
    const name = lessonOf(link);
    if (name) mark(link.querySelector(".md-ellipsis") ?? link, names.has(name), `✓ ${word}`);
  }
}

// ----- The cards, and where to go on

/** @param {Set<string>} names @param {HTMLElement} place @param {Words} words */
function showCards(names, place, words) {
  const cards = all(document, ".cv-card", HTMLElement).map((card, at) => {
    const link = found(card, "h4 a", HTMLAnchorElement);
    return { at, card, link, done: names.has(lessonOf(link)) };
  });
  for (const { card, done } of cards) {
    mark(found(card, ".cv-card__number", HTMLElement), done, `✓ ${words.done}`);
  }
  const done = cards.filter((card) => card.done);
  if (!done.length) {
    place.textContent = words.hint;
    return;
  }
  const next = cards.find((card) => !card.done);
  const told = next ? fill(words.count, { n: done.length, all: cards.length }) : words.all;
  place.replaceChildren(`${told} `);
  if (next) {
    place.append(make("a", { href: next.link.href }, fill(words.go, { n: next.at + 1 })), " ");
  }
  const forget = () => {
    keep(new Set());
    place.focus();
  };
  place.append(button(forget, {}, words.forget));
}

// ----- A lesson's end

/** @param {Set<string>} names @param {HTMLElement} place @param {Words} words @param {string} name */
function showLesson(names, place, words, name) {
  if (!names.has(name)) {
    place.textContent = words.hint;
    return;
  }
  const undo = () => {
    const fewer = finished() ?? new Set();
    fewer.delete(name);
    ends.disconnect(); // or it would be marked again at once
    keep(fewer);
    place.focus();
  };
  place.replaceChildren(`✓ ${words.lesson_done} `, button(undo, {}, words.undo));
}

/** @type {HTMLElement | null} */
const place = document.querySelector(".cv-progress");
/** @type {Words} */
const words = JSON.parse(place?.dataset.cvWords ?? "{}");
const lesson = place?.dataset.cvLesson;

function show() {
  const names = finished();
  if (!names) return;
  showMenu(names);
  if (!place) return;
  if (lesson) showLesson(names, place, words, lesson);
  else showCards(names, place, words);
}

/** @param {string} name */
function finish(name) {
  const names = finished();
  if (names && !names.has(name)) keep(names.add(name));
}

// Finished is what somebody has read to its end, or whose questions they have all answered.
const ends = new IntersectionObserver((entries) => {
  if (lesson && entries.some((entry) => entry.isIntersecting)) finish(lesson);
});

if (place) place.tabIndex = -1; // takes the focus of a button that goes
if (place && lesson) {
  ends.observe(place);
  /** @type {Set<EventTarget | null>} */
  const open = new Set(document.querySelectorAll(".cv-quiz"));
  document.addEventListener("cv-answered", ({ target }) => {
    if (open.delete(target) && !open.size) finish(lesson);
  });
}
addEventListener("storage", ({ key }) => {
  if (key === KEY) show(); // another tab
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) show(); // the way back
});
if (place && !finished()) place.hidden = true;
show();
