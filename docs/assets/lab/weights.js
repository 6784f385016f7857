// A safetensors file: eight bytes that count those of a JSON header, the header, and numbers.

/**
 * What kind of numbers a tensor has is known by who wrote the file.
 *
 * @typedef {{ tensors: Record<string, { values: any, shape: number[] }>, notes: any }} Opened
 * @typedef {{ dtype: string, shape: number[], data_offsets: [number, number] }} Entry
 */

/** @type {Record<string, new (bytes: ArrayBuffer) => ArrayLike<number>>} */
const KINDS = { F32: Float32Array, I32: Int32Array, U8: Uint8Array };

/**
 * Give a file's tensors by name, as { values, shape }, and what its writer noted in the header.
 *
 * @param {ArrayBuffer} buffer
 * @returns {Opened}
 */
export function opened(buffer) {
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  const text = new TextDecoder().decode(new Uint8Array(buffer, 8, length));
  const { __metadata__: notes, ...entries } = JSON.parse(text);
  /** @type {Opened["tensors"]} */
  const tensors = {};
  for (const [name, entry] of Object.entries(entries)) {
    /** @type {Entry} */
    const { dtype, shape, data_offsets } = entry;
    const [begin, end] = data_offsets;
    if (!(dtype in KINDS)) throw new Error(`${name} has numbers of kind ${dtype}`);
    // A copy, since numbers in the file need not begin where the processor likes them.
    const bytes = buffer.slice(8 + length + begin, 8 + length + end);
    tensors[name] = { values: new KINDS[dtype](bytes), shape };
  }
  return { tensors, notes: JSON.parse(notes.json) };
}

/** @param {string | URL} url */
export async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return opened(await answer.arrayBuffer());
}
