import { Link, useLoaderData } from "@remix-run/react";
import { MatchCard } from "#app/components/matching/match-card";
import { MatchMap } from "#app/components/matching/match-map";
import { NeedsPanel } from "#app/components/matching/needs-panel";
import { StartForm } from "#app/components/matching/start-form";
import { Crumbs } from "#app/components/ui/crumbs";
import { Pager } from "#app/components/ui/pager";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { matchQuery, readMatchWindow } from "#app/domain/matching/match-window";
import { page, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { findMatches } from "#app/services/matching/find-matches.server";

/** Ranked, explained matches of one participant; `?alla=1` lists what clashes, nearest first. */
export const loader = page(["coordinator", "coach"], async ({ actor, params, url }) => {
  const window = readMatchWindow(url.searchParams, today());
  const found = unwrap(await findMatches(actor, params.referens ?? "", window));
  return {
    ...found,
    all: window.all,
    startsOn: window.startsOn ?? null,
    today: today(),
    mayChange: actor.role === "coordinator",
  };
});

/** The page's title, read by root. */
export const handle = { title: "matching:page.title" };

export default function ParticipantMatches() {
  const found = useLoaderData<typeof loader>();
  const { reference, basis, matches, all, startsOn, mayChange } = found;
  const { t, i18n } = useTexts("matching");
  const at = `/deltagare/${encodeURIComponent(reference)}`;
  const query = (all: boolean, page = 1) => matchQuery({ all, page, startsOn });
  return (
    <>
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("page.participants") },
          { to: at, text: reference },
        ]}
        here={t("page.crumb")}
      />
      <div className="pk-title">
        <div>
          <h1>{t("page.title", { reference })}</h1>
          {basis ? (
            <p className="pk-row">
              <State tone={basis.consentUntil ? "ok" : "warn"}>
                {basis.consentUntil
                  ? t("page.consentUntil", { day: formatDate(i18n.language, basis.consentUntil) })
                  : t("page.noConsent")}
              </State>
              <Link to={`${at}/samtycke`}>{t("page.consentLink")}</Link>
            </p>
          ) : null}
          <p className="pk-soft">{t("page.privacy")}</p>
        </div>
      </div>
      {basis ? (
        <div className="pk-two pk-two--left">
          <aside className="pk-stack" aria-label={t("needs.label")}>
            <NeedsPanel
              reference={reference}
              profile={basis.profile}
              savedOn={basis.updatedAt}
              confirmedOn={basis.confirmedAt}
              mayChange={mayChange}
            />
            <MatchMap
              matches={matches}
              start={basis.start}
              km={basis.profile.maxKm}
              place={basis.profile.locality}
            />
          </aside>
          <section aria-labelledby="forslag">
            <ListHead all={all} count={found.count} />
            <StartForm all={all} startsOn={startsOn} today={found.today} />
            {matches.length === 0 ? <Empty all={all} /> : null}
            {matches.map((match) => (
              <MatchCard
                key={match.place.id}
                match={match}
                reference={reference}
                profile={basis.profile}
                weights={basis.weights}
                holdDays={basis.holdDays}
                open={match.rank === 1}
                mayChange={mayChange}
                startsOn={startsOn}
              />
            ))}
            <div className="pk-stack">
              <Pager
                page={found.page}
                pages={all ? null : found.pages}
                more={found.more}
                hrefOf={(to) => `${at}/matchning${query(all, to)}`}
              />
              <p className="pk-row">
                <Link className="pk-tap" to={`${at}/matchning${query(!all)}`}>
                  {t(all ? "page.hideHinders" : "page.showHinders")}
                </Link>
                <a className="pk-tap" href={`${at}/matchning.csv${query(all)}`}>
                  {t("page.csv")}
                </a>
              </p>
            </div>
          </section>
        </div>
      ) : (
        <section className="pk-panel pk-stack">
          <h2>{t("page.incompleteTitle")}</h2>
          <p>{t("page.incompleteText")}</p>
          <p>
            <Link className="ds-button" to={`${at}/arbetsprofil`}>
              {t("page.incompleteAction")}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}

function ListHead({ all, count }: { all: boolean; count: number }) {
  const { t } = useTexts("matching");
  const title = count >= 50 ? t("page.countBest", { count }) : t("page.count", { count });
  return (
    <div className="pk-panel__head">
      <h2 id="forslag">{all ? t("page.hindersTitle") : title}</h2>
      <p className="pk-soft">{t(all ? "page.hindersLead" : "page.youDecide")}</p>
    </div>
  );
}

function Empty({ all }: { all: boolean }) {
  const { t } = useTexts("matching");
  if (all) return <p>{t("page.noHinders")}</p>;
  return (
    <div className="pk-panel pk-stack">
      <h3>{t("page.emptyTitle")}</h3>
      <p>{t("page.emptyText")}</p>
    </div>
  );
}
