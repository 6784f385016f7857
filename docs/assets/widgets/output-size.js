// How large is the output? A calculator that also shows where the windows fall.

import { choices, slider, stepper, voice } from "./parts/controls.js";
import { windows } from "./parts/convolution.js";
import { draw, make, stage } from "./parts/elements.js";
import { counted, fill, number } from "./parts/page.js";

const GIVEN = {
  same: [32, 5, 2, 1],
  valid: [32, 5, 0, 1],
  digits: [28, 5, 0, 1],
  lost: [32, 5, 0, 2],
};
const LIMITS = { W: [1, 64], K: [1, 15], P: [0, 7], S: [1, 9] };
const HEIGHT = { pixels: 14, windows: 84, outputs: 14, gap: 8 };

export default function outputSize(place, words) {
  const at = Object.fromEntries("WKPS".split("").map((name, i) => [name, GIVEN.same[i]]));
  let chosen = 0; // the window that is picked out

  const spoken = voice();
  const formula = make("p", { class: "cv-size__formula" });
  const verdict = make("p", { class: "cv-size__verdict" });
  const picture = draw("svg", { class: "cv-size__picture", role: "img" });
  const steppers = Object.entries(LIMITS).map(([name, [min, max]]) => [
    name,
    stepper({
      label: words[name],
      value: at[name],
      min,
      max,
      words,
      change: (value) => {
        at[name] = value;
        preset.set(null);
        say();
      },
    }),
  ]);
  const preset = choices({
    legend: words.examples,
    value: "same",
    options: Object.keys(GIVEN).map((name) => [name, words[`example_${name}`]]),
    change: (name) => {
      [at.W, at.K, at.P, at.S] = GIVEN[name];
      say();
    },
  });
  const window = slider({
    label: words.window,
    value: 0,
    min: 0,
    max: 0,
    change: (i) => {
      chosen = i;
      show();
    },
    text: sees,
  });
  const reading = make("p", { class: "cv-size__reading", "aria-hidden": "true" });

  function sees(i) {
    const before = i * at.S - at.P; // pixels count from 1, and the padding has no numbers
    const [first, last] = [Math.max(before + 1, 1), Math.min(before + at.K, at.W)];
    const inside = Math.max(0, last - first + 1);
    const word = inside === 0 ? "window_padding" : inside < at.K ? "window_both" : "window_at";
    return fill(words[word], { n: i + 1, first, last, padding: at.K - inside });
  }

  function changed() {
    steppers.forEach(([name, { set }]) => set(at[name]));
    const { count } = windows(at.W, at.K, at.S, at.P);
    chosen = Math.min(chosen, Math.max(0, count - 1));
    window.node.max = Math.max(0, count - 1);
    window.node.disabled = count < 2;
    show();
  }

  function say() {
    changed();
    spoken.say(`${formula.textContent}. ${verdict.textContent}`);
  }

  function show() {
    const { W, K, P, S } = at;
    const { count, left } = windows(W, K, S, P);
    const exact = (W - K + 2 * P) / S + 1;
    formula.replaceChildren(
      make(
        "span",
        { class: "cv-size__left" },
        "O = ",
        make(
          "span",
          { class: "cv-fraction" },
          make("span", {}, `${W} − ${K} + 2·${P}`),
          make("span", {}, `${S}`),
        ),
        " + 1 = ",
      ),
      make("strong", {}, left && count ? number(exact, 2) : number(count ? exact : 0)),
    );
    if (count === 0) formula.lastChild.textContent = words.none;
    const unseen = pixelsUnseen(W, K, P, S, count);
    verdict.dataset.state = count && !left && !unseen ? "whole" : "lost";
    verdict.replaceChildren(make("span", {}, explained(count, left, unseen)));
    window.set(chosen);
    reading.textContent = count ? window.node.getAttribute("aria-valuetext") : "";
    sketch(count, left);
  }

  function explained(count, left, unseen) {
    const { W, K, P, S } = at;
    if (count === 0) return fill(words.too_large, { k: K, room: W + 2 * P });
    if (!left) return unseen ? counted(words, "gaps", unseen) : words.whole;
    const why = fill(words.rest, { n: W - K + 2 * P, s: S, rest: left, o: number(count) });
    if (unseen === 0) return `${why} ${words.only_padding}`;
    const square = W ** 2 - (W - unseen) ** 2;
    return `${why} ${counted(words, "unseen", unseen)} ${fill(words.in_picture, { w: W, n: number(square) })}`;
  }

  function sketch(count, left) {
    const { W, K, P, S } = at;
    const all = W + 2 * P;
    const rows = Math.min(Math.ceil(K / S), count); // so many windows overlap
    const high = HEIGHT.windows / Math.max(rows, 4);
    const top = HEIGHT.pixels + HEIGHT.gap;
    const bottom = top + HEIGHT.windows + HEIGHT.gap;
    // One unit is one pixel across; the height is in pixels of the screen.
    const box = (kind, x, y, width, height) =>
      draw("rect", {
        class: `cv-size__${kind}`,
        x: x + 0.08,
        y,
        width: width - 0.16,
        height,
      });
    const lit = (i) => i >= chosen * S && i < chosen * S + K && count > 0;
    const pixel = (i) => {
      const kind = i < P || i >= P + W ? "padding" : seen(i, K, S, count) ? "pixel" : "unseen";
      return box(`${kind}${lit(i) ? " cv-size__lit" : ""}`, i, 0, 1, HEIGHT.pixels);
    };
    const bar = (i) =>
      box(
        i === chosen ? "window cv-size__window--here" : "window",
        i * S,
        top + (i % rows) * high,
        K,
        Math.max(2, Math.min(high - 2, 10)),
      );
    const answer = (i) =>
      box(
        i === chosen ? "answer cv-size__answer--here" : "answer",
        i * S + (K - 1) / 2,
        bottom,
        1,
        HEIGHT.outputs,
      );
    const each = (n, of) => Array.from({ length: n }, (_, i) => of(i));
    picture.setAttribute("viewBox", `0 0 ${all} ${bottom + HEIGHT.outputs}`);
    picture.setAttribute("preserveAspectRatio", "none");
    picture.setAttribute("aria-label", fill(words.picture, { w: W, p: P, o: count, left }));
    picture.replaceChildren(...each(all, pixel), ...each(count, bar), ...each(count, answer));
  }

  picture.addEventListener("pointermove", ({ clientX }) => {
    const { count } = windows(at.W, at.K, at.S, at.P);
    const { left, width } = picture.getBoundingClientRect();
    const i = ((clientX - left) / width) * (at.W + 2 * at.P);
    chosen = Math.min(Math.max(Math.round((i - at.K / 2) / at.S), 0), Math.max(0, count - 1));
    show();
  });

  const legend = make(
    "p",
    { class: "cv-size__legend" },
    ...["pixel", "padding", "window", "answer", "unseen"].map((kind) =>
      make("span", { class: `cv-size__key cv-size__key--${kind}` }, words[`key_${kind}`]),
    ),
  );
  stage(
    place,
    words,
    preset.node,
    make("div", { class: "cv-row cv-size__numbers" }, ...steppers.map(([, { node }]) => node)),
    formula,
    verdict,
    picture,
    make("label", { class: "cv-size__slide" }, words.window, window.node),
    reading,
    legend,
    spoken.node,
  );
  changed();
}

const seen = (i, kernel, stride, count) => {
  const last = Math.min(Math.floor(i / stride), count - 1); // the last window that begins at or before i
  return last >= 0 && i < last * stride + kernel;
};

function pixelsUnseen(size, kernel, padding, stride, count) {
  const inside = Array.from({ length: size }, (_, i) => i + padding);
  return inside.filter((i) => !seen(i, kernel, stride, count)).length;
}
