import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { byFirstWord } from "../../../bin/routes-by-first-word.js";

const paths = ["", "*", "coach", "coach/deltagare", "platser/:id", "platser/:id/bild/*", "sok/:ort?"];
const routes = Object.fromEntries(
  paths.map((path) => [path || "start", { id: path || "start", parentId: "root", path }]),
);
const build = { routes: { root: { id: "root" }, ...routes }, assets: { routes } } as unknown as ServerBuild;
const handlerOf = byFirstWord(build, (part) =>
  Object.keys(part.routes).filter((id) => !["root", "start", "*"].includes(id)),
);

test.each([
  ["/", []],
  ["/_root.data", []],
  ["/coach", ["coach"]],
  ["/Coach/", ["coach"]],
  ["/coach.data", ["coach"]],
  ["/coach/deltagare.data", ["coach", "coach/deltagare"]],
  ["/coach/deltagare/mer/an/det", ["coach", "coach/deltagare"]],
  ["/platser/4", ["platser/:id"]],
  ["/platser/a%2Fb%2Fc", ["platser/:id"]],
  ["/platser/4/bild", ["platser/:id", "platser/:id/bild/*"]],
  ["/platser/4/bild/a/b/c", ["platser/:id", "platser/:id/bild/*"]],
  ["/sok", ["sok/:ort?"]],
  ["/__manifest", ["coach", "coach/deltagare", "platser/:id", "platser/:id/bild/*", "sok/:ort?"]],
])("%s may mean %j", (path, meant) => {
  expect(handlerOf(path)).toEqual(meant);
});

test("addresses that may mean the same routes have one handler; no stranger's address makes another", () => {
  expect(handlerOf("/platser/4")).toBe(handlerOf("/platser/5/"));
  expect(handlerOf("/platser/4/bild/a/b/c/d")).toBe(handlerOf("/platser/4/bild"));
  expect(handlerOf("/okand/1")).toBe(handlerOf("/annan"));
});
