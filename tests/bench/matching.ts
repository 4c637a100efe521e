import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { report } from "#tests/bench/measure";

export type MatchingFigures = {
  p50: number;
  p95: number;
  /** Milliseconds to read and score every row in the process, and the scoring alone. */
  everyRow: number;
  scoringAlone: number;
};

/**
 * One profile matched with every placement, the best fifty explained, as the match page asks for it: the participant is
 * read, the audit event written, the page of cards dressed. Growth from `smallest`; compared with scoring every row.
 */
export async function benchMatching(
  ownerUrl: string,
  appUrl: string,
  size: number,
  smallest: MatchingFigures | null,
): Promise<MatchingFigures> {
  const figures = await measureApart(ownerUrl, appUrl);
  const growth = (now: number, then?: number) =>
    then === undefined ? undefined : { to: "the smallest size", ratio: now / then };
  report(`match ${size} p50`, figures.p50, "ms", growth(figures.p50, smallest?.p50));
  report(`match ${size} p95`, figures.p95, "ms", growth(figures.p95, smallest?.p95));
  report(`match ${size} every row read and scored`, figures.everyRow, "ms", {
    to: `match ${size} p50`,
    ratio: figures.everyRow / figures.p50,
  });
  report(`match ${size} every row scored, reading not counted`, figures.scoringAlone, "ms", {
    to: `match ${size} p50`,
    ratio: figures.scoringAlone / figures.p50,
  });
  return figures;
}

/** In a process of its own: the product has one pool a process. */
function measureApart(ownerUrl: string, appUrl: string): Promise<MatchingFigures> {
  const child = fork(fileURLToPath(new URL("./matching-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, DATABASE_URL: appUrl, BENCH_OWNER_URL: ownerUrl, NODE_ENV: "production" },
  });
  return new Promise((done, fail) => {
    child.once("message", (figures) => done(figures as MatchingFigures));
    child.once("exit", (code) => fail(new Error(`matching-process ended: ${code}`)));
  });
}
