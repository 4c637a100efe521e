import { useTexts } from "#app/components/ui/use-texts";
import type { Referral } from "#app/domain/profiles/participant";
import { formatDate } from "#app/i18n/format";

/** Who asked, when, why and what they want to know. No agency at all is an answer. */
export function ReferralPanel({ referral }: { referral: Referral }) {
  const { t, i18n } = useTexts(["profiles", "referrals"]);
  const rows = [
    ["agency", referral.agency],
    ["caseWorker", referral.caseWorkerName],
    ["referredOn", referral.referredOn ? formatDate(i18n.language, referral.referredOn) : null],
    ["purpose", referral.purpose],
    ["question", referral.question],
    ["tried", referral.tried],
    ["wishes", referral.wishes],
  ] as const;
  const isEmpty = rows.every(([, value]) => !value);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="remiss">
      <h2 id="remiss">{t("show.referral")}</h2>
      {isEmpty ? (
        <p>{t("show.noReferral")}</p>
      ) : (
        <dl className="pk-dl">
          {rows.map(([key, value]) => (
            <div key={key}>
              <dt>{t(key === "tried" || key === "wishes" ? `referrals:short.${key}` : `show.${key}`)}</dt>
              <dd>{value || t("show.unknown")}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
