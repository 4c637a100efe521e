/** What a file can hold, in the words of `npm run import`. product.md "Names and addresses". */
export const importKinds = ["platser", "deltagare", "arbetsprofiler"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Announced in product.md, not built yet: named so that the answer can say so. */
export const laterKinds = ["forfragningar", "enkatsvar"] as const;

export function isImportKind(word: string): word is ImportKind {
  return (importKinds as readonly string[]).includes(word);
}

export function isLaterKind(word: string): boolean {
  return (laterKinds as readonly string[]).includes(word);
}
