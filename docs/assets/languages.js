// The other languages open where the reader is: headings and figures are called the same in all.

import { all } from "./parts/elements.js";

const PLACES = ".md-content :is(h2, h3, figure)[id]";

for (const link of all(document, ".cv-languages a", HTMLAnchorElement)) {
  link.addEventListener("click", () => {
    if (document.querySelector("[data-cv-lab]")) return; // its address says what is drawn
    const above = all(document, PLACES, HTMLElement).filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight / 3,
    );
    link.hash = above.at(-1)?.id ?? "";
  });
}
