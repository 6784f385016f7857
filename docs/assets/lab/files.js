// The files of the lab: what is needed at once, and what may come when the page has nothing to do.

import { network } from "./runtime.js";
import { fetched } from "./weights.js";

/** @import { Opened } from "./weights.js" */
/** @typedef {"networks" | "remapped" | "digits"} Name */

const ROOT = new URL("../../", import.meta.url);

/** @param {Record<Name, string>} files their paths from the site's root */
export function library(files) {
  /** @type {Partial<Record<Name, Promise<Opened>>>} */
  const asked = {};

  /** @param {Name} name */
  function get(name) {
    const begun = () =>
      fetched(new URL(files[name], ROOT)).catch((error) => {
        delete asked[name]; // so that it is asked for again
        throw error;
      });
    const file = asked[name] ?? begun();
    asked[name] = file;
    return file;
  }

  /** @param {boolean} remap @returns {Promise<Networks>} */
  async function networks(remap) {
    const file = await get(remap ? "remapped" : "networks");
    const order = file.tensors.order?.values;
    return { lenet5: network(file, "lenet5"), mlp: network(file, "mlp"), order };
  }

  /** @returns {Promise<Digits>} */
  async function digits() {
    const { tensors, notes } = await get("digits");
    const { values, shape } = tensors.images;
    const [count, height, width] = shape;
    const size = height * width;
    /** @param {number} i */
    const image = (i) =>
      Float32Array.from(values.subarray(i * size, (i + 1) * size), (grey) => grey / 255);
    const images = Array.from({ length: count }, (_, i) => image(i));
    return { count, each: notes.each, images };
  }

  /** Fetch the rest too, once there is time, so that nothing needs a connection any more. */
  function later() {
    if (navigator.connection?.saveData) return;
    const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 500));
    idle(() => {
      get("digits").catch(() => {});
      get("remapped").catch(() => {});
    });
  }

  return { networks, digits, later };
}

/** @typedef {ReturnType<typeof library>} Library */
