// What a visit holds: the state and how it changes, what can be undone, and the files fetched so far.

import { opening, read, SEVEN, started } from "./state.js";
import { surprise } from "./surprise.js";

/** @import { Library } from "./files.js" */

/**
 * `changed` hears of every change, `failed` of a file that could not be fetched, or of none.
 *
 * @typedef {{ changed: () => void, failed: (missing: boolean) => void }} Hear
 * @typedef {Partial<State> | ((state: State) => Partial<State>)} Changes
 */

const begin = () => read(location.hash) ?? started({ strokes: SEVEN });

/**
 * Do something with a file, once it is there.
 *
 * @template Content
 * @param {Promise<Content>} file
 * @param {Hear} hear
 * @param {(content: Content) => void} act
 * @param {() => void} [otherwise]
 */
async function having(file, { changed, failed }, act, otherwise = () => {}) {
  try {
    const content = await file;
    failed(false);
    act(content);
  } catch {
    otherwise();
    failed(true);
  }
  changed();
}

/** @param {Library} files @param {Hear} hear */
export async function session(files, hear) {
  let state = begin();
  /** @type {Partial<State>[]} */
  const past = []; // strokes and digit, to take back
  // Test digits are asked for only where they are needed: drawings do without.
  let [plain, digits] = await Promise.all([
    files.networks(false),
    state.digit === null ? null : files.digits(),
  ]);
  /** @type {Networks | undefined} */
  let remapped;

  /** @param {(digits: Digits) => void} act */
  const withDigits = (act) =>
    having(files.digits(), hear, (content) => {
      digits = content;
      act(content);
    });

  /** @param {Changes} changes */
  function change(changes) {
    Object.assign(state, typeof changes === "function" ? changes(state) : changes);
    if (state.remap && !remapped) {
      const arrived = (/** @type {Networks} */ networks) => {
        remapped = networks;
      };
      having(files.networks(true), hear, arrived, () => {
        state.remap = false;
      });
    }
    hear.changed();
  }
  function remember() {
    past.push({ strokes: state.strokes.map((stroke) => [...stroke]), digit: state.digit });
  }
  /** @param {Partial<State>} changes */
  function drawn(changes) {
    remember();
    change(changes);
  }
  /** @param {State} other */
  function become(other) {
    const act = () => {
      remember();
      state = other;
      change({});
    };
    if (other.digit === null) act();
    else withDigits(act);
  }

  return {
    get state() {
      return state;
    },
    /** The networks that answer: until the remapped ones are there, the others. */
    get set() {
      return (state.remap && remapped) || plain;
    },
    get base() {
      return state.digit === null ? undefined : digits?.images[state.digit];
    },
    change,
    became: () => become(begin()),
    become,
    // The seven only shows what happens here: who draws begins on an empty sheet.
    began: (/** @type {number[]} */ at) =>
      drawn({ strokes: [...(opening(state) ? [] : state.strokes), [at]] }),
    undo: () => {
      const before = past.pop();
      if (before) change(before);
    },
    clear: () => drawn({ strokes: [], digit: null }),
    pick: (/** @type {number} */ digit) =>
      withDigits(({ each }) => drawn(picked(state, digit, each))),
    surprise: () => withDigits(({ count }) => drawn(surprise(count))),
  };
}

/** @typedef {Awaited<ReturnType<typeof session>>} Visit */

/**
 * Take a test digit; the same button gives another one.
 *
 * @param {State} state
 * @param {number} digit
 * @param {number} each how many there are of it
 * @returns {Partial<State>}
 */
function picked(state, digit, each) {
  const here = state.digit !== null && Math.floor(state.digit / each) === digit;
  const next = here && state.digit !== null ? (state.digit + 1) % each : 0;
  return { strokes: [], digit: digit * each + next };
}
