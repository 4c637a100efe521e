import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import type { OfferStatus } from "#app/domain/placements/offer-status";

/** How an offer stands when its writer can only wait, or has the answer. */
export function OfferState(props: {
  status: OfferStatus;
  placementId: number | null;
  isClaim: boolean;
  /** The municipality, when no coordinator works there. */
  unserved: string | null;
}) {
  const { t } = useTexts("offer");
  const { status, placementId, isClaim, unserved } = props;
  const key = status === "approved" || status === "refused" ? status : "in_review";
  const lead =
    key === "in_review" && unserved !== null
      ? t("state.in_review.nobody", { municipality: unserved })
      : t(`state.${key}.text`);
  return (
    <>
      <PageTitle title={t(`state.${key}.title`)} lead={lead} />
      <section className="pk-panel pk-stack">
        <p>{t(isClaim ? "state.claim" : "state.signIn")}</p>
        <p className="pk-row">
          {key === "approved" && placementId !== null ? (
            <LinkButton to={`/platser/${placementId}`} primary>
              {t("state.see")}
            </LinkButton>
          ) : null}
          {isClaim ? null : <LinkButton to="/logga-in">{t("state.signInAction")}</LinkButton>}
          <LinkButton to="/erbjud-plats">{t("state.another")}</LinkButton>
        </p>
      </section>
    </>
  );
}
