import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 4310);
// The config is read by every worker: the folder is made once, by the first process.
if (!process.env.E2E_DATA_DIR) {
  process.env.E2E_DATA_DIR = mkdtempSync(join(tmpdir(), "praktikkartan-e2e-"));
  chmodSync(process.env.E2E_DATA_DIR, 0o755);
}

process.env.E2E_SMTP_PORT ??= String(port + 1000);

/** Browser tests against the product as `npm start` runs it, with its demo world. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/smtp.ts",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    // What is not there fails as such, long before the whole test runs out of time.
    actionTimeout: 30_000,
    baseURL: `http://localhost:${port}`,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    launchOptions: {
      executablePath:
        process.env.CHROMIUM_PATH || (process.getuid?.() === 0 ? "/usr/bin/chromium" : undefined),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  webServer: {
    command: "node bin/start.js",
    url: `http://localhost:${port}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
      SMTP_URL: `smtp://127.0.0.1:${process.env.E2E_SMTP_PORT}`,
      NODE_ENV: "",
    } as Record<string, string>,
  },
});
