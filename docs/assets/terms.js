// What a term means, shown where it stands: under the pointer, at the keyboard's place, or touched.

import { all, found, make } from "./parts/elements.js";

const MARGIN = 8; // px to the window's edge
const SLOW = 150; // ms before a term that is only passed by is explained
const LEAVE = 250; // ms to get from the term to its explanation

/** @type {Map<string, Promise<Document>>} */
const pages = new Map(); // each glossary is fetched once

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** @param {HTMLAnchorElement} term */
async function meaning({ href }) {
  const [address, key] = href.split("#");
  const page = pages.get(address) ?? fetched(address);
  pages.set(address, page);
  const entry = (await page).getElementById(key)?.closest(".cv-entry");
  if (!entry) throw new Error(`${address} has no entry ${key}`);
  return [...entry.querySelectorAll("h2, .cv-entry__meaning")].map((part, i) => {
    const shown = make(i === 0 ? "strong" : "p");
    shown.append(...document.importNode(part, true).childNodes);
    shown.querySelector(".headerlink")?.remove();
    return shown;
  });
}

const tip = make("div", { id: "cv-term-tip", class: "cv-tip", role: "tooltip", hidden: true });
found(document, ".md-content", HTMLElement).append(tip);

/** @type {HTMLAnchorElement | null} */
let shown = null; // the term that is explained
let waiting = 0;

/** @param {HTMLAnchorElement} term */
function place(term) {
  const [first] = term.getClientRects(); // of a term on two lines, the first
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - MARGIN;
  const below = first.bottom + height + MARGIN < innerHeight || first.top < height + MARGIN;
  tip.style.left = `${Math.max(MARGIN, Math.min(first.left, room))}px`;
  tip.style.top = `${below ? term.getBoundingClientRect().bottom : first.top - height}px`;
}

/** @param {HTMLAnchorElement} term */
async function show(term) {
  clearTimeout(waiting);
  if (shown === term) return;
  hide();
  shown = term;
  const parts = await meaning(term).catch(() => null); // the link to the glossary stays
  if (!parts || shown !== term) return;
  tip.replaceChildren(...parts);
  tip.hidden = false;
  term.setAttribute("aria-describedby", tip.id);
  place(term);
}

function hide() {
  clearTimeout(waiting);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  tip.hidden = true;
}

/** @param {() => void} act @param {number} time */
function later(act, time) {
  clearTimeout(waiting);
  waiting = setTimeout(act, time);
}

for (const term of all(document, ".cv-term", HTMLAnchorElement)) {
  let touched = false;
  term.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") later(() => show(term), shown === term ? 0 : SLOW);
  });
  term.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType === "mouse") later(hide, LEAVE);
  });
  term.addEventListener("pointerdown", ({ pointerType }) => {
    touched = pointerType !== "mouse";
  });
  term.addEventListener("focus", () => {
    if (!touched) show(term);
  });
  term.addEventListener("blur", hide);
  // The first touch explains, the second one leads to the glossary.
  term.addEventListener("click", (event) => {
    if (!touched || (shown === term && !tip.hidden)) return;
    event.preventDefault();
    show(term);
  });
}
tip.addEventListener("pointerenter", () => clearTimeout(waiting));
tip.addEventListener("pointerleave", () => later(hide, LEAVE));
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") hide();
});
addEventListener(
  "scroll",
  () => {
    if (shown && !tip.hidden) place(shown);
  },
  { passive: true },
);
addEventListener("pointerdown", ({ target }) => {
  if (shown && target instanceof Node && !tip.contains(target) && !shown.contains(target)) hide();
});
