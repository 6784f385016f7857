// Controls that a keyboard, a finger and a screen reader know already: the browser's own, dressed.

import { icon, make } from "./elements.js";

let made = 0; // so that names of groups and ids are found only once

/** One of several, as buttons in a row. `set(null)` unchecks all. */
export function choices({ legend, options, value, change }) {
  const name = `cv-choices-${(made += 1)}`;
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
  const set = (given) =>
    inputs.forEach((input, i) => {
      input.checked = options[i][0] === given;
    });
  return { node: make("fieldset", { class: "cv-choices" }, make("legend", {}, legend), row), set };
}

/** A whole number, to type or to step. What is out of range or no number changes nothing. */
export function stepper({ label, value, min, max, words, change, step = 1 }) {
  const input = make("input", {
    type: "number",
    min,
    max,
    step,
    value,
    id: `cv-number-${(made += 1)}`,
    oninput: () => {
      if (input.value !== "" && input.validity.valid) change(input.valueAsNumber);
    },
    onchange: () => {
      if (input.value === "" || !input.validity.valid) input.value = input.dataset.last;
    },
  });
  const by = (steps) => () => {
    input[steps < 0 ? "stepDown" : "stepUp"]();
    change(input.valueAsNumber);
  };
  // The arrow keys step already, so the keyboard need not stop at these.
  const button = (word, path, steps) =>
    make(
      "button",
      {
        type: "button",
        tabindex: -1,
        "aria-label": `${label}: ${word}`,
        onclick: by(steps),
      },
      icon(path),
    );
  const set = (given) => {
    input.value = given;
    input.dataset.last = given;
  };
  set(value);
  const node = make(
    "div",
    { class: "cv-stepper" },
    make("label", { class: "cv-label", for: input.id }, label),
    make(
      "div",
      { class: "cv-stepper__row" },
      button(words.less, "M3 8h10", -1),
      input,
      button(words.more, "M3 8h10M8 3v10", 1),
    ),
  );
  return { node, set };
}

/** On or off. */
export function toggle({ label, checked, change }) {
  const input = make("input", {
    type: "checkbox",
    role: "switch",
    checked,
    onchange: () => change(input.checked),
  });
  return make("label", { class: "cv-toggle" }, input, make("span", {}, label));
}

/** A place along a line; `text` says in words where it is. */
export function slider({ label, value, min, max, text, change }) {
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
  const tell = () => input.setAttribute("aria-valuetext", text(input.valueAsNumber));
  tell();
  const set = (given) => {
    input.value = given;
    tell();
  };
  return { node: input, set };
}

/** A voice for screen readers: speaks once things have come to rest, and not before a reader acts. */
export function voice() {
  const node = make("div", { role: "status", class: "cv-hidden" });
  let waiting;
  const say = (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      node.textContent = text;
    }, 400);
  };
  return { node, say };
}
