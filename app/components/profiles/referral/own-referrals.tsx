import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { LinkButton } from "#app/components/ui/link-button";
import { inShort, type ReferralCase, referralCode } from "#app/domain/profiles/referral";
import { formatDate } from "#app/i18n/format";

type Row = Pick<
  ReferralCase,
  "id" | "status" | "reference" | "referredOn" | "purpose" | "question" | "returnReason" | "returnText"
>;

/** A case worker's referrals and how they stand; one that came back says why, and what to do. */
export function OwnReferrals({ referrals }: { referrals: Row[] }) {
  const { t, i18n } = useTranslation("referrals");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="remisser">
      <h2 id="remisser">{t("own.title")}</h2>
      {referrals.length === 0 ? <p>{t("own.none")}</p> : null}
      <ul className="pk-rows">
        {referrals.map((row) => (
          <li key={row.id}>
            <div>
              <p>
                <Link to={`/handlaggare/remiss/${row.id}`} id={`r-${row.id}`}>
                  {t(row.reference ? "own.participant" : "own.code", {
                    reference: row.reference,
                    code: referralCode(row.id),
                  })}
                </Link>
              </p>
              <p>
                <strong>{inShort(row.purpose)}</strong>
              </p>
              {row.question ? <p>{inShort(row.question)}</p> : null}
              {row.status === "returned" && row.returnReason ? (
                <p>
                  <strong>
                    {t("own.returnedBecause", { reason: t(`returnReason.${row.returnReason}`) })}
                  </strong>{" "}
                  <span className="pk-lines">{row.returnText}</span>
                </p>
              ) : null}
              {row.referredOn ? (
                <p className="pk-soft pk-small">
                  {t("own.sentOn", { day: formatDate(i18n.language, row.referredOn) })}
                </p>
              ) : null}
            </div>
            <ReferralState status={row.status} />
            <LinkButton
              to={`/handlaggare/remiss/${row.id}`}
              primary={row.status === "returned"}
              aria-describedby={`r-${row.id}`}
            >
              {t(row.status === "returned" ? "own.answer" : "own.open")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
