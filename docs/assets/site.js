// What a page does beyond being read. Everything is readable without it.

import "./late.js";
import "./lightbox/links.js";
import "./progress.js";

const root = new URL("../", import.meta.url);
const language = document.documentElement.lang;

// Computing times change from build to build, so they are no part of the pages.
let times;

async function secondsByStep() {
  const answer = await fetch(new URL("build.json", root));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const { steps } = await answer.json();
  return new Map(steps.map((step) => [step.key, step.seconds]));
}

async function tellSeconds(place) {
  times ??= secondsByStep();
  const seconds = await times;
  const keys = place.dataset.cvSteps.split(" ");
  if (!keys.every((key) => seconds.has(key))) return;
  const sum = keys.reduce((total, key) => total + seconds.get(key), 0);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(sum);
  place.textContent = `${number}\u00a0s`; // the unit's sign is the same in every language
}

for (const about of document.querySelectorAll(".cv-about")) {
  const tell = () => {
    for (const place of about.querySelectorAll(".cv-seconds")) {
      tellSeconds(place).catch(() => {}); // the link to the page with all times stays
    }
  };
  about.addEventListener("toggle", tell, { once: true });
}

// An answer counts once it is decided: who only wanders through the options with the arrow keys
// has not answered yet. Space or Enter decides, and so does a click.
function whenDecided(options, decided) {
  let wandering = false;
  options.addEventListener("pointerdown", () => {
    wandering = false;
  });
  options.addEventListener("keydown", ({ key }) => {
    wandering = key.startsWith("Arrow");
    if (key !== "Enter" && key !== " ") return;
    document.activeElement.click();
    decided(document.activeElement);
  });
  options.addEventListener("click", ({ target }) => {
    if (target.matches("input") && !wandering) decided(target);
  });
}

// What a reader opened is printed too; what the theme opens for paper is not told apart otherwise.
for (const summary of document.querySelectorAll(".cv-answer > summary, .cv-reveal > summary")) {
  const { dataset } = summary.parentElement;
  summary.addEventListener("click", () => {
    if (summary.parentElement.open) delete dataset.cvOpened;
    else dataset.cvOpened = "";
  });
}

function open(details) {
  details.open = true;
  details.dataset.cvOpened = "";
}

// A guess, once made, shows the answer.
for (const guess of document.querySelectorAll(".cv-guess")) {
  const reveal = () => open(guess.querySelector("details"));
  whenDecided(guess.querySelector("fieldset"), reveal);
}

// A quiz tells at once, and explains once it was answered rightly.
for (const quiz of document.querySelectorAll(".cv-quiz")) {
  const verdict = quiz.querySelector(".cv-quiz__verdict");
  const options = quiz.querySelector("fieldset");
  let telling;
  whenDecided(options, (input) => {
    const right = "cvRight" in input.dataset;
    const state = right ? "right" : "wrong";
    input.closest("label").dataset.cvState = state;
    verdict.dataset.cvState = state;
    verdict.textContent = "";
    // A screen reader keeps silent about the same words again, unless they were gone in between.
    clearTimeout(telling);
    telling = setTimeout(() => {
      verdict.textContent = right ? verdict.dataset.cvYes : verdict.dataset.cvNo;
    }, 100);
    if (right) open(quiz.querySelector("details"));
    quiz.dispatchEvent(new Event("cv-answered", { bubbles: true }));
  });
  options.addEventListener("keydown", ({ key }) => {
    if (key.startsWith("Arrow")) verdict.textContent = ""; // it was about another option
  });
}

// What a reader can play with: a module each, given its place, its words and measured numbers.
// Until it runs, its room is kept free (see styles/play.css); where it cannot, what is written there shows.
const widgets = document.querySelectorAll("[data-cv-widget]");

const sheets = new Map(); // by their names; each is loaded once

function dressed(name) {
  if (sheets.has(name)) return sheets.get(name);
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`widgets/${name}.css`, import.meta.url);
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(`${link.href} is missing`)));
    document.head.append(link);
  });
  sheets.set(name, loaded);
  return loaded;
}

for (const place of widgets) {
  const { cvWidget: name, cvWords: words, cvNumbers: numbers } = place.dataset;
  const measured = numbers && fetch(new URL(numbers, root)).then((answer) => answer.json());
  const still = place.querySelector(".cv-widget__still");
  const styles = ["widgets", ...("cvStyled" in place.dataset ? [name] : [])].map(dressed);
  Promise.all([import(new URL(`widgets/${name}.js`, import.meta.url)), measured, ...styles])
    .then(([module, given]) => {
      module.default(place, JSON.parse(words), given);
      still.open = false;
      place.dataset.cvState = "ready";
    })
    .catch((error) => {
      console.error(`widget ${name}:`, error);
      place.dataset.cvState = "failed";
    });
}

// A term of the glossary is explained where it stands; without this, it leads to the glossary.
if (document.querySelector(".cv-term")) import("./terms.js");

// The theme opens its menu and its search with labels, which no keyboard reaches.
const names = {
  __drawer: document.querySelector(".md-nav--primary")?.ariaLabel,
  __search: document.querySelector(".md-search__input")?.ariaLabel,
};
for (const [id, name] of Object.entries(names)) {
  const label = document.querySelector(`.md-header__button[for="${id}"]`);
  if (!label || !name) continue;
  const toggle = document.getElementById(id);
  const button = document.createElement("button");
  const tell = () => {
    button.ariaExpanded = toggle.checked;
  };
  button.type = "button";
  button.ariaLabel = name;
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", tell);
  tell();
  label.append(button);
}

// A formula or a table too wide for the page scrolls, so a keyboard must reach it.
const widths = new ResizeObserver((wide) => {
  for (const { target } of wide) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

const watched = new WeakSet();

// The other languages open where the reader is: headings and figures are called the same in all.
const places = ".md-content :is(h2, h3, figure)[id]";
for (const link of document.querySelectorAll(".cv-languages a")) {
  link.addEventListener("click", () => {
    if (document.querySelector("[data-cv-lab]")) return; // its address says what is drawn
    const above = [...document.querySelectorAll(places)].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight / 3,
    );
    link.hash = above.at(-1)?.id ?? "";
  });
}

// The theme also wraps tables late, and makes each listing a landmark, nameless among the others.
function mend() {
  const wraps = ".cv-math, .md-typeset__scrollwrap:not(.cv-scroll *)";
  for (const wide of document.querySelectorAll(wraps)) {
    if (!watched.has(wide)) widths.observe(wide);
    watched.add(wide);
  }
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.role = "none";
}
mend();
const changes = new MutationObserver(mend);
changes.observe(document.querySelector(".md-content"), { childList: true, subtree: true });
