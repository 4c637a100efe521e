import { Link, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { listOwnWorkplaces } from "#app/services/organisations/own-workplaces.server";

export const loader = page(["employer"], async ({ actor }) => {
  const { rows, mayAdd } = unwrap(await listOwnWorkplaces(actor));
  return { rows: rows.map(({ point: _, ...row }) => row), mayAdd };
});

/** The page's title, read by root. */
export const handle = { title: "portal:workplaces.title" };

/** Where the employer is: each workplace with its address and how many placements it has. */
export default function OwnWorkplaces() {
  const { rows, mayAdd } = useLoaderData<typeof loader>();
  const { t } = useTexts("portal");
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("crumb") }]} here={t("workplaces.title")} />
      <PageTitle title={t("workplaces.title")} lead={t("workplaces.lead")}>
        {mayAdd ? (
          <LinkButton to="/arbetsgivare/arbetsstallen/ny" primary>
            {t("workplaces.add")}
          </LinkButton>
        ) : null}
      </PageTitle>
      {rows.length === 0 ? <p className="pk-panel">{t("workplaces.none")}</p> : null}
      <ul className="pk-plainlist pk-stack pk-own__list">
        {rows.map(({ id, name, address, locality, placements, mayChange }) => (
          <li key={id} className="pk-panel pk-row pk-own__line">
            <div>
              <h2 className="pk-h3">{name}</h2>
              <p>{`${address}, ${locality}`}</p>
              <p className="pk-soft">{t("workplaces.placements", { count: placements })}</p>
            </div>
            {mayChange ? (
              <Link className="ds-button" data-variant="secondary" to={`/arbetsgivare/arbetsstallen/${id}`}>
                {t("change")}
                <span className="ds-sr-only">: {name}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
