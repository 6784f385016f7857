// What the theme leaves undone: its menu, its search and what is wide are for the keyboard too.

import { button, found } from "./parts/elements.js";

// The theme opens its menu and its search with labels, which no keyboard reaches.
const names = {
  __drawer: document.querySelector(".md-nav--primary")?.ariaLabel,
  __search: document.querySelector(".md-search__input")?.ariaLabel,
};
for (const [id, name] of Object.entries(names)) {
  const label = document.querySelector(`.md-header__button[for="${id}"]`);
  if (!label || !name) continue;
  const toggle = found(document, `#${id}`, HTMLInputElement);
  const opener = button(() => toggle.click(), { "aria-label": name }, ...label.childNodes);
  const tell = () => {
    opener.ariaExpanded = `${toggle.checked}`;
  };
  toggle.addEventListener("change", tell);
  tell();
  label.append(opener);
}

// A formula or a table too wide for the page scrolls, so a keyboard must reach it.
const widths = new ResizeObserver((wide) => {
  for (const { target } of wide) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

for (const wide of document.querySelectorAll(".cv-math, .cv-words")) widths.observe(wide);

/** The theme makes each listing a landmark late, nameless among the others. */
function mend() {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.role = "none";
}
mend();
const changes = new MutationObserver(mend);
changes.observe(found(document, ".md-content", HTMLElement), { childList: true, subtree: true });
