import "./production";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#db/client.server";
import type { Checker } from "./checker";
import { known, probe } from "./probe";
import { callers, type Form, table } from "./routes";

/**
 * Who pastes more than is taken is told so, and has all of it back: no field cuts a text without a word. Tried in every box for
 * longer texts on every page whose forms the table fills in.
 */
let checker: Checker;
beforeAll(async () => {
  checker = await probe();
});
afterAll(() => closeDatabase());

/** Forms that stand on their page beside the one of the table. */
const more: Record<string, (name: string) => readonly Form[]> = {
  "/samordnare/egna-forslag/:id": () => [{ gor: "kontakt" }, { gor: "gar-inte" }],
  "/samordnare/arbetsgivarringar/:id": () => [{ name: "Ringen" }],
  "/arendemoten/:id": (name) => {
    const item = name.replace("note-", "");
    return [{ gor: "anteckna", item, [`version-${item}`]: "1" }];
  },
};

const pages = known.filter(({ path, isPage }) => isPage && table[path]!.form);

test.each(pages)("$path tells and keeps what is too long", async ({ path }) => {
  const findings: string[] = [];
  for (const caller of callers)
    findings.push(...(await checker.tooLong(path, table[path]!, caller, more[path] ?? (() => []))));
  expect(findings).toEqual([]);
});

test("most boxes for longer texts were there to be tried", () => {
  expect(checker.boxes.size).toBeGreaterThan(60);
});
