// The links to the pictures become buttons that open them large, here. The window itself is
// loaded when a reader comes near one of them; where it cannot be, the picture opens alone.

import { all, button, found } from "../parts/elements.js";

const said = document.getElementById("cv-lightbox");
const figures = said ? all(document, ".cv-figure:has(.cv-enlarge)", HTMLElement) : [];

/** @type {Promise<(figure: HTMLElement) => void> | undefined} */
let built;

function load() {
  built ??= import("./lightbox.js").then(({ default: lightbox }) =>
    lightbox(JSON.parse(said?.textContent ?? ""), figures),
  );
  return built;
}

for (const figure of figures) {
  const link = found(figure, "a.cv-enlarge", HTMLAnchorElement);
  const picture = found(figure, ".cv-picture", HTMLElement);
  const opens = () => {
    load().then(
      (open) => open(figure),
      () => location.assign(link.href),
    );
  };
  const attributes = { class: link.className, "aria-haspopup": "dialog" };
  link.replaceWith(button(opens, attributes, ...link.childNodes));
  picture.dataset.cvOpens = "";
  picture.addEventListener("click", opens);
  for (const near of ["pointerenter", "focusin"]) {
    figure.addEventListener(near, () => load().catch(() => {}), { once: true });
  }
}
