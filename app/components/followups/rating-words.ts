import type { TFunction } from "i18next";
import { inWords } from "#app/components/agreements/agreement-words";
import type { Disagreement } from "#app/domain/followups/disagreement";
import { inLanguage, type RatingItem } from "#app/domain/followups/instrument";
import { type Answer, type RatingParty, ratingParties } from "#app/domain/followups/rating";

export type PartyNames = Record<RatingParty, string>;

/** The parties as a small figure or table names them: by the first name, or the code. */
export function partyNames(
  t: TFunction,
  { who, supervisor }: { who: string; supervisor: string },
): PartyNames {
  const first = (name: string) => name.trim().split(" ")[0] || name;
  return { participant: first(who), supervisor: first(supervisor), coach: t("ratings:party.coach") };
}

/** "4", "vet inte" */
export function answerText(t: TFunction, answer: Answer): string {
  return typeof answer === "number" ? String(answer) : t(`ratings:skip.${answer}`).toLowerCase();
}

/** "Maj och Robin ser olika på tempot: 5 och 2" */
export function differText(
  t: TFunction,
  language: string,
  { answers }: Pick<Disagreement, "answers">,
  item: Pick<RatingItem, "topic">,
  names: PartyNames,
): string {
  const said = ratingParties.filter((party) => answers[party] !== undefined);
  return t("ratings:show.differ", {
    people: inWords(
      t,
      said.map((party) => (party === "coach" ? t("ratings:coachInText") : names[party])),
    ),
    topic: inLanguage(item.topic, language),
    values: inWords(
      t,
      said.map((party) => String(answers[party])),
    ),
  });
}
