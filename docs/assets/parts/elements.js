// Elements in one line each: made, or found on the page.

/**
 * @template {Element} Kind
 * @param {Kind} node
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
function built(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice("on".length), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, `${value}`);
  }
  node.append(...children);
  return node;
}

/**
 * Make an element of the page.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...(Node | string)} children
 */
export const make = (tag, attributes = {}, ...children) =>
  built(document.createElement(tag), attributes, children);

/**
 * Make an element of a drawing.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...(Node | string)} children
 */
export const draw = (tag, attributes = {}, ...children) =>
  built(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/**
 * Make a button, which sends no form.
 *
 * @param {() => void} pressed
 * @param {Attributes} attributes
 * @param {...(Node | string)} children
 */
export const button = (pressed, attributes, ...children) =>
  make("button", { type: "button", onclick: pressed, ...attributes }, ...children);

/**
 * Make a small picture for a button, of one path in a square of 16.
 *
 * @param {string} path
 */
export const icon = (path) =>
  draw(
    "svg",
    { viewBox: "0 0 16 16", "aria-hidden": "true", class: "cv-icon" },
    draw("path", { d: path }),
  );

/**
 * Give the first of all that a selector finds, which must be there.
 *
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} kind
 */
export function found(place, selector, kind) {
  const element = place.querySelector(selector);
  if (element instanceof kind) return element;
  const there = element ? `${element}` : "nothing";
  throw new Error(`${selector} should be a ${kind.name} on this page, but there is ${there}`);
}

/**
 * Give all that a selector finds.
 *
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} kind
 */
export const all = (place, selector, kind) =>
  [...place.querySelectorAll(selector)].flatMap((one) => (one instanceof kind ? [one] : []));
