import { Form, Link, useLoaderData } from "@remix-run/react";
import { FollowupList } from "#app/components/followups/followup-list";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import {
  followupSearchAddress,
  listTimes,
  parseFollowupSearch,
  timeWord,
} from "#app/domain/followups/list-search";
import { page, unwrap } from "#app/http/handler.server";
import { listFollowupsOf } from "#app/services/followups/list-followups.server";

/** `nar`, `vems`, `kommun` and `sida`: domain/followups/list-search. */
export const loader = page(["coordinator", "coach"], async ({ actor, url }) => {
  const search = parseFollowupSearch(url.searchParams);
  return { ...unwrap(await listFollowupsOf(actor, search)), search };
});

/** The page's title, read by root. */
export const handle = { title: "followups:list.title" };

/** Everything that is planned and not done: what is late first. Codes, never names. */
export default function Followups() {
  const read = useLoaderData<typeof loader>();
  const { search, rows, counts, whose, own, today, weekEnds } = read;
  const { t } = useTexts("followups");
  const count = { late: counts.late, today: counts.now, week: counts.week, open: 0, later: 0 };
  const addressOf = (change: Partial<typeof search>) => {
    const address = followupSearchAddress({ ...search, ...change });
    return address ? `/uppfoljningar?${address}` : "/uppfoljningar";
  };
  const here = addressOf({});
  return (
    <div className="pk-stack">
      <PageTitle title={t("list.title")} lead={t("list.lead")}>
        <LinkButton to="/uppfoljningar/overlamna">{t("list.handOver")}</LinkButton>
      </PageTitle>
      <nav className="pk-row" aria-label={t("list.times")}>
        {listTimes.map((time) => (
          <Link
            key={time}
            className="pk-tap"
            to={addressOf({ time })}
            aria-current={search.time === time ? "page" : undefined}
          >
            {search.time === time ? (
              <b>{t(`list.time.${time}`, { count: count[time] })}</b>
            ) : (
              t(`list.time.${time}`, { count: count[time] })
            )}
          </Link>
        ))}
      </nav>
      <Form method="get" className="pk-panel pk-search" role="search" key={here}>
        {search.time === "open" ? null : <input type="hidden" name="nar" value={timeWord(search.time)} />}
        <div className="ds-field">
          <label className="ds-label" htmlFor="vems">
            {t("list.whose")}
          </label>
          <select className="ds-input" id="vems" name="vems" defaultValue={whose === own ? "mina" : whose}>
            <option value="alla">{t("list.everybody")}</option>
            <option value="mina">{t("list.mine")}</option>
            {read.staff
              .filter(({ userId }) => userId !== own)
              .map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
          </select>
        </div>
        <div className="ds-field">
          <label className="ds-label" htmlFor="kommun">
            {t("list.municipality")}
          </label>
          <select className="ds-input" id="kommun" name="kommun" defaultValue={search.municipality ?? ""}>
            <option value="">{t("list.allMunicipalities")}</option>
            {read.municipalities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("list.show")}
        </button>
      </Form>
      {rows.length === 0 ? (
        <section className="pk-panel pk-stack">
          <p>{t("list.none")}</p>
          <p className="pk-soft">{t("list.noneText")}</p>
        </section>
      ) : (
        <FollowupList rows={rows} today={today} weekEnds={weekEnds} withCoach={whose !== own} />
      )}
      <Pager
        page={read.page}
        pages={read.pages}
        hrefOf={(number) => `${here}${here.includes("?") ? "&" : "?"}sida=${number}`}
      />
      {read.hidden > 0 ? <p className="pk-soft">{t("list.hidden", { count: read.hidden })}</p> : null}
    </div>
  );
}
