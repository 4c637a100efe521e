import { useTranslation } from "react-i18next";
import { FactList } from "#app/components/ui/fact-list";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import type { Agreement } from "#app/domain/agreements/agreement";
import type { Closing } from "#app/domain/agreements/closing";
import type { AgreementState } from "#app/domain/agreements/state";
import { formatDate } from "#app/i18n/format";

/** How it ended, for whoever may know. */
export function ClosingPanel({ closing }: { closing: Closing | null }) {
  const { t, i18n } = useTranslation(["lifecycle", "profiles"]);
  if (!closing) return null;
  const { outcome, educationForm, selfSufficiency, answer, answerWords } = closing;
  const form = educationForm && t(`closing.educationForms.${educationForm}`);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="avslut">
      <h2 id="avslut">{t("closing.heading")}</h2>
      <FactList
        facts={[
          [t("field.outcome"), [t(`profiles:end.outcomes.${outcome}`), form].filter(Boolean).join(": ")],
          [t("field.selfSufficiency"), t(`closing.selfSufficiencies.${selfSufficiency}`)],
          [
            t("closing.answerTitle"),
            answer ? [t(`closing.answers.${answer}`), answerWords].filter(Boolean).join(". ") : "",
          ],
          [
            t("closing.next"),
            t("closing.with", {
              step: closing.nextStep,
              who: closing.responsible,
              day: formatDate(i18n.language, closing.nextOn),
            }),
          ],
        ]}
      />
    </section>
  );
}

/** Staff: the time is soon over, or it ended early and nobody has written how. */
export function ClosingAsked(props: {
  agreement: Pick<Agreement, "id" | "status" | "reference">;
  state: AgreementState;
  closing: Closing | null;
}) {
  const { t } = useTranslation("lifecycle");
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
