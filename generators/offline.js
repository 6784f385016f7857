// The site from a disk. There a browser refuses scripts that import one another, workers and
// fetch(), so this copy carries their texts in plain scripts, of which this is the first.
// generators/offline.py puts in what is meant by MODULES, SEARCH and PACKED.

globalThis.cvOffline = (() => {
  const here =
    document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  const root = new URL("../", here).href;
  const modules = MODULES; // texts by path; they import each other as "cv/PATH"
  const search = SEARCH; // texts by file name, the theme's worker as "worker"
  const packed = PACKED; // the files beside which lies FILE.js, which calls `arrived`

  /** @type {Record<string, string>} */
  const imports = {};
  for (const [path, text] of Object.entries(modules)) {
    const placed = text.replaceAll("import.meta.url", JSON.stringify(root + path));
    const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(placed)}`;
    Object.assign(imports, { [`cv/${path}`]: address, [root + path]: address });
  }
  const map = document.createElement("script");
  map.type = "importmap";
  map.textContent = JSON.stringify({ imports });
  document.head.append(map);

  const known = new Set(packed);
  /** @type {Map<string, (bytes: Uint8Array<ArrayBuffer>) => void>} */
  const waiting = new Map();
  const fetchFromHost = window.fetch;
  window.fetch = (input, options) => {
    const { href } = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (!href.startsWith(root)) return fetchFromHost(input, options);
    return new Promise((resolve, reject) => {
      const path = href.slice(root.length);
      if (!known.has(path)) throw new TypeError(`${path} is not packed in this copy of the site`);
      const script = document.createElement("script");
      waiting.set(path, (bytes) => resolve(new Response(bytes)));
      script.src = `${href}.js`;
      script.onerror = () => reject(new TypeError(`${path} is missing from this copy of the site`));
      document.head.append(script);
      script.onload = () => script.remove();
    });
  };

  // The theme's search runs in a worker, which may come from a text but not from a file.
  function searching() {
    const { worker, ...parts } = search;
    const text = `const parts = ${JSON.stringify(parts)};
      self.importScripts = (...names) => {
        for (const name of names) (0, eval)(parts[name.split("/").pop()]);
      };
      ${worker}`;
    return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  }
  window.Worker = class extends Worker {
    /** @param {string | URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      super(`${address}`.includes("/workers/search.") ? searching() : address, options);
    }
  };

  return {
    arrived(path, text) {
      waiting.get(path)?.(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
      waiting.delete(path);
    },
  };
})();
