// The page's address says what is drawn and set: to come back to it, and to show it to others.

import { all } from "../parts/elements.js";
import { written } from "./state.js";

const REST = 250; // ms: the address follows once things have come to rest

/** @param {() => void} changed hears of a reader who goes to another address */
export function address(changed) {
  let saving = 0;
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) changed();
  });

  /** @param {State} state */
  return (state) => {
    clearTimeout(saving);
    saving = setTimeout(() => {
      const hash = `#${written(state)}`;
      if (hash !== location.hash) history.replaceState(history.state, "", hash);
      for (const link of all(document, ".cv-languages a", HTMLAnchorElement)) link.hash = hash;
    }, REST);
  };
}
