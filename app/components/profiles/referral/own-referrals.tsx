import { Link } from "@remix-run/react";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import { inShort, type ReferralCase, referralCode } from "#app/domain/profiles/referral";
import { formatDate } from "#app/i18n/format";

type Row = Pick<
  ReferralCase,
  "id" | "status" | "reference" | "referredOn" | "purpose" | "question" | "returnReason" | "returnText"
>;

/** A case worker's referrals and how they stand: those that came back, which say why and what to do, or the others. */
export function OwnReferrals({ referrals, returned }: { referrals: Row[]; returned: boolean }) {
  const { t, i18n } = useTexts("referrals");
  const heading = returned ? "atersanda" : "remisser";
  return (
    <section className="pk-panel pk-stack" aria-labelledby={heading}>
      <h2 id={heading}>{t(returned ? "own.returned" : "own.title")}</h2>
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
