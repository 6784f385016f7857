// Controls that a keyboard, a finger and a screen reader know already: the browser's own, dressed.

import { button, icon, make } from "./elements.js";

let made = 0; // so that names of groups and ids are found only once

/** @param {string} kind */
function unique(kind) {
  made += 1;
  return `cv-${kind}-${made}`;
}

/**
 * One of several, as buttons in a row. `set(null)` unchecks all.
 *
 * @template {string | number} Value
 * @param {object} given
 * @param {string} given.legend
 * @param {[Value, string | Node][]} given.options
 * @param {Value} given.value
 * @param {(value: Value) => void} given.change
 */
export function choices({ legend, options, value, change }) {
  const name = unique("choices");
  const inputs = options.map(([given]) =>
    make("input", {
      type: "radio",
      name,
      value: given,
      checked: given === value,
      onchange: () => change(given),
    }),
  );
  const labels = options.map(([, label], i) =>
    make("label", {}, inputs[i], make("span", {}, label)),
  );
  const row = make("div", { class: "cv-choices__row" }, ...labels);
  /** @param {Value | null} given */
  const set = (given) => {
    for (const [i, [option]] of options.entries()) inputs[i].checked = option === given;
  };
  return { node: make("fieldset", { class: "cv-choices" }, make("legend", {}, legend), row), set };
}

/**
 * A whole number, to type or to step. What is out of range or no number changes nothing.
 *
 * @param {object} given
 * @param {string} given.label
 * @param {number} given.value
 * @param {number} given.min
 * @param {number} given.max
 * @param {Words} given.words
 * @param {(value: number) => void} given.change
 * @param {number} [given.step]
 */
export function stepper({ label, value, min, max, words, change, step = 1 }) {
  let last = `${value}`;
  const sound = () => input.value !== "" && input.validity.valid;
  const input = make("input", {
    type: "number",
    min,
    max,
    step,
    value,
    id: unique("number"),
    oninput: () => {
      if (sound()) change(input.valueAsNumber);
    },
    onchange: () => {
      if (!sound()) input.value = last;
    },
  });
  /** @param {string} word @param {string} path @param {"stepUp" | "stepDown"} act */
  const beside = (word, path, act) => {
    const pressed = () => {
      input[act]();
      change(input.valueAsNumber);
    };
    // The arrow keys step already, so the keyboard need not stop at these.
    return button(pressed, { tabindex: -1, "aria-label": `${label}: ${word}` }, icon(path));
  };
  /** @param {number} given */
  const set = (given) => {
    last = `${given}`;
    input.value = last;
  };
  const less = beside(words.less, "M3 8h10", "stepDown");
  const more = beside(words.more, "M3 8h10M8 3v10", "stepUp");
  const node = make(
    "div",
    { class: "cv-stepper" },
    make("label", { class: "cv-label", for: input.id }, label),
    make("div", { class: "cv-stepper__row" }, less, input, more),
  );
  return { node, input, set };
}

/**
 * On or off.
 *
 * @param {object} given
 * @param {string} given.label
 * @param {boolean} given.checked
 * @param {(on: boolean) => void} given.change
 */
export function toggle({ label, checked, change }) {
  const input = make("input", {
    type: "checkbox",
    role: "switch",
    checked,
    onchange: () => change(input.checked),
  });
  /** @param {boolean} on */
  const set = (on) => {
    input.checked = on;
  };
  return { node: make("label", { class: "cv-toggle" }, input, make("span", {}, label)), set };
}

/**
 * A place along a line; `text` says in words where it is.
 *
 * @param {object} given
 * @param {string} given.label
 * @param {number} given.value
 * @param {number} given.min
 * @param {number} given.max
 * @param {(value: number) => string} given.text
 * @param {(value: number) => void} given.change
 */
export function slider({ label, value, min, max, text, change }) {
  const tell = () => input.setAttribute("aria-valuetext", text(input.valueAsNumber));
  const input = make("input", {
    type: "range",
    min,
    max,
    step: 1,
    value,
    "aria-label": label,
    oninput: () => {
      tell();
      change(input.valueAsNumber);
    },
  });
  tell();
  /** @param {number} given */
  const set = (given) => {
    input.value = `${given}`;
    tell();
  };
  return { node: input, set };
}

/** A voice for screen readers: speaks once things have come to rest, and not before a reader acts. */
export function voice() {
  const node = make("div", { role: "status", class: "cv-hidden" });
  let waiting = 0;
  /** @param {string} text */
  const say = (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      node.textContent = text;
    }, 400);
  };
  return { node, say };
}
