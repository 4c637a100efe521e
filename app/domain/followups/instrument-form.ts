import { type Both, mostItems, type RatingItem } from "#app/domain/followups/instrument";

/** The texts of a statement in the editor, in their order; each in Swedish, and in English when it is wanted. */
export const itemTexts = ["statement", "plain", "topic", "low", "high"] as const;
export type ItemText = (typeof itemTexts)[number];
const mostOf: Record<ItemText, number> = { statement: 160, plain: 160, topic: 60, low: 60, high: 60 };

/** An own instrument's code: made with the form, so that the form sent twice is one instrument. */
export const instrumentCode = /^egen-[0-9a-f]{8}$/;

/** The name of a statement's field. */
export function itemField(index: number, what: ItemText, language: keyof Both): string {
  return `p${index}.${what}.${language}`;
}
export const idField = (index: number) => `p${index}.id`;
export const healthField = (index: number) => `p${index}.halsa`;

/** Values of the editor's fields for a version, as its form shows them. */
export function fieldsOf({
  name,
  items,
}: {
  name: string;
  items: readonly RatingItem[];
}): Record<string, string> {
  const fields: Record<string, string> = { name };
  for (const [index, item] of items.entries()) {
    fields[idField(index)] = item.id;
    if (item.isHealth) fields[healthField(index)] = "ja";
    for (const what of itemTexts)
      for (const language of ["sv", "en"] as const)
        fields[itemField(index, what, language)] = item[what][language];
  }
  return fields;
}

/**
 * What the editor's form says. A statement of which nothing is written is taken away; one that is new gets an id that no
 * version has had (`taken`). `errors` are codes of `ratings:error.*` by field.
 */
export function readInstrumentForm(
  fields: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): { name: string; items: RatingItem[]; errors: Record<string, string[]> } {
  const errors: Record<string, string[]> = {};
  const name = (fields.name ?? "").trim();
  if (name === "") errors.name = ["name_missing"];
  if (name.length > 80) errors.name = ["too_long"];
  const items: RatingItem[] = [];
  const known = new Set(taken);
  for (let index = 0; index < mostItems; index++) {
    const read = (what: ItemText): Both => ({
      sv: (fields[itemField(index, what, "sv")] ?? "").trim(),
      en: (fields[itemField(index, what, "en")] ?? "").trim(),
    });
    const texts = Object.fromEntries(itemTexts.map((what) => [what, read(what)])) as Record<ItemText, Both>;
    // The ends of the scale may stand there beforehand: without a word about what is asked there is no statement.
    if (["statement", "plain", "topic"].every((what) => texts[what as ItemText].sv === "")) continue;
    for (const what of itemTexts) {
      if (texts[what].sv === "") errors[itemField(index, what, "sv")] = [`${what}_missing`];
      for (const language of ["sv", "en"] as const)
        if (texts[what][language].length > mostOf[what])
          errors[itemField(index, what, language)] = ["too_long"];
    }
    const given = fields[idField(index)] ?? "";
    const isOwn = /^[a-z0-9_]{1,40}$/.test(given) && !items.some(({ id }) => id === given);
    const id = isOwn ? given : freeId(known);
    known.add(id);
    items.push({ id, ...texts, isHealth: fields[healthField(index)] === "ja" });
  }
  if (items.length === 0) errors[itemField(0, "statement", "sv")] = ["no_items"];
  return { name, items, errors };
}

function freeId(known: ReadonlySet<string>): string {
  let number = 1;
  while (known.has(`p${number}`)) number += 1;
  return `p${number}`;
}
