// What a reader can play with: a module each, given its place, its words and measured numbers.
// Until it runs, its room is kept free; where it cannot, what is written there shows.

import { all, found } from "./parts/elements.js";

/** @typedef {(place: HTMLElement, words: Words, numbers: any) => void} Widget */

const root = new URL("../", import.meta.url);
/** @type {Map<string, Promise<unknown>>} */
const sheets = new Map(); // by their names; each is loaded once

/** @param {string} name */
function dressed(name) {
  const begun = sheets.get(name);
  if (begun) return begun;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`widgets/${name}.css`, import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(`${link.href} is missing`)));
    document.head.append(link);
  });
  sheets.set(name, loaded);
  return loaded;
}

/** @param {HTMLElement} place @param {string} name */
async function begin(place, name) {
  const { cvWords: words = "{}", cvNumbers: numbers } = place.dataset;
  const measured = numbers && fetch(new URL(numbers, root)).then((answer) => answer.json());
  const styles = ["widgets", ...("cvStyled" in place.dataset ? [name] : [])].map(dressed);
  /** @type {Promise<{ default: Widget }>} */
  const script = import(new URL(`widgets/${name}.js`, import.meta.url).href);
  const [widget, given] = await Promise.all([script, measured, ...styles]);
  widget.default(place, JSON.parse(words), given);
  found(place, ".cv-widget__still", HTMLDetailsElement).open = false;
  place.dataset.cvState = "ready";
}

for (const place of all(document, "[data-cv-widget]", HTMLElement)) {
  const { cvWidget: name = "" } = place.dataset;
  begin(place, name).catch((error) => {
    console.error(`widget ${name}:`, error);
    place.dataset.cvState = "failed";
  });
}
