import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));

// The two scripts that run beside Remix, each one file at an address that stays: the service worker has to, and the quick
// log's page must load nothing else. docs/decisions/015.
for (const [name, entry] of [
  ["sw", "app/offline/service-worker.ts"],
  ["logga", "app/offline/log-page.ts"],
]) {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: [{ find: /^#app\//, replacement: `${root}app/` }] },
    build: {
      target: "es2022",
      outDir: "build/client",
      emptyOutDir: false,
      modulePreload: false,
      lib: {
        entry: `${root}${entry}`,
        name: "praktikkartan",
        formats: ["iife"],
        fileName: () => `${name}.js`,
      },
    },
  });
}
