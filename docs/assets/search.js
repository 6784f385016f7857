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
  latest = event.data;
  if (called === "ready") forward(latest);
  else if (latest.data && !called) call();
});

async function call() {
  called = true;
  const { worker, whole, ...config } = setup.data.config;
  const address = new URL(worker, location);
  const answer = await fetch(new URL(whole, location));
  const { docs } = await answer.json();
  self.importScripts = (...names) => take(...names.map((name) => new URL(name, address)));
  self.postMessage = (message) => {
    if (message.type !== READY) return tell(message);
    called = "ready";
    return forward(latest);
  };
  importScripts(address);
  forward({ ...setup, data: { ...setup.data, config, docs } });
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
