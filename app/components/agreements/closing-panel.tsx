import { Link } from "@remix-run/react";
import type { Voice } from "#app/components/agreements/pause-panel";
import { FactList } from "#app/components/ui/fact-list";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement } from "#app/domain/agreements/agreement";
import type { Closing } from "#app/domain/agreements/closing";
import type { AgreementState } from "#app/domain/agreements/state";
import { formatDate } from "#app/i18n/format";

/** How it ended, for whoever may know, with what there is to read and do after it. */
export function ClosingPanel(props: {
  closing: Closing | null;
  voice: Voice;
  agreement: Pick<Agreement, "id" | "agencyId">;
}) {
  const { t, i18n } = useTexts(["lifecycle", "profiles", "closing"]);
  const { closing, voice, agreement } = props;
  if (!closing) return null;
  const { outcome, educationForm, selfSufficiency, answer, answerWords } = closing;
  const form = educationForm && t(`closing.educationForms.${educationForm}`);
  const at = `/overenskommelser/${agreement.id}`;
  const next = {
    step: closing.nextStep,
    who: closing.responsible,
    day: formatDate(i18n.language, closing.nextOn),
  };
  return (
    <section className="pk-panel pk-stack" aria-labelledby="avslut">
      <h2 id="avslut">{t("closing.heading")}</h2>
      {voice === "own" ? (
        <p className="pk-lines">
          {closing.participantNote || t("closing.plain", { ...next, step: sentence(next.step) })}
        </p>
      ) : null}
      <FactList
        facts={[
          [t("field.outcome"), [t(`profiles:end.outcomes.${outcome}`), form].filter(Boolean).join(": ")],
          [t("field.selfSufficiency"), t(`closing.selfSufficiencies.${selfSufficiency}`)],
          [
            t("closing.answerTitle"),
            answer ? [t(`closing.answers.${answer}`), answerWords].filter(Boolean).join(". ") : "",
          ],
          [t("closing.next"), t("closing.with", next)],
          [t("field.participantNote"), voice === "staff" ? closing.participantNote : ""],
        ]}
      />
      {voice === "staff" ? (
        <p>
          <Link to={`${at}/efter`}>{t("closing:after.open")}</Link>
        </p>
      ) : null}
      {voice === "own" ? (
        <p>
          <Link to={`/min-sida/intyg?id=${agreement.id}`}>{t("closing:own.link")}</Link>
        </p>
      ) : null}
      {voice !== "own" && agreement.agencyId !== null ? (
        <p>
          <a href={`${at}/sammanfattning.pdf`}>{t("closing:summary.open")}</a>
        </p>
      ) : null}
    </section>
  );
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Staff: the time is soon over, or it ended early and nobody has written how. */
export function ClosingAsked(props: {
  agreement: Pick<Agreement, "id" | "status" | "reference">;
  state: AgreementState;
  closing: Closing | null;
}) {
  const { t } = useTexts("lifecycle");
  const { agreement, state, closing } = props;
  const at = `/overenskommelser/${agreement.id}/avslut`;
  if (agreement.status === "ended_early" && !closing)
    return (
      <Note tone="warn">
        <p>
          <strong>{t("closing.missing")}.</strong> {t("closing.missingText")}
        </p>
        <p className="pk-actions">
          <LinkButton to={at} primary>
            {t("closing.write")}
          </LinkButton>
          {agreement.reference ? (
            <LinkButton to={`/deltagare/${encodeURIComponent(agreement.reference)}/matchning`}>
              {t("closing.newMatch")}
            </LinkButton>
          ) : null}
        </p>
      </Note>
    );
  if (state.name !== "ends_soon" && state.name !== "overdue_to_close") return null;
  return (
    <Note tone={state.name === "overdue_to_close" ? "warn" : "info"}>
      <p>{t("closing.openText")}</p>
      <p>
        <LinkButton to={at}>{t("closing.open")}</LinkButton>
      </p>
    </Note>
  );
}
