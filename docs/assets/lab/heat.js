// Where the CNN finds what speaks for a class: Grad-CAM over the picture that it saw.

import { choices } from "../widgets/parts/controls.js";
import { make } from "../widgets/parts/elements.js";
import { fill, number } from "../widgets/parts/page.js";
import { largestOf, paint } from "./colours.js";
import { field } from "./fields.js";
import { gradCam } from "./gradients.js";
import { SIDE } from "./picture.js";

const LAYER = "relu2";
const SHARP = 10;

export function heat(words, { chose }) {
  const canvas = make("canvas", {
    class: "cv-lab__heat",
    role: "img",
    width: SIDE * SHARP,
    height: SIDE * SHARP,
  });
  const reading = make("p", { class: "cv-lab__reading" });
  const options = [
    ["", words.cam_answer],
    ...Array.from({ length: 10 }, (_, digit) => [`${digit}`, `${digit}`]),
  ];
  const picker = choices({
    legend: words.cam_class,
    options,
    value: "",
    change: (value) => chose(value === "" ? null : Number(value)),
  });
  const node = make(
    "section",
    { class: "cv-lab__cam" },
    make("h2", {}, words.cam),
    make("p", { class: "cv-lab__hint" }, words.cam_hint),
    canvas,
    reading,
    picker.node,
  );
  const [small, warm] = [0, 1].map(() => document.createElement("canvas"));

  function show({ layers, record, answer, chosen, ramps }) {
    const digit = chosen ?? answer;
    const map = gradCam(layers, record, digit, LAYER);
    const [height, width] = map.shape;
    const most = largestOf(map.values);
    const [first, last] = [field(layers, LAYER, 0, 0), field(layers, LAYER, height - 1, width - 1)];
    const [from, to] = [first, last].map(({ left, right }) => (left + right + 1) / 2);
    const step = (to - from) / (width - 1); // a value stands in the middle of what it sees
    paint(small, record.input.values, SIDE, ramps.grey);
    paint(warm, map.values, width, ramps.heat, most);
    const brush = canvas.getContext("2d");
    brush.setTransform(SHARP, 0, 0, SHARP, 0, 0);
    brush.imageSmoothingEnabled = false;
    brush.drawImage(small, 0, 0);
    brush.imageSmoothingEnabled = true;
    brush.drawImage(warm, from - step / 2, from - step / 2, width * step, height * step);
    picker.set(chosen === null ? "" : `${chosen}`);
    reading.textContent = fill(most > 0 ? words.cam_most : words.cam_none, {
      digit,
      most: number(most, 2),
    });
    canvas.setAttribute("aria-label", fill(words.cam_image, { digit }));
    return map;
  }

  return { node, show };
}
