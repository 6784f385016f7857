// A figure opened large: nearer, farther, moved by hand, and what its tiles show.

import { all, button, found, icon, make } from "../parts/elements.js";
import { pane } from "./pane.js";
import { teller } from "./tiles.js";

const NEARER = 1.5; // times, by a button
/** @type {Record<string, string>} */
const ICONS = {
  previous: "M10.5 3 5.5 8l5 5",
  next: "M5.5 3l5 5-5 5",
  farther: "M3 8h10",
  nearer: "M3 8h10M8 3v10",
  whole: "M6 2.5H2.5V6M10 2.5h3.5V6M6 13.5H2.5V10M10 13.5h3.5V10",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

/** @param {HTMLElement} figure */
const seen = (figure) => found(figure, ".cv-picture", HTMLElement).checkVisibility();

/**
 * Build the window once; the function it gives opens it with one of the figures.
 *
 * @param {Words} words
 * @param {HTMLElement[]} figures
 */
export default function lightbox(words, figures) {
  let at = 0;
  /** @type {HTMLElement[]} */
  let shown = []; // what can be seen now: not the figures of closed answers, or not chosen

  const picture = pane({ label: words.picture, pointed: (place) => tiles.point(place) });
  const tiles = teller({ words, mark: picture.mark, reveal: picture.reveal });
  const title = make("h2", { class: "cv-lightbox__title", id: "cv-lightbox-title" });
  const caption = make("div", { class: "cv-lightbox__caption" });
  const buttons = bar(words, {
    previous: () => go(-1),
    next: () => go(1),
    farther: () => picture.zoom(1 / NEARER),
    nearer: () => picture.zoom(NEARER),
    whole: picture.whole,
    close: () => dialog.close(),
  });
  const dialog = make(
    "dialog",
    { class: "cv-lightbox md-typeset", "aria-labelledby": title.id },
    make("div", { class: "cv-lightbox__bar" }, title, buttons.node),
    picture.node,
    tiles.node,
    caption,
  );

  function show() {
    const figure = shown[at];
    const written = told(figure);
    title.textContent = written.number;
    caption.replaceChildren(...written.caption);
    buttons.allow(at > 0, at < shown.length - 1);
    const images = all(figure, ".cv-picture img", HTMLImageElement);
    picture.show(images);
    tiles.show(images.find((image) => image.checkVisibility()) ?? images[0]);
  }

  /** @param {number} by */
  function go(by) {
    if (!shown[at + by]) return;
    at += by;
    show();
  }

  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.defaultPrevented || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    go(by);
  });
  // Back closes the window, as on every phone, and leaves no trace in the history.
  addEventListener("popstate", () => dialog.close());
  dialog.addEventListener("close", () => {
    if (history.state?.cvLight) history.back();
    const opener = found(shown[at], ".cv-enlarge", HTMLElement);
    opener.focus();
    opener.scrollIntoView({ block: "nearest" });
  });
  document.body.append(dialog);

  return (/** @type {HTMLElement} */ figure) => {
    if (dialog.open) return; // asked twice while it was being loaded
    shown = figures.filter(seen);
    at = shown.indexOf(figure);
    history.pushState({ ...history.state, cvLight: true }, "");
    dialog.showModal();
    show();
    picture.node.focus();
  };
}

/**
 * The buttons above a picture, by what they do.
 *
 * @param {Words} words
 * @param {Record<string, () => void>} acts
 */
function bar(words, acts) {
  const [previous, next, ...others] = Object.entries(acts).map(([name, act]) => {
    const told = { class: "cv-button", "aria-label": words[name], title: words[name] };
    return button(act, told, icon(ICONS[name]));
  });

  /**
   * Not `disabled`: a button that goes away under the finger takes the keyboard's place with it.
   *
   * @param {boolean} backward
   * @param {boolean} onward
   */
  function allow(backward, onward) {
    previous.ariaDisabled = `${!backward}`;
    next.ariaDisabled = `${!onward}`;
  }

  return { node: make("div", { class: "cv-lightbox__buttons" }, previous, next, ...others), allow };
}

/**
 * Read a figure's caption: its number, and what follows.
 *
 * @param {HTMLElement} figure
 */
function told(figure) {
  const written = make("div");
  for (const node of found(figure, "figcaption", HTMLElement).childNodes) {
    written.append(node.cloneNode(true));
  }
  for (const node of written.querySelectorAll("[id]")) node.removeAttribute("id");
  const number = found(written, "strong", HTMLElement);
  number.remove();
  return { number: number.textContent?.replace(/\.$/, "") ?? "", caption: [...written.childNodes] };
}
