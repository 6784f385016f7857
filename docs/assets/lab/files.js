// The files of the lab: what is needed at once, and what may come when the page has nothing to do.

import { fetched } from "./weights.js";
import { network } from "./runtime.js";

const ROOT = new URL("../../", import.meta.url);
const NAMES = ["lenet5", "mlp"];

/** `files` has their paths from the site's root. */
export function library(files) {
  const asked = {};
  const get = (name) => {
    asked[name] ??= fetched(new URL(files[name], ROOT)).catch((error) => {
      delete asked[name]; // so that it is asked for again
      throw error;
    });
    return asked[name];
  };

  async function networks(remap) {
    const file = await get(remap ? "remapped" : "networks");
    const built = Object.fromEntries(NAMES.map((name) => [name, network(file, name)]));
    return { ...built, order: file.tensors.order?.values };
  }

  async function digits() {
    const {
      tensors: { images, labels },
      notes: { each },
    } = await get("digits");
    const [count, height, width] = images.shape;
    const size = height * width;
    const image = (i) =>
      Float32Array.from(images.values.subarray(i * size, (i + 1) * size), (v) => v / 255);
    return {
      count,
      each,
      images: Array.from({ length: count }, (_, i) => image(i)),
      labels: labels.values,
    };
  }

  /** Fetch the rest too, once there is time, so that nothing needs a connection any more. */
  function later() {
    if (navigator.connection?.saveData) return;
    const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 500));
    idle(() => {
      for (const name of ["digits", "remapped"]) get(name).catch(() => {});
    });
  }

  return { networks, digits, later };
}
