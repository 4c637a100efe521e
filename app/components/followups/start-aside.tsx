import { Link } from "@remix-run/react";
import { SnoozedLink } from "#app/components/followups/snoozed-link";
import { ComingVisits } from "#app/components/proposals/coming-visits";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { StartAside as Aside, NewsItem, TodayItem } from "#app/domain/followups/start-aside";
import type { Todo } from "#app/domain/matching/todo";
import { formatClock } from "#app/i18n/format";

/**
 * Beside the exceptions: today, how much goes as planned, what is new, and how much no list shows. `hiddenRows`: tasks and
 * comments about protected identities. `snoozed`: how many have been put off.
 */
export function StartAside(props: { aside: Aside; todo: Todo; hiddenRows: number; snoozed: number }) {
  const { t } = useTexts("exceptions");
  const { aside, todo, hiddenRows, snoozed } = props;
  const onTheirWay = todo.proposals.on_its_way.total + todo.proposals.visit_ahead.total;
  return (
    <aside className="pk-stack" aria-label={t("today.title")}>
      <section className="pk-panel" aria-labelledby="i-dag">
        <h2 id="i-dag" className="pk-h3">
          {t("today.title")}
        </h2>
        <Today items={aside.today} />
      </section>
      <ComingVisits todo={todo} />
      {aside.underWay + onTheirWay + aside.confirmed > 0 ? (
        <Note tone="ok">
          <p>
            <strong>{t("todo:planned.title")}</strong>
          </p>
          <p>
            {t("planned.text", {
              agreements: t("planned.agreements", { count: aside.underWay }),
              proposals: t("todo:planned.proposals", { count: onTheirWay }),
              placements: t("todo:planned.placements", { count: aside.confirmed }),
            })}
          </p>
        </Note>
      ) : null}
      {aside.news.length > 0 ? (
        <section className="pk-panel" aria-labelledby="nytt">
          <h2 id="nytt" className="pk-h3">
            {t("news.title")}
          </h2>
          <ul className="pk-news">
            {aside.news.map((item) => (
              <li key={`${item.what}-${item.id}`}>
                <Link to={addressOf(item)}>
                  {t(`news.${item.what}`, { who: item.who, count: item.count })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {todo.hidden > 0 ? (
        <Note>
          <p>
            <strong>{t("todo:hidden.title", { count: todo.hidden })}</strong>
          </p>
          <p>{t("todo:hidden.text")}</p>
        </Note>
      ) : null}
      <SnoozedLink count={snoozed} />
      <LinkButton to="/uppgifter">{t("todo:tasks.all")}</LinkButton>
      <HiddenRows count={hiddenRows} />
    </aside>
  );
}

function Today({ items }: { items: readonly TodayItem[] }) {
  const { t } = useTexts("exceptions");
  if (items.length === 0) return <p className="pk-soft">{t("today.none")}</p>;
  return (
    <ul className="pk-agenda">
      {items.map((item) => (
        <li key={item.id}>
          <time dateTime={item.at ?? undefined}>{item.at ? formatClock(item.at) : null}</time>
          <p>
            {item.what === "visit" ? (
              <Link to={`/forslag/${item.id}`}>{t("today.visit", { reference: item.reference })}</Link>
            ) : item.what === "followup" ? (
              <Link to={`/uppfoljningar/${item.id}/logga`}>
                {t(`today.followup.${item.form}`, { reference: item.reference })}
              </Link>
            ) : (
              <Link to={`/arendemoten/${item.id}`}>{t("today.meeting")}</Link>
            )}
            <br />
            <span className="pk-soft">{item.where}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function addressOf({ what, id }: NewsItem): string {
  if (what === "referral" || what === "ownReferral") return `/remisser/${id}`;
  return what === "confirmed" ? `/samordnare/arbetsgivare/${id}` : `/forslag/${id}`;
}
