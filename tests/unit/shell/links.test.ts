import ts from "typescript";
import { expect, test } from "vitest";
import { navigationOf } from "#app/components/shell/navigation";
import { roleHomes, roles } from "#app/domain/identity/actor";
import routes from "#app/routes";
import { at, pageSources, visit } from "#tests/support/page-source";

const addresses = routes.map(({ path = "" }) => pattern(path));

test("every main menu leads somewhere", () => {
  const entries = [...roles, "public" as const].flatMap(navigationOf).map(({ to }) => to);
  expect(entries.filter(isNowhere)).toEqual([]);
});

test("every role has its home", () => {
  expect(Object.values(roleHomes).filter(isNowhere)).toEqual([]);
});

test("every fixed link of a page leads somewhere", () => {
  const dead = pageSources("app").flatMap((page) => {
    const found: string[] = [];
    visit(page.tree, (node) => {
      if (!ts.isJsxAttribute(node) || !["to", "action"].includes(node.name.getText())) return;
      const to = node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : "";
      if (to.startsWith("/") && isNowhere(to)) found.push(at(page, node, to));
    });
    return found;
  });
  expect(dead).toEqual([]);
});

function isNowhere(to: string): boolean {
  const path = to.replace(/[?#].*$/, "");
  return !addresses.some((address) => address.test(path));
}

/** "deltagare/:referens" → an expression for the whole path. */
function pattern(path: string): RegExp {
  return new RegExp(`^/${path.replace(/\./g, "\\.").replace(/:\w+/g, "[^/]+")}$`);
}
