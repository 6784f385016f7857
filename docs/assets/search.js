// The theme fetches its search at once: the worker, the whole text of the site, and a stemmer. This
// worker stands in for the theme's until somebody searches, and only then calls it.

const READY = 1; // the theme's types of messages
const QUERY = 2;
const RESULT = 3;
const { postMessage: tell, importScripts: take } = self;

let setup;
let latest; // the question that waits
let called = false;

addEventListener("message", (event) => {
  if (event.cvForwarded) return;
  event.stopImmediatePropagation(); // the theme's worker, once here, listens too
  if (event.data.type !== QUERY) {
    setup = event.data;
    tell({ type: READY });
    return;
  }
  latest = { ...event.data, data: spelt(event.data.data) };
  if (called === "ready") forward(latest);
  else if (latest.data && !called) call();
});

async function call() {
  called = true;
  const { worker, whole, ...config } = setup.data.config;
  const address = new URL(worker, location);
  const answer = await fetch(new URL(whole, location));
  const { docs } = await answer.json();
  learn(docs);
  latest = { ...latest, data: spelt(latest.data) };
  self.importScripts = (...names) => take(...names.map((name) => new URL(name, address)));
  self.postMessage = (message) => {
    if (message.type !== READY) return tell(message);
    called = "ready";
    return forward(latest);
  };
  importScripts(address);
  forward({ ...setup, data: { ...setup.data, config, docs } });
}

// Who types without accents finds what has them: each word typed stands for all that begin like it.

const words = new Map(); // of all pages, by how they are typed without accents
const plain = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

function learn(docs) {
  for (const { title, text } of docs) {
    for (const [word] of `${title} ${text}`.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
      const key = plain(word);
      words.set(key, (words.get(key) ?? new Set()).add(word));
    }
  }
}

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

function forward(data) {
  if (data.type === QUERY && !data.data) {
    tell({ type: RESULT, data: { items: [] } });
    return;
  }
  const event = new MessageEvent("message", { data });
  event.cvForwarded = true;
  dispatchEvent(event);
}
