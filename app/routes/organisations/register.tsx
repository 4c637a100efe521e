import { useLoaderData } from "@remix-run/react";
import { PlacementMap } from "#app/components/geo/placement-map";
import { EmployerRow } from "#app/components/organisations/employer-row";
import { EmployerSearch } from "#app/components/organisations/employer-search";
import { Icon } from "#app/components/ui/icon";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import {
  employerSearchAddress,
  isNarrowed,
  parseEmployerSearch,
} from "#app/domain/organisations/register-query";
import { page, unwrap } from "#app/http/handler.server";
import { listEmployers } from "#app/services/organisations/list-employers.server";

/** All employers, as a list and on a map of the same. */
export const loader = page(["coordinator"], async ({ actor, url }) => {
  const search = parseEmployerSearch(url.searchParams);
  return { ...unwrap(await listEmployers(actor, search)), search };
});

/** The page's title, read by root. */
export const handle = { title: "register:title" };

export default function EmployerRegister() {
  const found = useLoaderData<typeof loader>();
  const { search, rows, total, limit } = found;
  const { t } = useTexts("register");
  const address = employerSearchAddress(search);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="pk-row">
          <LinkButton to="/samordnare/arbetsgivare/ny" primary>
            {t("new")}
          </LinkButton>
          <LinkButton to="/samordnare/arbetsgivarringar">{t("rings")}</LinkButton>
        </div>
      </PageTitle>
      <EmployerSearch
        key={address}
        search={search}
        municipalities={found.municipalities}
        rings={found.rings}
      />
      {total === 0 ? (
        <Nothing narrowed={isNarrowed(search)} />
      ) : (
        <section className="pk-results" aria-labelledby="antal">
          <div className="pk-results__bar">
            <h2 id="antal">{t("count", { count: total })}</h2>
          </div>
          <nav className="pk-switch" aria-label={t("placements:list.showAs")}>
            <a className="pk-switch__list" href="#antal">
              <Icon name="list" />
              {t("placements:list.showList")}
            </a>
            <a className="pk-switch__map" href="#karta">
              <Icon name="compass" />
              {t("placements:list.showMap")}
            </a>
          </nav>
          <div className="pk-results__cols">
            <div className="pk-results__list">
              {rows.map((employer) => (
                <EmployerRow key={employer.id} employer={employer} limit={limit} />
              ))}
              <Pager
                page={found.page}
                pages={found.pages}
                hrefOf={(number) => `/samordnare/arbetsgivare?${address}${address ? "&" : ""}sida=${number}`}
              />
            </div>
            <div className="pk-results__map" id="karta">
              <PlacementMap
                key={address}
                label={t("mapLabel", { count: total })}
                fetchUrl={`/samordnare/arbetsgivare.geojson${address ? `?${address}` : ""}`}
                hrefOf={(id) => `/samordnare/arbetsgivare/${String(id).split("-")[0]}`}
                bounds={found.bounds ?? undefined}
                note={t("mapNote")}
              />
            </div>
          </div>
        </section>
      )}
    </>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = useTexts("register");
  return (
    <section className="pk-panel pk-stack">
      <h2>{t(narrowed ? "nothingTitle" : "emptyTitle")}</h2>
      <p>{t(narrowed ? "nothingText" : "emptyText")}</p>
      {narrowed ? (
        <p>
          <LinkButton to="/samordnare/arbetsgivare">{t("search.clear")}</LinkButton>
        </p>
      ) : (
        <p>
          <LinkButton to="/samordnare/importera">{t("import")}</LinkButton>
        </p>
      )}
    </section>
  );
}
