import type { SubmissionResult } from "@conform-to/react";
import { AgreementBody, type Shown } from "#app/components/agreements/agreement-body";
import { AgreementHead } from "#app/components/agreements/agreement-head";
import { partiesText } from "#app/components/agreements/agreement-words";
import { ClosingPanel } from "#app/components/agreements/closing-panel";
import { DifferenceList } from "#app/components/agreements/difference-list";
import { EndForm } from "#app/components/agreements/end-form";
import { PausePanel, type Voice } from "#app/components/agreements/pause-panel";
import { PlainSummary } from "#app/components/agreements/plain-summary";
import { ReadAndSign } from "#app/components/agreements/read-and-sign";
import { SignProblem } from "#app/components/agreements/sign-form";
import { WholeText } from "#app/components/agreements/whole-text";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementVersion } from "#app/domain/agreements/agreement";
import { type AgreementStep, hasEnded } from "#app/domain/agreements/agreement-status";
import type { Closing } from "#app/domain/agreements/closing";
import type { Difference } from "#app/domain/agreements/differences";
import type { Pause } from "#app/domain/agreements/pause";
import { partyOf, type SignatureSlot } from "#app/domain/agreements/signatures";
import type { AgreementState } from "#app/domain/agreements/state";

type Read = Shown & {
  state: AgreementState;
  amendment: { version: AgreementVersion; differences: Difference[] } | null;
  missing: SignatureSlot[];
  mine: SignatureSlot[];
  mineLater: SignatureSlot[];
  steps: AgreementStep[];
  pauses: Pause[];
  closing: Closing | null;
};

/**
 * An agreement for one of its parties: what waits for them first, in plain words and whole, and the signature right below
 * what was read.
 */
export function PartyAgreement(props: {
  voice: Exclude<Voice, "staff">;
  read: Read;
  name: string;
  refused: { intent: string; code: string; typed: string; result: SubmissionResult | null } | null;
}) {
  const { t } = useTexts(["agreements", "lifecycle"]);
  const { voice, read, name, refused } = props;
  const { agreement, shown, amendment, missing, mine, mineLater } = read;
  const toRead = amendment?.version ?? shown;
  const signRefused = refused?.intent === "skriv-under" ? refused : null;
  const otherRefused = refused && !signRefused && refused.code !== "incomplete" ? refused : null;
  const waitsFor = partiesText(t, [...new Set(missing.map(partyOf))]);
  return (
    <div className="pk-stack">
      <AgreementHead
        version={shown}
        state={read.state}
        endedOn={agreement.endedOn}
        reader={mine[0] && partyOf(mine[0])}
      />
      <SignProblem mine={mine} name={name} refused={signRefused} />
      {signRefused && mine.length === 0 ? (
        <Note tone={signRefused.code === "already_signed" ? "ok" : "warn"} role="alert">
          <p>{t(`error.${signRefused.code}`, { name })}</p>
        </Note>
      ) : null}
      {otherRefused ? (
        <Note tone="warn" role="alert">
          <p>{t([`error.${otherRefused.code}`, `lifecycle:error.${otherRefused.code}`])}</p>
        </Note>
      ) : null}
      {agreement.status === "draft" ? (
        <Note tone="warn">
          <p>{t("show.changing")}</p>
        </Note>
      ) : null}
      {missing.length > 0 && mine.length === 0 ? (
        <Note tone={mineLater.length > 0 ? "info" : "ok"}>
          {mineLater.length > 0 ? <p>{t("sign.later")}</p> : <p>{t("sign.done")}</p>}
          <p>{t("sign.waitsFor", { who: waitsFor })}</p>
        </Note>
      ) : null}
      {amendment && toRead.hash ? (
        <section className="pk-panel pk-stack" aria-labelledby="andras">
          <h2 id="andras">{t("difference.title")}</h2>
          <DifferenceList differences={amendment.differences} />
        </section>
      ) : null}
      <ReadAndSign agreement={agreement} version={toRead} mine={mine} name={name} refused={signRefused} />
      <AgreementBody
        read={read}
        voice={voice}
        main={<ClosingPanel closing={read.closing} voice={voice} agreement={agreement} />}
        aside={
          <>
            {voice === "employer" && (agreement.status === "closed" || agreement.status === "ended_early") ? (
              <section className="pk-panel">
                <LinkButton to={`/arbetsgivare/tack/${agreement.id}`} primary>
                  {t("closing:thanks.portal")}
                </LinkButton>
              </section>
            ) : null}
            <PausePanel
              pauses={read.pauses}
              steps={read.steps}
              today={read.today}
              voice={voice}
              refused={refused}
            />
            {read.steps.includes("ended_early") && voice !== "agency" ? (
              <section className="pk-panel">
                <EndForm to="ended_early" voice={voice} refused={refused} />
              </section>
            ) : null}
          </>
        }
      />
      {mine.length === 0 && shown.hash ? (
        <>
          {hasEnded(agreement.status) ? null : <PlainSummary agreement={agreement} version={shown} />}
          <WholeText agreement={agreement} version={shown} />
        </>
      ) : null}
    </div>
  );
}
