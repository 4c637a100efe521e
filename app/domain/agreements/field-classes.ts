import type { AgreementContent } from "#app/domain/agreements/content";

/**
 * What a change of a field takes. `new_version`: signed anew by those it concerns, participant and employer always.
 * `coordinator`: the coordinator changes it alone; it is logged and shown to everybody, and signatures stand by the text
 * that was signed. `fixed`: another agreement. What changes freely is not content at all (contacts.ts). domain.md "Field classes".
 */
export type FieldClass = "new_version" | "coordinator" | "fixed";
export type ContentField = keyof AgreementContent;

export const fieldClasses: Record<ContentField, FieldClass> = {
  schema: "fixed",
  title: "coordinator",
  kind: "new_version",
  purpose: "new_version",
  parties: "fixed",
  assignment: "new_version",
  period: "new_version",
  closedDays: "coordinator",
  schedule: "new_version",
  stepPlan: "new_version",
  tasks: "coordinator",
  adaptations: "new_version",
  goals: "new_version",
  supervisor: "coordinator",
  insurance: "coordinator",
  workEnvironment: "coordinator",
  confidentiality: "coordinator",
  costs: "new_version",
  parallel: "coordinator",
};
/** The agency, when it asked to sign, is concerned by what it commissioned and by what it pays. */
const concernsAgency: readonly ContentField[] = [
  "kind",
  "purpose",
  "assignment",
  "period",
  "stepPlan",
  "costs",
];

/** The fields whose content differs, in the order of the table. */
export function changedFields(before: AgreementContent, after: AgreementContent): ContentField[] {
  return (Object.keys(fieldClasses) as ContentField[]).filter((field) => !same(before[field], after[field]));
}

/** The heaviest class among the changes; null when nothing differs. */
export function classOfChange(before: AgreementContent, after: AgreementContent): FieldClass | null {
  const classes = changedFields(before, after).map((field) => fieldClasses[field]);
  return (["fixed", "new_version", "coordinator"] as const).find((one) => classes.includes(one)) ?? null;
}

/** Whether the agency has to sign such changes again. */
export function agencyIsConcerned(fields: readonly ContentField[]): boolean {
  return fields.some((field) => concernsAgency.includes(field));
}

/** Equal as JSON, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) => key in b && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
