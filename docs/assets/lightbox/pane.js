// A picture behind a window pane: drawn near by wheel, fingers, keys or buttons, and moved about.

import { make } from "../parts/elements.js";
import { fingers, keys, wheel } from "./gestures.js";
import { view } from "./view.js";

/**
 * `pointed` hears of the place under the pointer, in shares of the picture.
 *
 * @param {{ label: string, pointed: (place: number[]) => void }} given
 */
export function pane({ label, pointed }) {
  const mark = make("div", { class: "cv-lightbox__mark", hidden: true });
  const sheet = make("div", { class: "cv-lightbox__sheet" }, mark);
  const node = make(
    "div",
    { class: "cv-lightbox__pane", tabindex: 0, role: "group", "aria-label": label },
    sheet,
  );
  const seen = view(node, sheet);
  wheel(node, seen);
  fingers(node, seen, (at) => pointed(seen.shares(at)));
  keys(node, seen);
  new ResizeObserver(seen.place).observe(node);

  /** @param {HTMLImageElement[]} images one for each theme, all alike */
  function show(images) {
    const copies = images.map((image) => Object.assign(image.cloneNode(), { draggable: false }));
    sheet.replaceChildren(...copies, mark);
    const [width, height] = ["width", "height"].map((name) => Number(images[0].getAttribute(name)));
    seen.begin(width, height);
  }

  return { node, mark, show, zoom: seen.zoom, whole: seen.whole, reveal: seen.reveal };
}
