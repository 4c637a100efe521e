import { mostPeople, placeOf } from "#app/domain/followups/form-place";
import type { RatingItem } from "#app/domain/followups/instrument";
import { type Answers, answerOf, type RatingParty, ratingParties } from "#app/domain/followups/rating";
import { isUuid } from "#app/domain/uuid";

/** Which statements a form shows: "grund.1". */
export function formVersion({ code, version }: { code: string; version: number }): string {
  return `${code}.${version}`;
}
function readVersion(text: string | undefined): { code: string; version: number } | null {
  const [, code, version] = /^([a-z0-9-]{1,20})\.(\d{1,6})$/.exec(text ?? "") ?? [];
  return code && version ? { code, version: Number(version) } : null;
}

/** The answers that were noted in a conversation, by party. Plain JSON: it can wait on a telephone. */
export type LogRating = { code: string; version: number; parties: Partial<Record<RatingParty, Answers>> };

/** The name of a field of the quick log. */
export function logField(party: RatingParty, item: string): string {
  return `skattning.${party}.${item}`;
}

/** What the rating fields of a quick log say; null when nothing was answered. Wrong values are passed over. */
export function readLogRating(form: Iterable<[string, unknown]>): LogRating | null {
  const fields = new Map(form);
  const version = readVersion(asText(fields.get("skattning")));
  if (!version) return null;
  const parties: LogRating["parties"] = {};
  for (const [name, value] of fields) {
    const [, party, item] = /^skattning\.(participant|supervisor|coach)\.([a-z0-9_]{1,40})$/.exec(name) ?? [];
    const answer = answerOf(value);
    if (!party || !item || answer === null) continue;
    parties[party as RatingParty] = { ...parties[party as RatingParty], [item]: answer };
  }
  return ratingParties.some((party) => parties[party]) ? { ...version, parties } : null;
}

/** The name of the field for one statement about the agreement in a place. */
export function answerField(place: string, item: string): string {
  return `${place}.i.${item}`;
}

/** One agreement of a form, as it was sent. `typed` is by item, also what is no answer. */
export type RatedAgreement = {
  agreementId: string;
  code: string;
  version: number;
  answers: Answers;
  typed: Record<string, string>;
};
/** Everything that a form of a participant or a supervisor says, agreement by agreement. */
export function readRatingForm(form: Iterable<[string, unknown]>): RatedAgreement[] {
  const fields = new Map(form);
  const rated: RatedAgreement[] = [];
  for (let index = 0; index < mostPeople; index++) {
    const place = placeOf(index);
    const agreementId = asText(fields.get(place));
    const version = readVersion(asText(fields.get(`${place}.skattning`)));
    if (!agreementId || !isUuid(agreementId) || !version) continue;
    const typed: Record<string, string> = {};
    const answers: Record<string, Answers[string]> = {};
    for (const [name, value] of fields) {
      const item = new RegExp(`^${place}\\.i\\.([a-z0-9_]{1,40})$`).exec(name)?.[1];
      if (!item || typeof value !== "string") continue;
      typed[item] = value.slice(0, 20);
      const answer = answerOf(value);
      if (answer !== null) answers[item] = answer;
    }
    rated.push({ agreementId, ...version, answers, typed });
  }
  return rated;
}

/** The items that are neither answered nor skipped with a reason. */
export function unanswered(items: readonly Pick<RatingItem, "id">[], answers: Answers): string[] {
  return items.filter(({ id }) => answers[id] === undefined).map(({ id }) => id);
}

/** Answers to these items only: what a form says of others is nobody's answer. */
export function answersTo(items: readonly Pick<RatingItem, "id">[], answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => items.some((item) => item.id === id)));
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
