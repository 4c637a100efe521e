/**
 * Remix with the routes that begin with an address's first word alone, and need no more parts than it has: it compares every
 * request with every route it knows, several times, which was the dearest part of a search and a fifth of a page.
 * docs/decisions/009.
 * @template Handler
 * @param {import("@remix-run/node").ServerBuild} build
 * @param {(build: import("@remix-run/node").ServerBuild) => Handler} serve makes a handler of a build
 * @returns {(path: string) => Handler} the handler of an address's path; the same for all paths that may mean the same routes
 */
export function byFirstWord(build, serve) {
  const whole = serve(build);
  /** @type {Map<string, number>} */
  const longest = new Map();
  for (const id of Object.keys(build.routes)) {
    const parts = partsOf(pathOf(build, id));
    const [word = ""] = parts;
    longest.set(word, Math.max(longest.get(word) ?? 1, neededOf(parts)));
  }
  /** @type {Map<string, Handler>} */
  const made = new Map();
  return (path) => {
    // `.data` is how a page's script asks for what the page shows; `_root` is the start page.
    const parts = partsOf(path.replace(/\.data$/, "").replace(/^\/_root$/, "/"));
    const [word = ""] = parts;
    const most = longest.get(word);
    if (most === undefined) return whole;
    const length = Math.min(parts.length, most);
    const key = `${length} ${word}`;
    const handler = made.get(key) ?? serve(onlyRoutesOf(build, word, length));
    made.set(key, handler);
    return handler;
  };
}

/** The same build with the routes below one word that need at most so many parts, and those that any address may mean. */
function onlyRoutesOf(
  /** @type {import("@remix-run/node").ServerBuild} */ build,
  /** @type {string} */ word,
  /** @type {number} */ length,
) {
  const routes = Object.fromEntries(
    Object.entries(build.routes).filter(([id]) => {
      const parts = partsOf(pathOf(build, id));
      const [first = ""] = parts;
      return first === "" || /^[:*]|\?$/.test(first) || (first === word && neededOf(parts) <= length);
    }),
  );
  const files = Object.entries(build.assets.routes).filter(([id]) => id in routes);
  return { ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(files) } };
}

/** How many parts an address has at least that means a route: "*" and what ends with "?" may be missing. */
function neededOf(/** @type {readonly string[]} */ parts) {
  return parts.filter((part) => part !== "*" && !part.endsWith("?")).length;
}

/** A route's whole address: its parents' and its own. */
function pathOf(
  /** @type {import("@remix-run/node").ServerBuild} */ build,
  /** @type {string | undefined} */ id,
) {
  /** @type {string[]} */
  const parts = [];
  for (let route = build.routes[id ?? ""]; route; route = build.routes[route.parentId ?? ""])
    if (route.path) parts.unshift(route.path);
  return parts.join("/");
}

/** "overenskommelser" and "12" of /Overenskommelser/12/: Remix, too, makes no difference between great and small letters. */
function partsOf(/** @type {string} */ path) {
  return path.toLowerCase().split("/").filter(Boolean);
}
