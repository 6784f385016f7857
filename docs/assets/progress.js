// Which lessons somebody has finished: kept on their device, and nowhere else.

const ROOT = new URL("../", import.meta.url);
const KEY = `cnnviz.finished:${ROOT.pathname}`;

/** The names of the finished lessons; null where the browser keeps nothing. */
function finished() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(kept) ? kept : []);
  } catch (error) {
    return error instanceof SyntaxError ? new Set() : null;
  }
}

function keep(names) {
  try {
    if (names.size) localStorage.setItem(KEY, JSON.stringify([...names]));
    else localStorage.removeItem(KEY);
  } catch {
    // A full or forbidden store: the page goes on without.
  }
  show();
}

const lessonOf = (link) =>
  /\/lessons\/([^/]+?)(?:\/(?:index\.html)?|\.html)$/.exec(new URL(link.href).pathname)?.[1];
const fill = (word, values) => word.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

function mark(place, names, name, text) {
  place.querySelector(".cv-finished")?.remove();
  if (!names.has(name)) return;
  const sign = document.createElement("span");
  sign.className = "cv-finished";
  sign.append(text);
  place.append(" ", sign);
}

// ----- The menu, on every page

function showMenu(names) {
  const word = document.querySelector("meta[name=cv-finished]")?.content;
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link[href]")) {
    const name = lessonOf(link);
    if (name) mark(link.querySelector(".md-ellipsis") ?? link, names, name, `✓ ${word}`);
  }
}

// ----- The cards, and where to go on

function showCards(names, place, words) {
  const cards = [...document.querySelectorAll(".cv-card")].map((card, at) => {
    const link = card.querySelector("h4 a");
    return { at, card, link, name: lessonOf(link) };
  });
  for (const { card, name } of cards) {
    mark(card.querySelector(".cv-card__number"), names, name, `✓ ${words.done}`);
  }
  const done = cards.filter(({ name }) => names.has(name));
  if (!done.length) {
    place.textContent = words.hint;
    return;
  }
  const next = cards.find(({ name }) => !names.has(name));
  const told = next ? fill(words.count, { n: done.length, all: cards.length }) : words.all;
  place.replaceChildren(`${told} `);
  if (next) {
    const go = document.createElement("a");
    go.href = next.link.href;
    go.textContent = fill(words.go, { n: next.at + 1 });
    place.append(go, " ");
  }
  place.append(
    button(words.forget, () => {
      keep(new Set());
      place.focus();
    }),
  );
}

// ----- A lesson's end

function showLesson(names, place, words) {
  const name = place.dataset.cvLesson;
  if (!names.has(name)) {
    place.textContent = words.hint;
    return;
  }
  place.replaceChildren(
    `✓ ${words.lesson_done} `,
    button(words.undo, () => {
      const fewer = finished() ?? new Set();
      fewer.delete(name);
      ends.disconnect(); // or it would be marked again at once
      keep(fewer);
      place.focus();
    }),
  );
}

const place = document.querySelector(".cv-progress");
const words = place && JSON.parse(place.dataset.cvWords);

function show() {
  const names = finished();
  if (!names) return;
  showMenu(names);
  if (!place) return;
  if (place.dataset.cvLesson) showLesson(names, place, words);
  else showCards(names, place, words);
}

function finish() {
  const names = finished();
  if (!names || names.has(place.dataset.cvLesson)) return;
  keep(names.add(place.dataset.cvLesson));
}

// Finished is what somebody has read to its end, or whose questions they have all answered.
const ends = new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting)) finish();
});

if (place) place.tabIndex = -1; // takes the focus of a button that goes
if (place?.dataset.cvLesson) {
  ends.observe(place);
  const open = new Set(document.querySelectorAll(".cv-quiz"));
  document.addEventListener("cv-answered", ({ target }) => {
    if (open.delete(target) && !open.size) finish();
  });
}
addEventListener("storage", ({ key }) => {
  if (key === KEY) show();
}); // another tab
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) show();
}); // the way back
if (place && !finished()) place.hidden = true;
show();
