import type { SubmissionResult } from "@conform-to/react";
import { PlainSummary } from "#app/components/agreements/plain-summary";
import { SignForm } from "#app/components/agreements/sign-form";
import { WholeText } from "#app/components/agreements/whole-text";
import type { Agreement, AgreementVersion, SentVersion } from "#app/domain/agreements/agreement";
import type { SignatureSlot } from "#app/domain/agreements/signatures";

/** The text that is out, in short and whole, and the reader's own signature right below what was read. */
export function ReadAndSign(props: {
  agreement: Agreement;
  version: AgreementVersion;
  /** The places that the reader signs. */
  mine: readonly SignatureSlot[];
  name: string;
  refused: { code: string; typed: string; result: SubmissionResult | null } | null;
}) {
  const { agreement, version, mine, name, refused } = props;
  if (mine.length === 0 || !version.hash) return null;
  return (
    <>
      <PlainSummary agreement={agreement} version={version} />
      <WholeText agreement={agreement} version={version} />
      {mine.map((slot) => (
        <SignForm key={slot} version={version as SentVersion} slot={slot} name={name} refused={refused} />
      ))}
    </>
  );
}
