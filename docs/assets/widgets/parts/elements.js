// Elements in one line each.

function built(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

export const make = (tag, attributes = {}, ...children) =>
  built(document.createElement(tag), attributes, children);

export const draw = (tag, attributes = {}, ...children) =>
  built(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/** A small picture on a button, made of one path in a square of 16. */
export const icon = (path) =>
  draw(
    "svg",
    { viewBox: "0 0 16 16", "aria-hidden": "true", class: "cv-icon" },
    draw("path", { d: path }),
  );

/** Show the widget in the place that the page kept for it, under its title. */
export function stage(place, words, ...children) {
  const title = make("p", { class: "cv-play__title" }, words.title);
  const hint = make("p", { class: "cv-play__hint" }, words.hint);
  const room = place.querySelector(".cv-widget__stage");
  room.setAttribute("role", "group");
  room.setAttribute("aria-label", words.title);
  room.replaceChildren(title, hint, ...children);
  return room;
}
