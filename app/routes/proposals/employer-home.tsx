import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OwnPlacements } from "#app/components/placements/own-placements";
import { EmployerProposals } from "#app/components/proposals/employer-proposals";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { listForEmployer } from "#app/services/matching/list-for-employer.server";
import { confirmOwnPlacement } from "#app/services/placements/confirm-own-placement.server";
import { listOwnPlacements } from "#app/services/placements/list-own-placements.server";

export const loader = page(["employer"], async ({ actor }) => ({
  proposals: await listForEmployer(actor),
  placements: await listOwnPlacements(actor),
}));

/** `intent=confirm` with `placementId`: the placement is still right. */
export const action = submit(["employer"], async ({ actor, form }) => {
  const id = String(form.get("placementId") ?? "");
  if (form.get("intent") !== "confirm" || !/^[1-9]\d{0,8}$/.test(id)) throw notFound();
  unwrap(await confirmOwnPlacement(actor, Number(id)));
  return redirectWith("/arbetsgivare", "confirmed");
});

/** The page's title, read by root. */
export const handle = { title: "employer:title" };

export default function EmployerHome() {
  const { proposals, placements } = useLoaderData<typeof loader>();
  const { t } = useTranslation("employer");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")}>
        {placements.rows.length === 0 ? (
          <LinkButton to="/for-arbetsgivare">{t("howToOffer")}</LinkButton>
        ) : null}
      </PageTitle>
      <EmployerProposals proposals={proposals} />
      <OwnPlacements rows={placements.rows} total={placements.total} />
    </>
  );
}
