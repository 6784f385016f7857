// What a page does beyond being read. Everything is readable without it.

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

// A guess, once made, shows the answer. Who only wanders through the options with the arrow
// keys has not guessed yet: Space or Enter decides.
for (const guess of document.querySelectorAll(".cv-guess")) {
  const options = guess.querySelector("fieldset");
  const reveal = () => { guess.querySelector("details").open = true; };
  let wandering = false;
  options.addEventListener("pointerdown", () => { wandering = false; });
  options.addEventListener("keydown", ({ key }) => {
    wandering = key.startsWith("Arrow");
    if (key !== "Enter" && key !== " ") return;
    document.activeElement.click();
    reveal();
  });
  options.addEventListener("click", ({ target }) => {
    if (target.matches("input") && !wandering) reveal();
  });
}

// A quiz tells at once, and explains once it was answered rightly.
for (const quiz of document.querySelectorAll(".cv-quiz")) {
  const verdict = quiz.querySelector(".cv-quiz__verdict");
  quiz.querySelector("fieldset").addEventListener("change", ({ target }) => {
    const right = "cvRight" in target.dataset;
    verdict.textContent = right ? verdict.dataset.cvYes : verdict.dataset.cvNo;
    verdict.dataset.cvState = right ? "right" : "wrong";
    if (right) quiz.querySelector("details").open = true;
  });
}

// What a reader can play with: a module each, given its place, its words and measured numbers.
for (const place of document.querySelectorAll("[data-cv-widget]")) {
  const { cvWidget: name, cvWords: words, cvNumbers: numbers } = place.dataset;
  const measured = numbers && fetch(numbers).then((answer) => answer.json());
  Promise.all([import(new URL(`widgets/${name}.js`, import.meta.url)), measured])
    .then(([module, given]) => module.default(place, JSON.parse(words), given))
    .catch((error) => console.error(`widget ${name}:`, error)); // what is written there stays
}

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
  const tell = () => { button.ariaExpanded = toggle.checked; };
  button.type = "button";
  button.ariaLabel = name;
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", tell);
  tell();
  label.append(button);
}

// It also makes each listing a landmark, nameless among the others.
const listings = new MutationObserver(() => {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.role = "none";
});
listings.observe(document.querySelector(".md-content"), { childList: true, subtree: true });

// A formula too wide for the page scrolls, so a keyboard must reach it.
const widths = new ResizeObserver((formulas) => {
  for (const { target } of formulas) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const formula of document.querySelectorAll(".cv-math")) widths.observe(formula);
