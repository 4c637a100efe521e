import { data, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import { daysBetween } from "#app/domain/organisations/day";
import { referralCode } from "#app/domain/profiles/referral";
import { page, unwrap } from "#app/http/handler.server";
import { dayOf, today } from "#app/platform/clock.server";
import {
  findReferralByCode,
  listReferrals,
  type ReferralFilter,
} from "#app/services/profiles/read-referral.server";

const filters = ["waiting", "accepted", "ended"] as const;

export const loader = page(["coordinator"], async ({ actor, url }) => {
  const code = url.searchParams.get("kod") ?? "";
  if (code.trim()) {
    const found = await findReferralByCode(actor, code);
    if (found.ok) throw redirect(`/remisser/${found.id}`);
  }
  const asked = url.searchParams.get("visa") as ReferralFilter | null;
  const filter = asked && filters.includes(asked) ? asked : "waiting";
  const number = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get("sida")) || 1)), 10_000);
  const list = unwrap(await listReferrals(actor, filter, number));
  const day = today();
  const rows = list.rows.map((row) => ({
    ...row,
    waited: daysBetween(row.referredOn ?? dayOf(new Date(row.updatedAt)), day),
  }));
  return data({ ...list, rows, filter, code }, code.trim() ? 404 : 200);
});

/** The page's title, read by root. */
export const handle = { title: "referrals:list.title" };

/** The association's referrals: what waits first. */
export default function Referrals() {
  const { rows, total, page: number, pages, hidden, filter, code } = useLoaderData<typeof loader>();
  const { t } = useTexts("referrals");
  return (
    <>
      <PageTitle title={t("list.title")} lead={t("list.lead")}>
        <LinkButton to="/arendemoten">{t("list.meetings")}</LinkButton>
      </PageTitle>
      <nav aria-label={t("list.filters")} className="pk-row">
        {filters.map((one) => (
          <LinkButton
            key={one}
            to={`/remisser?visa=${one}`}
            primary={one === filter}
            aria-current={one === filter ? "page" : undefined}
          >
            {t(`list.filter.${one}`)}
          </LinkButton>
        ))}
      </nav>
      {hidden > 0 ? (
        <Note>
          <p>{t("list.hidden", { count: hidden })}</p>
        </Note>
      ) : null}
      {rows.length === 0 ? (
        <section className="pk-panel">
          <p>{t("list.none")}</p>
        </section>
      ) : (
        <section className="pk-panel pk-sec" aria-labelledby="antal">
          <header className="pk-sec__head">
            <h2 id="antal">{t("list.count", { count: total })}</h2>
          </header>
          <ul>
            {rows.map((row) => (
              <li className="pk-todo" key={row.id}>
                <p className="pk-todo__who">
                  <Link to={`/remisser/${row.id}`} id={`r-${row.id}`}>
                    {row.reference ?? referralCode(row.id)}
                  </Link>
                  <br />
                  {row.agency
                    ? t("list.fromAgency", { agency: row.agency })
                    : t(row.sentByRole === "participant" ? "list.fromParticipant" : "list.noted")}
                </p>
                <p className="pk-todo__why">
                  <ReferralState status={row.status} /> <strong>{row.purpose}</strong>
                  <br />
                  {filter === "waiting"
                    ? t(`list.waited.${dayKey(row.waited)}`, { count: row.waited })
                    : null}
                </p>
                <Link
                  className="ds-button"
                  data-variant="secondary"
                  to={`/remisser/${row.id}`}
                  aria-describedby={`r-${row.id}`}
                >
                  {t("list.read")}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Pager page={number} pages={pages} hrefOf={(next) => `/remisser?visa=${filter}&sida=${next}`} />
      <Form method="get" className="pk-panel pk-stack">
        <div className="ds-field">
          <label className="ds-label" htmlFor="kod">
            {t("list.code")}
          </label>
          <p className="pk-soft pk-small" data-field="description" id="kod-hint">
            {t("list.codeHint")}
          </p>
          <input
            className="ds-input"
            id="kod"
            name="kod"
            defaultValue={code}
            maxLength={20}
            autoComplete="off"
            aria-describedby={code ? "kod-hint kod-fel" : "kod-hint"}
            aria-invalid={code ? true : undefined}
          />
          {code ? (
            <p className="pk-error" id="kod-fel">
              {t("list.noCode")}
            </p>
          ) : null}
        </div>
        <div className="pk-actions">
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("list.open")}
          </button>
        </div>
      </Form>
    </>
  );
}

function dayKey(days: number): "today" | "one" | "days" {
  return days <= 0 ? "today" : days === 1 ? "one" : "days";
}
