import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import type { OwnCase } from "#app/domain/profiles/case-timeline";
import { referralCode } from "#app/domain/profiles/referral";
import { formatDate } from "#app/i18n/format";

/** A case worker's own cases: a code and how far it has come. */
export function CaseList({ cases, news }: { cases: OwnCase[]; news: Record<string, number> }) {
  const { t, i18n } = useTexts(["profiles", "kartlaggning"]);
  return (
    <ul className="pk-stack">
      {cases.map(({ reference, referralId, purpose, question, isOpen, isOpened, steps }) => (
        <li className="pk-panel" key={reference}>
          <div className="pk-panel__head">
            <h2>
              <Link to={`/handlaggare/arenden/${encodeURIComponent(reference)}`}>{reference}</Link>
            </h2>
            {news[reference] ? (
              <span className="pk-state pk-state--word" data-tone="info">
                {t("assignment:case.newCount", { count: news[reference] })}
              </span>
            ) : null}
            {isOpen ? null : (
              <span className="pk-state pk-state--word" data-tone="neutral">
                {t("cases.closed")}
              </span>
            )}
          </div>
          {purpose ? (
            <p>
              <strong>{purpose}</strong>
            </p>
          ) : null}
          {question ? <p>{question}</p> : null}
          <ol className="pk-case-steps" aria-label={t("cases.timeline", { reference })}>
            {steps.map(({ step, on }, index) => (
              <li key={step} aria-current={index === steps.length - 1 ? "step" : undefined}>
                <span>{t(`cases.step.${step}`)}</span>
                <span className="pk-soft pk-small">
                  {on ? formatDate(i18n.language, on) : t("cases.noDate")}
                </span>
              </li>
            ))}
          </ol>
          <div className="pk-actions pk-case-links">
            <LinkButton to={`/handlaggare/arenden/${encodeURIComponent(reference)}`}>
              {t("assignment:case.open")}
              <span className="ds-sr-only"> {reference}</span>
            </LinkButton>
            {isOpened ? (
              <LinkButton to={`/handlaggare/kartlaggning/${encodeURIComponent(reference)}`}>
                {t("kartlaggning:shared.link")}
                <span className="ds-sr-only"> {reference}</span>
              </LinkButton>
            ) : null}
            <LinkButton to={`/handlaggare/remiss/${referralId}`}>
              {t("referrals:own.code", { code: referralCode(referralId) })}
            </LinkButton>
            <LinkButton to={`/deltagare/${encodeURIComponent(reference)}/plan`}>
              {t("referrals:own.plan")}
              <span className="ds-sr-only"> {reference}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
