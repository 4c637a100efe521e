import { createHash } from "node:crypto";
import type { DocumentValues } from "#app/components/agreements/agreement-document";
import type { Signature } from "#app/domain/agreements/agreement";
import { canonicalJson } from "#app/domain/agreements/canonical";
import type { AgreementContent } from "#app/domain/agreements/content";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

/** An agreement that three parties have signed in three ways, as a document is made of it. */
export function exampleDocument(
  change: Partial<DocumentValues> = {},
  content: AgreementContent = exampleContent,
): DocumentValues {
  const canonical = canonicalJson(content);
  const hash = createHash("sha256").update(canonical, "utf8").digest("hex");
  const signature = (slot: Signature["slot"], name: string, rest: Partial<Signature>): Signature => ({
    id: slot,
    version: 1,
    slot,
    userId: null,
    name,
    way: "signed_in",
    sessionStrength: "account",
    proxyReason: null,
    recordedByName: null,
    note: "",
    hash,
    signedAt: "2026-01-22T13:05:00.000Z",
    voidedAt: null,
    ...rest,
  });
  return {
    number: "2026-0142",
    version: {
      number: 1,
      amendment: 0,
      revision: 3,
      changed: null,
      unsigned: false,
      savedByName: "Jonas Wikberg",
      savedAt: "2026-01-20T09:00:00.000Z",
      sentAt: "2026-01-20T09:10:00.000Z",
      agreedAt: "2026-01-22T13:05:00.000Z",
      status: "agreed",
      content,
      hash,
    },
    signatures: [
      signature("participant", content.parties.participant.reference, {
        way: "paper",
        sessionStrength: null,
        proxyReason: "signed_on_paper",
        recordedByName: "Jonas Wikberg",
        note: "Originalet ligger i pärmen.",
        signedAt: "2026-01-22T10:00:00.000Z",
      }),
      signature("employer_1", "Maj Lindqvist", {
        way: "link",
        sessionStrength: "mailed_link",
        signedAt: "2026-01-21T08:30:00.000Z",
      }),
      signature("coordinator", "Jonas Wikberg", {}),
      signature("agency", "Berit Åkerlund", {}),
    ],
    participantName: "Robin Söderlund",
    canonical,
    checkAddress: "https://praktikkartan.example/verifiera",
    ...change,
  };
}
