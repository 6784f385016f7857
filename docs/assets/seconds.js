// How long each figure of this build took to compute. That changes from build to build, so it is
// no part of the pages.

import { all } from "./parts/elements.js";
import { number } from "./parts/words.js";

/** @type {Promise<Map<string, number>> | undefined} */
let times;

/** @returns {Promise<Map<string, number>>} */
async function secondsByStep() {
  const answer = await fetch(new URL("../build.json", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  /** @type {{ steps: { key: string, seconds: number }[] }} */
  const { steps } = await answer.json();
  return new Map(steps.map(({ key, seconds }) => [key, seconds]));
}

/** @param {HTMLElement} place */
async function tell(place) {
  times ??= secondsByStep();
  const seconds = await times;
  const keys = place.dataset.cvSteps?.split(" ") ?? [];
  if (!keys.every((key) => seconds.has(key))) return;
  const sum = keys.reduce((total, key) => total + (seconds.get(key) ?? 0), 0);
  place.textContent = `${number(sum, 1)}\u00a0s`; // the unit's sign is the same in every language
}

for (const about of all(document, ".cv-about", HTMLElement)) {
  const opened = () => {
    for (const place of all(about, ".cv-seconds", HTMLElement)) {
      tell(place).catch(() => {}); // the link to the page with all times stays
    }
  };
  about.addEventListener("toggle", opened, { once: true });
}
