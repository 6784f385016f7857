// What a term means, shown where it stands: under the pointer, at the keyboard's place, or touched.

const MARGIN = 8; // px to the window's edge
const SLOW = 150; // ms before a term that is only passed by is explained
const LEAVE = 250; // ms to get from the term to its explanation

const pages = new Map(); // each glossary is fetched once

async function meaning({ href }) {
  const [address, key] = href.split("#");
  if (!pages.has(address)) {
    pages.set(
      address,
      fetch(address).then(async (answer) => {
        if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      }),
    );
  }
  const entry = (await pages.get(address)).getElementById(key).closest(".cv-entry");
  return [...entry.querySelectorAll("h2, .cv-entry__meaning")].map((part, i) => {
    const shown = document.createElement(i === 0 ? "strong" : "p");
    shown.append(...document.importNode(part, true).childNodes);
    shown.querySelector(".headerlink")?.remove();
    return shown;
  });
}

const tip = document.createElement("div");
tip.id = "cv-term-tip";
tip.className = "cv-tip";
tip.role = "tooltip";
tip.hidden = true;
document.querySelector(".md-content").append(tip);

let shown; // the term that is explained
let waiting;

function place(term) {
  const [first] = term.getClientRects(); // of a term on two lines, the first
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - MARGIN;
  const below = first.bottom + height + MARGIN < innerHeight || first.top < height + MARGIN;
  tip.style.left = `${Math.max(MARGIN, Math.min(first.left, room))}px`;
  tip.style.top = `${below ? term.getBoundingClientRect().bottom : first.top - height}px`;
}

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
  shown = undefined;
  tip.hidden = true;
}

const later = (act, time) => {
  clearTimeout(waiting);
  waiting = setTimeout(act, time);
};

for (const term of document.querySelectorAll(".cv-term")) {
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
    if (!tip.hidden) place(shown);
  },
  { passive: true },
);
addEventListener("pointerdown", ({ target }) => {
  if (shown && !tip.contains(target) && !shown.contains(target)) hide();
});
