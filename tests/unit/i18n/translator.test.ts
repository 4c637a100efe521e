import { describe, expect, test } from "vitest";
import { createI18n } from "#app/i18n/create";
import { type Language, languages } from "#app/i18n/language";
import { resources, textsOf } from "#app/i18n/resources.server";
import { translatorOf } from "#app/i18n/translator";

/** What has tripped writers of such before: signs that mean something to a replacement or to the library. */
const awkward = ["Åsa & <Co>", "$& $1 $$", "$t(shell:brand)", "ek. för.", ""];

describe.each(languages)("the texts of %s", (language: Language) => {
  const i18n = createI18n(language, textsOf(language));
  const keys = Object.entries(textsOf(language)).flatMap(([ns, texts]) =>
    leaves(texts).map(([key, text]) => ({ ns, key, text })),
  );

  test("there are texts with names and with numbers to try", () => {
    expect(keys.length).toBeGreaterThan(1000);
    expect(keys.filter(({ text }) => text.includes("{{")).length).toBeGreaterThan(200);
  });

  test("every text reads as the library writes it, whatever is filled in", () => {
    const wrong: string[] = [];
    for (const { ns, key, text } of keys) {
      const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);
      const fixed = i18n.getFixedT(language, ns);
      const asked = key.replace(/_(zero|one|other)$/, "");
      const counts = names.includes("count") || asked !== key ? [0, 1, 2, 2.5, 11] : [undefined];
      for (const [turn, count] of counts.entries()) {
        const values: Record<string, unknown> = Object.fromEntries(
          names.map((name, index) => [
            name,
            index % 2 ? index + 0.5 : awkward[(index + turn) % awkward.length],
          ]),
        );
        if (count === undefined) delete values.count;
        else values.count = count;
        const right = fixed(asked, values);
        for (const said of [
          translatorOf(i18n, ns)(asked, values),
          translatorOf(i18n, "shell")(`${ns}:${asked}`, values),
        ])
          if (said !== right) wrong.push(`${ns}:${asked} ${JSON.stringify(values)}: ${said}`);
      }
      if (translatorOf(i18n, ns)(asked) !== fixed(asked)) wrong.push(`${ns}:${asked}`);
    }
    expect(wrong).toEqual([]);
  });

  test("what somebody writes is never taken for the name of something to fill in", () => {
    const t = translatorOf(i18n, "consent");
    expect(t("staff.given", { how: "{{name}}", name: "Åsa" })).toContain("{{name}}");
  });

  test("what is more than words and names is the library's", () => {
    const t = translatorOf(i18n, "shell");
    const fixed = i18n.getFixedT(language, "shell");
    expect(t("no.such.key")).toBe(fixed("no.such.key"));
    expect(t("no.such.key", { defaultValue: "annars" })).toBe("annars");
    expect(t(["no.such.key", "brand"])).toBe(fixed("brand"));
    expect(t("flash", { returnObjects: true })).toEqual(resources.shell[language].flash);
  });
});

function leaves(texts: object, above = ""): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[above + name, value] as [string, string]]
      : leaves(value as object, `${above}${name}.`),
  );
}
