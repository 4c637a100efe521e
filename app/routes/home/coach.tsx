import { data, type HeadersFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DayMap } from "#app/components/followups/day-map";
import { DaySection, NewSection } from "#app/components/followups/day-sections";
import { exceptionLists } from "#app/components/followups/exception-lists";
import { KeptQueue } from "#app/components/followups/kept-queue";
import { SnoozedLink } from "#app/components/followups/snoozed-link";
import { assignmentList, ownStepList } from "#app/components/followups/waiting-lists";
import { commentList } from "#app/components/profiles/comment-rows";
import { OwnParticipants } from "#app/components/profiles/next-step-list";
import { taskList } from "#app/components/profiles/task-rows";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { TodoFolds } from "#app/components/proposals/todo-folds";
import { TodoSection } from "#app/components/proposals/todo-section";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { inOrder } from "#app/domain/profiles/next-step";
import { page, unwrap } from "#app/http/handler.server";
import { keptBy } from "#app/http/log-actions.server";
import { formatLongDay } from "#app/i18n/format";
import { readCoachDay } from "#app/services/followups/coach-day.server";
import { listExceptions } from "#app/services/followups/list-exceptions.server";
import { listWaiting } from "#app/services/followups/list-waiting.server";
import { countWaiting } from "#app/services/matching/read-proposals.server";
import { listFollowed } from "#app/services/profiles/list-followed.server";
import { listOwnTasks } from "#app/services/profiles/list-own-tasks.server";
import { listUnreadComments } from "#app/services/profiles/unread-comments.server";

export const loader = page(["coach"], async ({ actor }) =>
  data(
    {
      userId: actor.userId ?? "",
      waiting: await countWaiting(actor),
      ...unwrap(await readCoachDay(actor)),
      ...unwrap(await listExceptions(actor)),
      ...unwrap(await listWaiting(actor)),
      ...unwrap(await listOwnTasks(actor)),
      ...unwrap(await listUnreadComments(actor)),
      ...unwrap(await listFollowed(actor, { whose: "mine", reference: null })),
    },
    { headers: keptBy(actor) },
  ),
);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The page's title, read by root. */
export const handle = { title: "start:coach.title" };

/** How many of one's own participants the day shows; `/coach/deltagare` has them all. */
const ownShown = 6;

/**
 * The coach's day: what waits in the phone, the contacts and the way between them, what is urgent; then, folded, what else
 * waits, one's own participants a line each, and the proposals under way.
 */
export default function CoachHome() {
  const { waiting, day, rows, tasks, comments, exceptions, coachDay, userId, waitingFor } =
    useLoaderData<typeof loader>();
  const { t, i18n } = useTexts(["start", "proposals", "todo", "kartlaggning", "attendance"]);
  const { mine } = inOrder(rows);
  const idle = mine.filter(({ next }) => next === null).length;
  const lists = [
    ...ownStepList(waitingFor.ownSteps, t, i18n.language),
    ...assignmentList(waitingFor.assignments, t, i18n.language),
    // The own late ones stand first on the page; others' are in the list of all follow-ups.
    ...exceptionLists(exceptions, { role: "coach", userId, today: day, language: i18n.language, t }).filter(
      (one) => one.name !== "late",
    ),
    ...taskList(tasks, { role: "coach", today: day, language: i18n.language, t }),
    ...commentList(comments, day, t),
  ];
  const urgent = lists.filter((one) => one.urgent);
  const on = formatLongDay(i18n.language, day);
  return (
    <>
      <PageTitle
        title={t("coach.title")}
        lead={
          idle > 0
            ? t("coach.lead", { day: on, count: idle })
            : mine.length > 0
              ? t("coach.leadAll", { day: on })
              : t("coach.leadNone", { day: on })
        }
      />
      <KeptQueue userId={userId} pages={pagesToKeep(coachDay)} />
      <div className="pk-two pk-two--right">
        <div>
          <DaySection name="late" rows={coachDay.late} today={day} primary />
          <DaySection name="today" rows={coachDay.now} today={day} primary={coachDay.late.length === 0} />
          <DayMap way={coachDay.way} />
          <DaySection name="week" rows={coachDay.week} today={day} primary={false} />
          <NewSection rows={coachDay.fresh} />
          {urgent.map((list, place) => (
            <TodoSection
              key={list.name}
              {...list}
              first={place === 0 && coachDay.late.length + coachDay.now.length === 0}
            />
          ))}
          <TodoFolds
            id="annat"
            title={t("coach.rest")}
            text={t("coach.restText")}
            lists={lists.filter((one) => !one.urgent)}
          />
          <OwnParticipants rows={mine} shown={ownShown} />
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
          <LinkButton to="/uppfoljningar">{t("visit:day.all")}</LinkButton>
          <SnoozedLink count={exceptions.snoozed} />
          <LinkButton to="/uppgifter">{t("todo:tasks.all")}</LinkButton>
          <HiddenRows count={tasks.hidden + comments.hidden + coachDay.hidden} />
        </aside>
      </div>
    </>
  );
}

/** The logs of what is due, as a phone keeps them for a day without a network. */
function pagesToKeep(of: { late: readonly { id: string }[]; now: readonly { id: string }[] }): string[] {
  return [...of.now, ...of.late].slice(0, pagesKept).map(({ id }) => `/uppfoljningar/${id}/logga`);
}
const pagesKept = 12;
