import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { RegisterRow } from "#app/components/placements/register-row";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import { freshnessOf } from "#app/domain/placements/freshness";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { parseRegisterQuery } from "#app/domain/placements/register-query";
import { pageQuery } from "#app/domain/placements/search-choices";
import { canConfirm, nextStatuses } from "#app/domain/placements/transitions";
import { placementStatuses } from "#app/domain/placements/vocabulary";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { changeStatus, confirmPlacement } from "#app/services/placements/change-status.server";
import { listRegister } from "#app/services/placements/list-register.server";

export const loader = page(["coordinator"], async ({ actor, url }) => {
  const query = parseRegisterQuery(url.searchParams);
  const { rows, ...list } = unwrap(await listRegister(actor, query));
  const day = today();
  const shown = rows.map((row) => ({
    ...row,
    freshness: freshnessOf(row.lastConfirmedOn, day),
    next: row.status === "in_review" ? [] : nextStatuses(row.status, "coordinator"),
    canConfirm: canConfirm(row.status),
  }));
  return { ...list, rows: shown, query };
});

export const action = submit(["coordinator"], async ({ actor, form, url }) => {
  const id = readPlacementId(String(form.get("plats")));
  const to = placementStatuses.find((status) => status === form.get("status"));
  if (id === null) throw notFound();
  const changed = await (to ? changeStatus(actor, id, to) : confirmPlacement(actor, id));
  if (changed.ok) return redirectWith(`/samordnare/platser${url.search}`, to ? "saved" : "confirmed");
  if (changed.code === "not_found") return unwrap(changed);
  return data({ refused: changed.code, id }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "placements:register.title" };

export default function Register() {
  const { rows, total, page: current, pages, query } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("placements");
  const search = new URLSearchParams(useLocation().search);
  const isNarrowed = query.text !== "" || query.status !== null;
  return (
    <>
      <PageTitle title={t("register.title")} lead={t("register.lead")}>
        <div className="pk-row">
          <Link className="ds-button" data-variant="secondary" to="/samordnare/importera">
            {t("register.import")}
          </Link>
          <Link className="ds-button" to="/samordnare/platser/ny">
            {t("register.new")}
          </Link>
        </div>
      </PageTitle>
      {answer && "refused" in answer ? (
        <Note tone="warn" role="alert">
          <p>{t(`refused.${answer.refused}`)}</p>
        </Note>
      ) : null}
      <Form method="get" className="pk-panel pk-search">
        <div className="ds-field">
          <label className="ds-label" htmlFor="sok">
            {t("register.search")}
          </label>
          <input className="ds-input" id="sok" name="sok" maxLength={80} defaultValue={query.text} />
        </div>
        <div className="ds-field">
          <label className="ds-label" htmlFor="status">
            {t("register.status")}
          </label>
          <select className="ds-input" id="status" name="status" defaultValue={query.status ?? ""}>
            <option value="">{t("register.all")}</option>
            {placementStatuses.map((status) => (
              <option key={status} value={status}>
                {t(`vocabulary:placementStatus.${status}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("register.show")}
        </button>
      </Form>
      {rows.length > 0 ? (
        <section className="pk-panel pk-sec" aria-labelledby="antal">
          <header className="pk-sec__head">
            <h2 id="antal">{t("register.count", { count: total })}</h2>
          </header>
          {rows.map((row) => (
            <RegisterRow key={row.id} row={row} />
          ))}
        </section>
      ) : (
        <section className="pk-panel pk-stack">
          <h2>{t(isNarrowed ? "register.nothingTitle" : "register.emptyTitle")}</h2>
          <p>{t(isNarrowed ? "register.nothingText" : "register.emptyText")}</p>
          <p>
            {isNarrowed ? (
              <Link to="/samordnare/platser">{t("register.all")}</Link>
            ) : (
              <Link to="/samordnare/importera">{t("register.import")}</Link>
            )}
          </p>
        </section>
      )}
      <Pager
        page={current}
        pages={pages}
        hrefOf={(number) => `/samordnare/platser?${pageQuery(search, number)}`}
      />
    </>
  );
}
