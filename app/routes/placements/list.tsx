import { data } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { PlacementMap } from "#app/components/geo/placement-map";
import { ActiveChoices } from "#app/components/placements/active-choices";
import { type ListedPlacement, PlacementCard } from "#app/components/placements/placement-card";
import { SearchForm, saysItself } from "#app/components/placements/search-form";
import { Icon } from "#app/components/ui/icon";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import { freshnessOf } from "#app/domain/placements/freshness";
import { parseSearch } from "#app/domain/placements/search";
import { listChoices, pageQuery, type SearchError, withValue } from "#app/domain/placements/search-choices";
import { boundsAround } from "#app/domain/placements/view-bounds";
import { page } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { toWgs84 } from "#app/platform/projection.server";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { searchPlacements } from "#app/services/placements/search-placements.server";

export const loader = page("public", async ({ actor, url }) => {
  const { search, errors } = parseSearch(url.searchParams);
  if (!search) return data({ result: null, errors, near: [] }, 400);
  const found = await searchPlacements(actor, search);
  if (!found.ok) {
    const near = found.error.code === "ort_unknown" ? await nearLocalities(search.locality ?? "") : [];
    return data({ result: null, errors: [found.error], near }, 400);
  }
  const day = today();
  const placements = found.placements.map(
    ({ point, ...placement }): ListedPlacement => ({
      ...placement,
      coordinates: toWgs84(point),
      freshness: freshnessOf(placement.lastConfirmedOn, day),
    }),
  );
  const start = found.start && { name: found.start.name, point: found.start.coordinates, km: search.km };
  const from = search.startsOn !== null && search.startsOn > day ? search.startsOn : null;
  const result = { from, total: found.total, page: found.page, pages: found.pages, placements, start };
  return data({ result, errors: [] as SearchError[], near: [] as string[] });
});

/** The page's title, read by root. */
export const handle = { title: "placements:list.title" };

export default function Placements() {
  const { result, errors, near } = useLoaderData<typeof loader>();
  const { t } = useTexts("placements");
  const query = new URLSearchParams(useLocation().search);
  const choices = listChoices(query);
  const elsewhere = errors.filter(({ field }) => !saysItself.includes(field));
  useFocusOnAnswer(query.toString(), errors[0]?.field ?? "antal");
  return (
    <>
      <PageTitle title={t("list.title")} lead={t("list.lead")} />
      <SearchForm query={query} chosen={choices.length} errors={errors} near={near} />
      <p className="ds-sr-only" role="status">
        {result ? t("list.count", { count: result.total }) : ""}
      </p>
      {result ? (
        <Results result={result} query={query} />
      ) : (
        <section className="pk-stack">
          {elsewhere.length > 0 ? (
            <Note tone="warn" role="alert">
              <p>
                <strong>{t("list.problem")}</strong>
              </p>
              {elsewhere.map(({ field, code }) => (
                <p key={field}>{t(`invalid.${code}`)}</p>
              ))}
            </Note>
          ) : null}
          <ActiveChoices choices={choices} />
        </section>
      )}
    </>
  );
}

type Result = {
  from: string | null;
  total: number;
  page: number;
  pages: number;
  placements: ListedPlacement[];
  start: { name: string | null; point: { lat: number; lon: number }; km: number | null } | null;
};

function Results({ result, query }: { result: Result; query: URLSearchParams }) {
  const { t } = useTexts("placements");
  const [selected, setSelected] = useState<number | null>(null);
  const { total, placements, start } = result;
  const filters = pageQuery(query, 1);
  return (
    <section className="pk-results" aria-labelledby="antal">
      <div className="pk-results__bar">
        <h2 id="antal" tabIndex={-1}>
          {t("list.count", { count: total })}
        </h2>
        <ActiveChoices choices={listChoices(query)} />
      </div>
      {start?.name && start.km === null && total > 0 ? (
        <p className="pk-results__order">
          {t("list.nearestFirst", { start: start.name })}{" "}
          <Link to={`/platser?${withValue(query, "km", "25")}`}>{t("list.only", { km: 25 })}</Link>
        </p>
      ) : null}
      {total === 0 ? (
        <NothingFound query={query} />
      ) : (
        <>
          <nav className="pk-switch" aria-label={t("list.showAs")}>
            <a className="pk-switch__list" href="#antal">
              <Icon name="list" />
              {t("list.showList")}
            </a>
            <a className="pk-switch__map" href="#karta">
              <Icon name="compass" />
              {t("list.showMap")}
            </a>
          </nav>
          <div className="pk-results__cols">
            <div className="pk-results__list">
              {placements.map((placement) => (
                <PlacementCard
                  key={placement.id}
                  placement={placement}
                  selected={placement.id === selected}
                  onPoint={setSelected}
                  from={result.from}
                />
              ))}
              {placements.length === 0 ? <Beyond query={query} /> : null}
              <Pager
                page={result.page}
                pages={result.pages}
                hrefOf={(number) => `/platser?${pageQuery(query, number)}`}
              />
              <Note tone="calm">
                <p>
                  <strong>{t("list.helpTitle")}</strong>
                </p>
                <p>{t("list.helpText")}</p>
                <p>
                  <Link className="pk-tap" to="/kontakt">
                    {t("list.helpAction")}
                  </Link>
                </p>
              </Note>
            </div>
            <div className="pk-results__map" id="karta">
              <PlacementMap
                key={filters}
                label={t("list.mapLabel", { count: total })}
                fetchUrl={`/api/platser.geojson${filters ? `?${filters}` : ""}`}
                bounds={boundsAround(
                  start,
                  placements.length === total || start
                    ? placements.map(({ coordinates }) => coordinates)
                    : [],
                )}
                reach={start?.km ? { point: start.point, km: start.km } : undefined}
                selectedId={selected}
                onSelect={(id) => setSelected(Number(id))}
              />
            </div>
          </div>
        </>
      )}
    </section>
  );
}

/**
 * A new answer takes the keyboard to where it begins: the number of placements, or the field to mend. The form and the
 * chips are made anew with it, and would leave the keyboard at the top of the page.
 */
function useFocusOnAnswer(query: string, id: string): void {
  const answered = useRef(query);
  useEffect(() => {
    if (answered.current === query) return;
    answered.current = query;
    document.getElementById(id)?.focus();
  }, [query, id]);
}

function NothingFound({ query }: { query: URLSearchParams }) {
  const { t } = useTexts("placements");
  return (
    <section className="pk-panel pk-stack">
      <h3>{t("list.emptyTitle")}</h3>
      <p>{t("list.emptyText")}</p>
      <p className="pk-row">
        {query.get("km") ? (
          <Link className="ds-button" to={`/platser?${withValue(query, "km", "")}`}>
            {t("list.emptyWider")}
          </Link>
        ) : null}
        <Link className="ds-button" data-variant="secondary" to="/platser">
          {t("list.emptyClear")}
        </Link>
      </p>
    </section>
  );
}

function Beyond({ query }: { query: URLSearchParams }) {
  const { t } = useTexts("placements");
  return (
    <section className="pk-panel pk-stack">
      <h3>{t("list.beyondTitle")}</h3>
      <p>
        <Link to={`/platser?${pageQuery(query, 1)}`}>{t("list.beyondFirst")}</Link>
      </p>
    </section>
  );
}
