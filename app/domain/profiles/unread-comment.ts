import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";

/** Something that a participant has said and nobody has marked as read: whose, about which part, since which day (ISO date). */
export type UnreadComment = { id: string; reference: string; part: KartlaggningPart; since: string };

/** Where a comment stands: beside the part that it is about. */
export function addressOfComment(reference: string, part: KartlaggningPart): string {
  const person = `/deltagare/${encodeURIComponent(reference)}`;
  return `${part === "arbetsprofil" ? person : `${person}/kartlaggning/${part}`}#egna-ord`;
}
