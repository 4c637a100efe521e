import { z } from "zod";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import { type PlacementKind, placementKinds } from "#app/domain/placements/vocabulary";
import { noPersonalNumber, plainNote, plainWords } from "#app/domain/profiles/plain-words";

/** The shape of the content. An approved text keeps the number that it was written with. */
export const certificateSchemaVersion = 1;

export const certificateStatuses = ["asked", "change_asked", "approved", "replaced"] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** How a yes was given that staff write down. */
export const approvalWays = ["mote", "telefon", "papper"] as const;
export type ApprovalWay = (typeof approvalWays)[number];

/** What is known without anybody's words. Hours are those that are written down as present; null when none are. */
export type CertificateFacts = {
  reference: string;
  title: string;
  kind: PlacementKind;
  employer: string;
  workplace: string;
  period: { startsOn: string; endsOn: string };
  hours: number | null;
  weeks: number;
  issuedBy: { name: string; organisation: string };
};

const words = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(longest, { error: "text_too_long" })
    .refine(...noPersonalNumber);

/** What staff write. `adaptations` is shown to the participant alone, who decides whether it stands in the text. */
export const certificateWordsSchema = z.object({
  tasks: words("tasks_required", 1000),
  adaptations: plainNote(1000),
  strengths: plainWords("strengths_required", 1500),
});
export type CertificateWords = z.output<typeof certificateWordsSchema>;
export type CertificateWordsForm = z.input<typeof certificateWordsSchema>;
export type CertificateDraft = CertificateFacts & CertificateWords;

/** What the participant wants in the text. */
export type CertificateWishes = { withAdaptations: boolean; withReference: boolean };
export const noWishes: CertificateWishes = { withAdaptations: false, withReference: false };

/** What the participant says yes to, as plain JSON values: hashed in its canonical form. The person is named by code. */
export const certificateContentSchema = z.strictObject({
  schema: z.literal(certificateSchemaVersion),
  participant: z.strictObject({ reference: z.string().min(1) }),
  title: z.string().min(1),
  kind: z.enum(placementKinds),
  employer: z.strictObject({ name: z.string().min(1), workplace: z.string() }),
  period: z.strictObject({ startsOn: z.iso.date(), endsOn: z.iso.date() }),
  hours: z.number().nonnegative().nullable(),
  weeks: z.number().int().nonnegative(),
  tasks: z.string().min(1),
  adaptations: z.string().min(1).nullable(),
  strengths: z.string().min(1),
  supervisor: z
    .strictObject({ name: z.string().min(1), words: z.string().min(1), contact: z.string() })
    .nullable(),
  issuedBy: z.strictObject({ name: z.string().min(1), organisation: z.string().min(1) }),
});
export type CertificateContent = z.output<typeof certificateContentSchema>;

/**
 * The text that follows from what staff wrote and what the participant wants: adaptations only when they are wanted, the
 * supervisor's words only when the supervisor agrees and the participant wants them.
 */
export function certificateContent(
  draft: CertificateDraft,
  wishes: CertificateWishes,
  reference: SupervisorReference | null,
): CertificateContent {
  const said = wishes.withReference && reference?.mayCertify ? reference : null;
  return {
    schema: certificateSchemaVersion,
    participant: { reference: draft.reference },
    title: draft.title,
    kind: draft.kind,
    employer: { name: draft.employer, workplace: draft.workplace },
    period: { startsOn: draft.period.startsOn, endsOn: draft.period.endsOn },
    hours: draft.hours,
    weeks: draft.weeks,
    tasks: draft.tasks,
    adaptations: wishes.withAdaptations && draft.adaptations !== "" ? draft.adaptations : null,
    strengths: draft.strengths,
    supervisor: said && { name: said.supervisorName, words: said.wentWell, contact: said.contact },
    issuedBy: draft.issuedBy,
  };
}

/** One text that was shown to the participant. Times are ISO strings. */
export type CertificateVersion = {
  number: number;
  status: CertificateStatus;
  draft: CertificateDraft;
  wishes: CertificateWishes;
  content: CertificateContent;
  hash: string;
  draftedByName: string;
  draftedAt: string;
  answerWords: string;
  answeredAt: string | null;
  approvedWay: "signed_in" | "recorded" | null;
  approvedBy: string | null;
  recordedByName: string | null;
  recordedHow: string | null;
};

/** The text that waits for the participant, or for staff to mend it. */
export function openCertificate(versions: readonly CertificateVersion[]): CertificateVersion | null {
  return versions.find(({ status }) => status === "asked" || status === "change_asked") ?? null;
}

/** The text that counts: the last one that the participant has said yes to. */
export function approvedCertificate(versions: readonly CertificateVersion[]): CertificateVersion | null {
  return versions.findLast(({ status }) => status === "approved") ?? null;
}

/** Whether this very text may be said yes to now. */
export function decideApproval(
  version: CertificateVersion | null,
  read: { number: number; hash: string },
): "ok" | "already_approved" | "text_changed" {
  if (version?.number !== read.number) return "text_changed";
  if (version.status === "approved") return version.hash === read.hash ? "already_approved" : "text_changed";
  if (version.status !== "asked" && version.status !== "change_asked") return "text_changed";
  return version.hash === read.hash ? "ok" : "text_changed";
}

/** A participant asks for a change, in own words. Messages are codes of `closing:error.*`. */
export const changeFormSchema = z.object({ words: words("change_words_required", 1000) });

/** Staff write down a yes: how it was given, and what shows it. */
export const approvalFormSchema = z.object({
  how: z.enum(approvalWays, { error: "how_required" }),
  note: words("approval_note_required", 300),
});
export type ApprovalForm = z.input<typeof approvalFormSchema>;
