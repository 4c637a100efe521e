import { Form, Link, useLoaderData } from "@remix-run/react";
import { CodeField } from "#app/components/profiles/code-field";
import { ParticipantRow } from "#app/components/profiles/participant-row";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import { searchableStatuses } from "#app/domain/profiles/participant";
import { parseParticipantSearch } from "#app/domain/profiles/participant-search";
import { page, unwrap } from "#app/http/handler.server";
import { listParticipants } from "#app/services/profiles/list-participants.server";

export const loader = page(["coordinator", "coach"], async ({ actor, url }) => {
  const search = parseParticipantSearch(url.searchParams);
  const list = unwrap(await listParticipants(actor, search));
  return { ...list, search, mayCreate: actor.role === "coordinator" };
});

/** The page's title, read by root. */
export const handle = { title: "profiles:list.title" };

export default function Participants() {
  const {
    rows,
    total,
    page: current,
    pages,
    hidden,
    municipalities,
    search,
    mayCreate,
  } = useLoaderData<typeof loader>();
  const { t } = useTexts("profiles");
  const isNarrowed = search.reference !== null || search.municipality !== null || search.status !== null;
  return (
    <div className="pk-stack">
      <div className="pk-title">
        <div>
          <h1>{t("list.title")}</h1>
          <p className="pk-lead">{t("list.lead")}</p>
        </div>
        {mayCreate ? (
          <div className="pk-row">
            <Link className="ds-button" data-variant="secondary" to="/samordnare/importera">
              {t("list.import")}
            </Link>
            <Link className="ds-button" to="/deltagare/ny">
              {t("list.new")}
            </Link>
          </div>
        ) : null}
      </div>
      <section className="pk-panel pk-stack" aria-labelledby="sok">
        <h2 id="sok">{t("list.searchHeading")}</h2>
        <Form method="get" className="pk-search">
          <CodeField id="sok-kod" label={t("list.search")} code={search.reference} />
          <div className="ds-field">
            <label className="ds-label" htmlFor="sok-kommun">
              {t("list.municipality")}
            </label>
            <select
              className="ds-input"
              id="sok-kommun"
              name="kommun"
              defaultValue={search.municipality ?? ""}
            >
              <option value="">{t("list.all")}</option>
              {municipalities.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="ds-field">
            <label className="ds-label" htmlFor="sok-status">
              {t("list.status")}
            </label>
            <select className="ds-input" id="sok-status" name="status" defaultValue={search.status ?? ""}>
              <option value="">{t("list.all")}</option>
              {searchableStatuses.map((status) => (
                <option key={status} value={status}>
                  {t(`status.${status}`)}
                </option>
              ))}
            </select>
          </div>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("list.show")}
          </button>
        </Form>
        {isNarrowed ? (
          <p>
            <Link to="/deltagare">{t("list.clear")}</Link>
          </p>
        ) : null}
        {hidden > 0 ? <p className="pk-soft">{t("list.hidden", { count: hidden })}</p> : null}
      </section>
      {rows.length > 0 ? (
        <section className="pk-panel pk-sec" aria-labelledby="antal">
          <header className="pk-sec__head">
            <h2 id="antal">{t("list.count", { count: total })}</h2>
          </header>
          <ul className="pk-people">
            {rows.map((row) => (
              <ParticipantRow key={row.reference} participant={row} />
            ))}
          </ul>
        </section>
      ) : (
        <Nobody isNarrowed={isNarrowed} mayCreate={mayCreate} />
      )}
      <Pager page={current} pages={pages} hrefOf={(page) => pageAddress(search, page)} />
    </div>
  );
}

function Nobody({ isNarrowed, mayCreate }: { isNarrowed: boolean; mayCreate: boolean }) {
  const { t } = useTexts("profiles");
  if (isNarrowed) {
    return (
      <section className="pk-panel">
        <h2>{t("list.nobodyTitle")}</h2>
        <p>{t("list.nobodyText")}</p>
      </section>
    );
  }
  return (
    <section className="pk-panel pk-stack">
      <h2>{t("list.emptyTitle")}</h2>
      <p>{t(mayCreate ? "list.emptyText" : "list.emptyCoach")}</p>
      {mayCreate ? (
        <p>
          <Link to="/samordnare/importera">{t("list.import")}</Link>
        </p>
      ) : null}
    </section>
  );
}

type Search = { reference: string | null; municipality: string | null; status: string | null };

function pageAddress(search: Search, page: number): string {
  const query = new URLSearchParams();
  if (search.reference) query.set("sok", search.reference);
  if (search.municipality) query.set("kommun", search.municipality);
  if (search.status) query.set("status", search.status);
  query.set("sida", String(page));
  return `/deltagare?${query}`;
}
