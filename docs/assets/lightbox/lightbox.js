// A figure opened large: nearer, farther, moved by hand, and what its tiles show.

import { icon, make } from "../widgets/parts/elements.js";
import { pane } from "./pane.js";
import { teller } from "./tiles.js";

const ICONS = {
  previous: "M10.5 3 5.5 8l5 5",
  next: "M5.5 3l5 5-5 5",
  farther: "M3 8h10",
  nearer: "M3 8h10M8 3v10",
  whole: "M6 2.5H2.5V6M10 2.5h3.5V6M6 13.5H2.5V10M10 13.5h3.5V10",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

/** Build the window once; the function it gives opens it with one of the figures. */
export default function lightbox(words, figures) {
  let at = 0;
  let shown = [];

  const button = (name, act) =>
    make(
      "button",
      {
        type: "button",
        class: "cv-button",
        "aria-label": words[name],
        title: words[name],
        onclick: act,
      },
      icon(ICONS[name]),
    );
  const previous = button("previous", () => go(-1));
  const next = button("next", () => go(1));
  const close = button("close", () => dialog.close());

  const picture = pane({ label: words.picture, pointed: (place) => tiles.point(place) });
  const tiles = teller({ words, mark: picture.mark, reveal: picture.reveal });
  const title = make("h2", { class: "cv-lightbox__title", id: "cv-lightbox-title" });
  const caption = make("div", { class: "cv-lightbox__caption" });
  const dialog = make(
    "dialog",
    { class: "cv-lightbox md-typeset", "aria-labelledby": title.id },
    make(
      "div",
      { class: "cv-lightbox__bar" },
      title,
      make(
        "div",
        { class: "cv-lightbox__buttons" },
        previous,
        next,
        button("farther", () => picture.zoom(1 / 1.5)),
        button("nearer", () => picture.zoom(1.5)),
        button("whole", picture.whole),
        close,
      ),
    ),
    picture.node,
    tiles.node,
    caption,
  );

  // The figures that can be seen now: those of closed answers, or not chosen, are left out.
  const seen = () =>
    figures.filter((figure) => figure.querySelector(".cv-picture").checkVisibility());

  // Not `disabled`: a button that goes away under the finger takes the keyboard's place with it.
  function show() {
    const figure = shown[at];
    const written = figure.querySelector("figcaption").cloneNode(true);
    for (const node of written.querySelectorAll("[id]")) node.removeAttribute("id");
    const number = written.querySelector("strong");
    title.textContent = number.textContent.replace(/\.$/, "");
    number.remove();
    caption.replaceChildren(...written.childNodes);
    previous.ariaDisabled = String(at === 0);
    next.ariaDisabled = String(at === shown.length - 1);
    const images = [...figure.querySelectorAll(".cv-picture img")];
    picture.show(images);
    tiles.show(images.find((image) => image.checkVisibility()) ?? images[0]);
  }

  function go(by) {
    if (!shown[at + by]) return;
    at += by;
    show();
  }

  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.defaultPrevented || event.target.matches("select")) return;
    event.preventDefault();
    go(by);
  });
  // Back closes the window, as on every phone, and leaves no trace in the history.
  addEventListener("popstate", () => dialog.close());
  dialog.addEventListener("close", () => {
    if (history.state?.cvLight) history.back();
    const opener = shown[at].querySelector(".cv-enlarge");
    opener.focus();
    opener.scrollIntoView({ block: "nearest" });
  });
  document.body.append(dialog);

  return (figure) => {
    if (dialog.open) return; // asked twice while it was being loaded
    shown = seen();
    at = shown.indexOf(figure);
    history.pushState({ ...history.state, cvLight: true }, "");
    dialog.showModal();
    show();
    picture.node.focus();
  };
}
