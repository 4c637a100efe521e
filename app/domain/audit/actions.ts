/** What can be done with a participant's data; one audit event each. domain.md "Consent, secrecy, protection". */
export const auditActions = [
  "participant.listed",
  "participant.read",
  "participant.created",
  "participant.changed",
  "participant.imported",
  "participant.exported",
  "profile.read",
  "profile.changed",
  "profile.confirmed",
  "profile.commented",
  "matches.read",
  "matches.exported",
  "proposal.read",
  "proposal.changed",
  "proposal.presented",
  "identity.disclosed",
  "consent.read",
  "consent.given",
  "consent.withdrawn",
  "access.denied",
] as const;
export type AuditAction = (typeof auditActions)[number];
