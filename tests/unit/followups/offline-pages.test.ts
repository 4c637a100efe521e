import { afterEach, beforeEach, expect, test, vi } from "vitest";

// The service worker itself, with a browser around it that has no network and keeps nothing.
type Asked = { request: object; respondWith: (answer: Promise<Response>) => void };
let listen: (event: Asked) => void;

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal("self", {
    location: { origin: "https://karta.example" },
    addEventListener: (name: string, listener: (event: Asked) => void) => {
      if (name === "fetch") listen = listener;
    },
  });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  vi.stubGlobal("caches", {
    delete: async () => true,
    open: async () => ({ keys: async () => [], match: async () => undefined }),
  });
  await import("#app/offline/service-worker");
});
afterEach(() => vi.unstubAllGlobals());

async function asked(path: string, method = "GET"): Promise<string> {
  let answer: Promise<Response> | undefined;
  listen({
    request: { url: `https://karta.example${path}`, method, mode: "navigate" },
    respondWith: (given) => {
      answer = given;
    },
  });
  return (await answer)?.text() ?? "the browser's own";
}

test("without a network whoever signs out is asked about what is not sent, in calm words", async () => {
  const one = await asked("/logga-ut?osant=1");
  expect(one).toContain("<h1>1 logg är inte skickad</h1>");
  expect(one).toContain('action="/logga-ut?kasta=1"');
  expect(one).not.toContain("overallt");
  const all = await asked("/logga-ut?osant=3&overallt=1");
  expect(all).toContain("<h1>3 loggar är inte skickade</h1>");
  expect(all).toContain('name="overallt" value="1"');
});

test("nothing that an address says is written into the page", async () => {
  for (const path of ["/logga-ut", "/logga-ut?osant=%3Cb%3E", "/logga-ut?osant=-1"])
    expect(await asked(path)).toContain("Du kan logga ut när du har nät igen.");
});

test("who leaves all the same is told that the phone is empty; who signs in, that there is no network", async () => {
  expect(await asked("/logga-ut?kasta=1", "POST")).toContain("Telefonen är tömd");
  expect(await asked("/logga-in", "POST")).toContain("Ingen täckning");
  expect(await asked("/coach")).toContain("Den här sidan finns inte sparad i telefonen.");
});
