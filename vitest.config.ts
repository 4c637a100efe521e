import { defineConfig } from "vitest/config";
import { alias } from "./vite.config";

/** These start the product or set settings that a process reads once: a process for each file. */
const ownProcess = ["access", "api", "geo", "notifications", "start"].map(
  (folder) => `tests/integration/${folder}/**/*.test.ts`,
);

const onDatabase = {
  globalSetup: ["tests/support/database.ts"],
  setupFiles: ["tests/support/own-database.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { alias },
  test: {
    // A worker for each of the two cores that are promised: by itself vitest leaves one to the main process.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // What is pure leaves nothing behind: the modules are read once for all files, in half the time.
          isolate: false,
          // Some read every page of the product: a slow machine may take its time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ownProcess,
          // Each file has a database of its own, but the modules that ask it are read once.
          isolate: false,
          ...onDatabase,
        },
      },
      {
        extends: true,
        test: { name: "process", include: ownProcess, ...onDatabase },
      },
    ],
  },
});
