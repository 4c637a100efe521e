import { describe, expect, test } from "vitest";
import { flatten, textsByNoun } from "#tests/support/texts";

const placeholders = (text: string) => [...text.matchAll(/{{\s*([\w.]+)/g)].map(([, name]) => name).sort();

test("there are texts to look at", () => {
  expect(Object.keys(textsByNoun)).toEqual(expect.arrayContaining(["vocabulary", "profiles", "identity"]));
});

describe.each(Object.entries(textsByNoun))("%s", (_noun, texts) => {
  const swedish = flatten(texts.sv);
  const english = flatten(texts.en);

  test("has the same keys in Swedish and English", () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
  });

  test("leaves no text empty", () => {
    const empty = [...swedish, ...english].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test("fills in the same things in both languages", () => {
    const different = [...swedish]
      .filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(english.get(key) ?? "")}`)
      // "One placement" may leave the number out.
      .filter(([key]) => !key.endsWith("_one"))
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  test("gives every plural both of its forms", () => {
    const stems = (ending: string) =>
      [...swedish.keys()].filter((key) => key.endsWith(ending)).map((key) => key.slice(0, -ending.length));
    expect(stems("_one")).toEqual(stems("_other"));
  });
});
