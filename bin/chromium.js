import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Explained } from "./prepare.js";

// The first is Chromium without windows: all that a test needs, and quicker.
const usual = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * The browser for the tests: one that is installed, else one that the machine's own means install.
 * @returns {string} its path, or "" for the one that Playwright downloads
 */
export function findChromium() {
  const found = () =>
    [process.env.CHROMIUM_PATH ?? "", ...usual].find((path) => path !== "" && existsSync(path));
  const installed = found();
  if (installed) return installed;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log("Installerar webbläsaren Chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
    for (const name of ["chromium-headless-shell", "chromium"]) {
      spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], {
        stdio: "ignore",
        env,
      });
      const now = found();
      if (now) return now;
    }
  }
  try {
    execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
    return "";
  } catch {
    throw new Explained(
      "Ingen webbläsare för testerna. Installera Chromium och ange dess sökväg i CHROMIUM_PATH.",
    );
  }
}
