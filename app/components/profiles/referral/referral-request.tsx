import { FactList } from "#app/components/ui/fact-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { ReferralCase } from "#app/domain/profiles/referral";

type Words = Pick<
  ReferralCase,
  "purpose" | "question" | "tried" | "wishes" | "otherAgencies" | "agenciesAgreed"
>;

/** What is asked for: purpose, question, what has been tried, wishes, who else takes part. */
export function ReferralRequest({ referral }: { referral: Words }) {
  const { t } = useTexts("referrals");
  const agencies = referral.otherAgencies.map(({ name }) => name).join(", ");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="fragan">
      <h2 id="fragan">{t("show.request")}</h2>
      <FactList
        facts={[
          [t("show.purpose"), referral.purpose],
          [t("show.question"), referral.question],
          [t("show.tried"), referral.tried],
          [t("show.wishes"), referral.wishes],
          [
            t("show.agencies"),
            agencies ? `${agencies}. ${referral.agenciesAgreed ? t("show.agenciesAgreed") : ""}` : null,
          ],
        ]}
      />
    </section>
  );
}
