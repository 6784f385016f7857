// What a visit holds: the state and how it changes, what can be undone, and the files fetched so far.

import { NOISES } from "./random.js";
import { opening, read, SEVEN, started } from "./state.js";
import { surprise } from "./surprise.js";

/** `changed` hears of every change, `failed` of a file that could not be fetched, or of none. */
export async function session(files, { changed, failed }) {
  const begin = () => read(location.hash) ?? started({ strokes: SEVEN });
  const now = { state: begin(), digits: null, sets: {} };
  const past = []; // strokes and digit, to take back
  // Test digits are asked for only where they are needed: drawings do without.
  [now.sets.plain, now.digits] = await Promise.all([
    files.networks(false),
    now.state.digit === null ? null : files.digits(),
  ]);

  /** Do something with a file, once it is there. */
  async function having(file, act, otherwise = () => {}) {
    try {
      const content = await file();
      failed(false);
      act(content);
    } catch {
      otherwise();
      failed(true);
    }
    changed();
  }
  const withDigits = (act) =>
    having(files.digits, (digits) => {
      now.digits = digits;
      act(digits);
    });

  function change(changes) {
    Object.assign(now.state, typeof changes === "function" ? changes(now.state) : changes);
    if (now.state.remap && !now.sets.remapped) {
      having(
        () => files.networks(true),
        (set) => {
          now.sets.remapped = set;
        },
        () => {
          now.state.remap = false;
        },
      );
    }
    changed();
  }
  function remember() {
    past.push({ strokes: now.state.strokes.map((stroke) => [...stroke]), digit: now.state.digit });
  }
  function drawn(changes) {
    remember();
    change(changes);
  }
  function become(state) {
    const act = () => {
      remember();
      now.state = state;
      change({});
    };
    if (state.digit === null) act();
    else withDigits(act);
  }

  return {
    get state() {
      return now.state;
    },
    /** The networks that answer: until the remapped ones are there, the others. */
    get set() {
      return (now.state.remap && now.sets.remapped) || now.sets.plain;
    },
    get base() {
      return now.state.digit === null ? undefined : now.digits.images[now.state.digit];
    },
    change,
    became: () => become(begin()),
    become,
    // The seven only shows what happens here: who draws begins on an empty sheet.
    began: (at) => drawn({ strokes: [...(opening(now.state) ? [] : now.state.strokes), [at]] }),
    undo: () => {
      if (past.length) change(past.pop());
    },
    clear: () => drawn({ strokes: [], digit: null }),
    pick: (digit) =>
      withDigits(({ each }) => {
        const here = now.state.digit !== null && Math.floor(now.state.digit / each) === digit;
        const next = here ? (now.state.digit + 1) % each : 0; // the same button gives another one
        drawn({ strokes: [], digit: digit * each + next });
      }),
    surprise: () => withDigits(({ count }) => drawn(surprise(count, Object.keys(NOISES)))),
  };
}
