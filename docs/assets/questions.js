// Guesses, quizzes and hidden answers.

import { all, found } from "./parts/elements.js";

/**
 * An answer counts once it is decided: who only wanders through the options with the arrow keys has
 * not answered yet. Space or Enter decides, and so does a click.
 *
 * @param {HTMLElement} options
 * @param {(input: HTMLInputElement) => void} decided
 */
function whenDecided(options, decided) {
  let wandering = false;
  options.addEventListener("pointerdown", () => {
    wandering = false;
  });
  options.addEventListener("keydown", ({ key, target }) => {
    wandering = key.startsWith("Arrow");
    if ((key !== "Enter" && key !== " ") || !(target instanceof HTMLInputElement)) return;
    target.click();
    decided(target);
  });
  options.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLInputElement && !wandering) decided(target);
  });
}

/** @param {HTMLDetailsElement} details */
function open(details) {
  details.open = true;
  details.dataset.cvOpened = "";
}

// What a reader opened is printed too; what the theme opens for paper is not told apart otherwise.
for (const details of all(document, ".cv-answer, .cv-reveal", HTMLDetailsElement)) {
  details.querySelector(":scope > summary")?.addEventListener("click", () => {
    if (details.open) delete details.dataset.cvOpened;
    else details.dataset.cvOpened = "";
  });
}

// A guess, once made, shows the answer.
for (const guess of all(document, ".cv-guess", HTMLElement)) {
  const answer = found(guess, "details", HTMLDetailsElement);
  whenDecided(found(guess, "fieldset", HTMLElement), () => open(answer));
}

// A quiz tells at once, and explains once it was answered rightly.
for (const quiz of all(document, ".cv-quiz", HTMLElement)) {
  const verdict = found(quiz, ".cv-quiz__verdict", HTMLElement);
  const options = found(quiz, "fieldset", HTMLElement);
  const explanation = found(quiz, "details", HTMLDetailsElement);
  let telling = 0;
  whenDecided(options, (input) => {
    const right = "cvRight" in input.dataset;
    const state = right ? "right" : "wrong";
    for (const label of input.labels ?? []) label.dataset.cvState = state;
    verdict.dataset.cvState = state;
    verdict.textContent = "";
    // A screen reader keeps silent about the same words again, unless they were gone in between.
    clearTimeout(telling);
    telling = setTimeout(() => {
      verdict.textContent = (right ? verdict.dataset.cvYes : verdict.dataset.cvNo) ?? "";
    }, 100);
    if (right) open(explanation);
    quiz.dispatchEvent(new Event("cv-answered", { bubbles: true }));
  });
  options.addEventListener("keydown", ({ key }) => {
    if (key.startsWith("Arrow")) verdict.textContent = ""; // it was about another option
  });
}
