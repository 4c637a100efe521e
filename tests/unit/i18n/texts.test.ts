import { describe, expect, test } from "vitest";
import { resources } from "#app/i18n/resources.server";
import { flatten, textsByNoun } from "#tests/support/texts";

const placeholders = (text: string) => [...text.matchAll(/{{\s*([\w.]+)/g)].map(([, name]) => name).sort();

test("there are texts to look at", () => {
  expect(Object.keys(textsByNoun)).toEqual(expect.arrayContaining(["vocabulary", "profiles", "identity"]));
});

test("every noun's texts reach the pages", () => {
  const reached = Object.values(resources);
  const forgotten = Object.entries(textsByNoun).filter(([, texts]) => !reached.includes(texts as never));
  expect(forgotten.map(([noun]) => noun)).toEqual([]);
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
    const halves = [...swedish].filter(([key, text]) => {
      if (key.endsWith("_other")) return !swedish.has(key.replace(/_other$/, "_one"));
      // A value may end in "_one" without being a plural; a text with a number in it is one.
      return (
        key.endsWith("_one") && text.includes("{{count}}") && !swedish.has(key.replace(/_one$/, "_other"))
      );
    });
    expect(halves).toEqual([]);
  });
});
