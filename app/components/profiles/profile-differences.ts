import type { TFunction } from "i18next";
import type { ConflictRow } from "#app/components/profiles/conflict-note";
import { emptyIsAnAnswer, partTexts } from "#app/components/profiles/part-text";
import { changedParts } from "#app/domain/profiles/profile-parts";
import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";

type Named = { draft: WorkProfileDraft; excluded: string[] };

/** Where what is saved differs from what was typed, in words. */
export function profileDifferences(
  t: TFunction,
  language: string,
  saved: Named,
  yours: Named,
): ConflictRow[] {
  return changedParts(saved.draft, yours.draft).map((part) => {
    const text = ({ draft, excluded }: Named) =>
      partTexts(t, language, draft, part, excluded).join(", ") ||
      (emptyIsAnAnswer(part) ? t("profiles:profile.nothing") : "");
    return { key: part, label: t(`profiles:part.${part}`), saved: text(saved), yours: text(yours) };
  });
}
