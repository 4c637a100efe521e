import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { alertList } from "#app/components/followups/alert-rows";
import { commentList } from "#app/components/profiles/comment-rows";
import { NextStepList } from "#app/components/profiles/next-step-list";
import { taskList } from "#app/components/profiles/task-rows";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { TodoSection } from "#app/components/proposals/todo-section";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { inOrder } from "#app/domain/profiles/next-step";
import { page, unwrap } from "#app/http/handler.server";
import { formatLongDay } from "#app/i18n/format";
import { listAttendanceTodo } from "#app/services/followups/alerts.server";
import { countWaiting } from "#app/services/matching/read-proposals.server";
import { listFollowed } from "#app/services/profiles/list-followed.server";
import { listOwnTasks } from "#app/services/profiles/list-own-tasks.server";
import { listUnreadComments } from "#app/services/profiles/unread-comments.server";

export const loader = page(["coach"], async ({ actor }) => ({
  waiting: await countWaiting(actor),
  ...unwrap(await listOwnTasks(actor)),
  ...unwrap(await listAttendanceTodo(actor)),
  ...unwrap(await listUnreadComments(actor)),
  ...unwrap(await listFollowed(actor)),
}));

/** The page's title, read by root. */
export const handle = { title: "start:coach.title" };

/** How many of the others' participants are shown; the list of participants has them all. */
const othersShown = 8;

/** The coach's start: the own tasks, what one's participants have said, who has nothing ahead, what is next for each, and the proposals under way. */
export default function CoachHome() {
  const { waiting, day, rows, total, tasks, comments, attendance } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["start", "proposals", "todo", "kartlaggning", "attendance"]);
  const parts = inOrder(rows);
  const idle = parts.mine.filter(({ next }) => next === null).length;
  const names = (["mine", "without", "others"] as const).filter((name) => parts[name].length > 0);
  const lists = [
    ...taskList(tasks, { role: "coach", today: day, language: i18n.language, t }),
    ...alertList(attendance, t, i18n.language),
    ...commentList(comments, day, t),
  ];
  const on = formatLongDay(i18n.language, day);
  return (
    <>
      <PageTitle
        title={t("coach.title")}
        lead={idle > 0 ? t("coach.lead", { day: on, count: idle }) : t("coach.leadAll", { day: on })}
      />
      {rows.length === 0 ? (
        <Note tone="calm">
          <p>{t("coach.none")}</p>
        </Note>
      ) : null}
      <nav aria-label={t("coach.jump")}>
        <ul className="pk-tiles">
          {lists.map(({ name, total }) => (
            <li key={name}>
              <a href={`#${name}`}>
                <b className="pk-num">{total}</b>
                {t(`todo:tile.${name}`)}
              </a>
            </li>
          ))}
          {names.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>
                <b className="pk-num">{parts[name].length}</b>
                {t(`coach.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="pk-two pk-two--right">
        <div>
          {lists.map(({ name, total, rows, all }, place) => (
            <TodoSection key={name} name={name} total={total} rows={rows} all={all} first={place === 0} />
          ))}
          {names.map((name) => (
            <NextStepList
              key={name}
              id={name}
              title={t(`coach.${name}`)}
              text={t(`coach.${name}Text`)}
              rows={name === "mine" ? parts[name] : parts[name].slice(0, othersShown)}
              total={parts[name].length}
            />
          ))}
          {total > rows.length ? <p>{t("coach.more", { shown: rows.length, total })}</p> : null}
        </div>
        <aside className="pk-stack" aria-labelledby="pa-vag">
          <section className="pk-panel pk-stack">
            <h2 id="pa-vag" className="pk-h3">
              {t("coach.under")}
            </h2>
            <ul className="pk-count-list">
              {waiting.map(({ party, count }) => (
                <li key={party}>
                  <Link to={`/forslag${count > 0 ? `#${party}` : ""}`}>
                    {t(`proposals:list.waitingFor.${party === "coordinator" ? "us" : party}`)}
                  </Link>
                  <b className="pk-num">{count}</b>
                </li>
              ))}
            </ul>
            <LinkButton to="/forslag">{t("coach.allProposals")}</LinkButton>
          </section>
          <LinkButton to="/deltagare">{t("coach.all")}</LinkButton>
          <LinkButton to="/uppgifter">{t("todo:tasks.all")}</LinkButton>
          <HiddenRows count={tasks.hidden + comments.hidden} />
        </aside>
      </div>
    </>
  );
}
