// The theme fetches its search at once: the worker, the whole text of the site, and a stemmer. This
// worker stands in for the theme's until somebody searches, and only then calls it.

/** @typedef {{ type: number, data: any }} Message the theme's */

const READY = 1; // the theme's types of messages
const QUERY = 2;
const RESULT = 3;
const { postMessage: tell, importScripts: take } = self;

/** @type {Message | undefined} */
let setup;
let latest = { type: QUERY, data: "" }; // the question that waits
/** @type {"away" | "called" | "ready"} */
let theirs = "away"; // where the theme's worker is
const forwarded = new WeakSet(); // the messages that it is to hear

addEventListener("message", (event) => {
  if (forwarded.has(event)) return;
  event.stopImmediatePropagation(); // the theme's worker, once here, listens too
  if (event.data.type !== QUERY) {
    setup = event.data;
    tell({ type: READY });
    return;
  }
  latest = { ...event.data, data: spelt(event.data.data) };
  if (theirs === "ready") forward(latest);
  else if (latest.data && theirs === "away" && setup) call(setup);
});

/** @param {Message} given */
async function call(given) {
  theirs = "called";
  const { worker, whole, ...config } = given.data.config;
  const address = new URL(worker, location.href);
  const answer = await fetch(new URL(whole, location.href));
  const { docs } = await answer.json();
  learn(docs);
  latest = { ...latest, data: spelt(latest.data) };
  self.importScripts = (...names) => take(...names.map((name) => new URL(name, address)));
  self.postMessage = (/** @type {Message} */ message) => {
    if (message.type !== READY) return tell(message);
    theirs = "ready";
    forward(latest);
  };
  importScripts(address);
  forward({ ...given, data: { ...given.data, config, docs } });
}

// Who types without accents finds what has them: each word typed stands for all that begin like it.

/** @type {Map<string, Set<string>>} */
const words = new Map(); // of all pages, by how they are typed without accents

/** @param {string} word */
const plain = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

/** @param {{ title: string, text: string }[]} docs */
function learn(docs) {
  for (const { title, text } of docs) {
    for (const [word] of `${title} ${text}`.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
      const key = plain(word);
      words.set(key, (words.get(key) ?? new Set()).add(word));
    }
  }
}

/** @param {string} question */
function spelt(question) {
  return question.replace(/\p{L}{3,}/gu, (typed) => {
    const begun = typed.toLowerCase();
    if (plain(begun) !== begun) return typed; // typed with accents
    const meant = new Set();
    for (const [key, written] of words) {
      if (key.startsWith(begun)) for (const word of written) meant.add(word.slice(0, typed.length));
    }
    return meant.size ? [...meant].join(" ") : typed;
  });
}

/** @param {Message} message */
function forward(message) {
  if (message.type === QUERY && !message.data) {
    tell({ type: RESULT, data: { items: [] } });
    return;
  }
  const event = new MessageEvent("message", { data: message });
  forwarded.add(event);
  dispatchEvent(event);
}
