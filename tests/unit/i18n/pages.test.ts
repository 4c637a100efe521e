import ts from "typescript";
import { describe, expect, test } from "vitest";
import { at, type PageSource, pageSources, parsePage, visit } from "#tests/support/page-source";
import { flatten, textsByNoun } from "#tests/support/texts";

const pages = pageSources("app");
const spokenAttributes = ["aria-label", "aria-description", "title", "placeholder", "alt", "label"];

describe("no page holds a literal text", () => {
  test("in any page or component", () => {
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.flatMap(literalTexts)).toEqual([]);
  });

  test.each([
    "<p>Hej</p>",
    '<p>{"Hej"}</p>',
    "<p>{yes ? `Hej` : null}</p>",
    '<img alt="Karta" />',
    '<a aria-label={"Karta"} />',
  ])("%s would be found", (source) => {
    expect(literalTexts(parsePage("some.tsx", source))).toHaveLength(1);
  });

  test.each(["<p>{t(`key`)}</p>", '<p className="pk-soft">/ 3 –</p>', '<img alt="" />'])(
    "%s is fine",
    (source) => {
      expect(literalTexts(parsePage("some.tsx", source))).toEqual([]);
    },
  );
});

describe("every key that a page asks for exists", () => {
  test("in any page or component", () => {
    expect(pages.flatMap(missingKeys)).toEqual([]);
  });

  test.each([
    ["a key that nobody wrote", 'const { t } = useTranslation("profiles"); t("list.nothing");'],
    ["a word that nobody wrote", 'const { t } = useTranslation("profiles"); t("vocabulary:task.nothing");'],
    ["a group that nobody wrote", `const { t } = useTranslation("profiles"); t(\`nothing.\${a}\`);`],
  ])("%s would be found", (_what, source) => {
    expect(missingKeys(parsePage("some.tsx", source))).toHaveLength(1);
  });
});

function literalTexts(page: PageSource): string[] {
  const found: string[] = [];
  visit(page.tree, (node) => {
    if (ts.isJsxText(node) && hasLetters(node.text)) found.push(at(page, node, node.text.trim()));
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      found.push(...shownStrings(node.expression).map((text) => at(page, node, text)));
    if (ts.isJsxAttribute(node) && spokenAttributes.includes(node.name.getText())) {
      const { initializer } = node;
      const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      found.push(...shownStrings(value).map((text) => at(page, node, text)));
    }
  });
  return found;
}

/** The literals that an expression may show: itself, or a branch of a choice. Arguments of calls are not shown. */
function shownStrings(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return hasLetters(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node)) {
    const fixed = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      .map(({ text }) => text)
      .join("");
    return hasLetters(fixed) ? [fixed] : [];
  }
  if (ts.isParenthesizedExpression(node)) return shownStrings(node.expression);
  if (ts.isConditionalExpression(node))
    return [...shownStrings(node.whenTrue), ...shownStrings(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return shownStrings(node.right);
  return [];
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replace(/&\w+;/g, ""));
}

/** Keys given to `t` that no text has; a key with a variable must begin with a group or text that exists. */
function missingKeys(page: PageSource): string[] {
  const namespaces = new Set<string>();
  const asked: { key: string; open: boolean; node: ts.Node }[] = [];
  let isOpen = false;
  visit(page.tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = node.expression.getText();
    const [first] = node.arguments;
    if (name === "useTranslation" || name === "useTexts" || name === "translator") {
      const named = namesIn(name === "useTranslation" || name === "useTexts" ? first : node.arguments[1]);
      if (named.length === 0) isOpen = true;
      for (const one of named) namespaces.add(one);
    }
    if (name !== "t" || !first) return;
    for (const literal of keyLiterals(first)) asked.push({ ...literal, node });
  });
  return asked.filter((ask) => !isKnown(ask, namespaces, isOpen)).map(({ node, key }) => at(page, node, key));
}

function namesIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(namesIn) : [];
}

function keyLiterals(node: ts.Expression): { key: string; open: boolean }[] {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, open: false }];
  if (ts.isTemplateExpression(node)) return [{ key: node.head.text, open: true }];
  if (ts.isConditionalExpression(node))
    return [...keyLiterals(node.whenTrue), ...keyLiterals(node.whenFalse)];
  return [];
}

/** `isOpen`: the namespace is a variable, so a key without one cannot be judged here. */
function isKnown(
  { key, open }: { key: string; open: boolean },
  namespaces: Set<string>,
  isOpen: boolean,
): boolean {
  const [, noun, rest = key] = /^(\w+):(.*)$/.exec(key) ?? [];
  if (!noun && isOpen) return true;
  return (noun ? [noun] : [...namespaces]).some((name) => {
    const keys = [...flatten(textsByNoun[name]?.sv ?? {}).keys()];
    return open
      ? keys.some((known) => known.startsWith(rest))
      : keys.some((known) => known === rest || known === `${rest}_other`);
  });
}
