import type { TFunction } from "i18next";
import type { ConflictRow } from "#app/components/profiles/conflict-note";
import type { ParticipantFieldName } from "#app/components/profiles/participant-fields";
import type { Participant } from "#app/domain/profiles/participant";

type Options = {
  municipalities: { code: string; name: string }[];
  agencies: { id: number; name: string }[];
  caseWorkers: { userId: string; name: string }[];
};

type TextFieldName = Exclude<ParticipantFieldName, "otherAgencies" | "agenciesAgreed">;

/** Where what is saved differs from what was typed, in words. */
export function participantDifferences(
  t: TFunction,
  saved: Participant,
  typed: Record<string, unknown>,
  options: Options,
): ConflictRow[] {
  const { referral } = saved;
  const stored: Record<TextFieldName, string> = {
    reference: saved.reference,
    protectedIdentity: saved.protectedIdentity,
    name: saved.name ?? "",
    email: saved.email ?? "",
    sex: saved.sex,
    birthYear: String(saved.birthYear ?? ""),
    municipality: saved.municipalityCode ?? "",
    locality: saved.locality ?? "",
    agency: String(referral.agencyId ?? ""),
    caseWorker: referral.caseWorkerUser ?? "",
    referredOn: referral.referredOn ?? "",
    purpose: referral.purpose,
    question: referral.question,
    tried: referral.tried,
    wishes: referral.wishes,
  };
  return (Object.keys(stored) as TextFieldName[]).flatMap((field) => {
    const yours = typeof typed[field] === "string" ? typed[field] : "";
    if (yours === stored[field]) return [];
    const word = (value: string) => inWords(t, field, value, options);
    return [{ key: field, label: t(label(field)), saved: word(stored[field]), yours: word(yours) }];
  });
}

function label(field: TextFieldName): string {
  if (field === "tried" || field === "wishes") return `referrals:short.${field}`;
  return field === "protectedIdentity" ? "form.protectedLegend" : `form.${field}`;
}

function inWords(t: TFunction, field: TextFieldName, value: string, options: Options): string {
  if (value === "") return "";
  if (field === "protectedIdentity") return t(`form.protected.${value}`);
  if (field === "sex") return t(`form.sexes.${value}`);
  if (field === "municipality")
    return options.municipalities.find(({ code }) => code === value)?.name ?? value;
  if (field === "agency") return options.agencies.find(({ id }) => String(id) === value)?.name ?? value;
  if (field === "caseWorker")
    return options.caseWorkers.find(({ userId }) => userId === value)?.name ?? value;
  return value;
}
