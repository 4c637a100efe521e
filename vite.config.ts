import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import settings from "./remix.config.js";

/** Hands remix.config.js to the plugin. The aliases are package.json "imports", which Vite reads without extensions. */
export const alias = ["app", "db", "tests"].map((folder) => ({
  find: new RegExp(`^#${folder}/`),
  replacement: fileURLToPath(new URL(`./${folder}/`, import.meta.url)),
}));

export default defineConfig({
  plugins: [remix(settings)],
  resolve: { alias },
  build: { target: "es2022" },
  server: { middlewareMode: true },
});
