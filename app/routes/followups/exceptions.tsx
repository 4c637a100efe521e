import { useLoaderData } from "@remix-run/react";
import { exceptionLists } from "#app/components/followups/exception-lists";
import { MunicipalityChoice } from "#app/components/followups/municipality-choice";
import { StartAside } from "#app/components/followups/start-aside";
import { assignmentList, ownStepList } from "#app/components/followups/waiting-lists";
import { contactTodoLists } from "#app/components/organisations/contact-todo-lists";
import { commentList } from "#app/components/profiles/comment-rows";
import { caseTodoLists } from "#app/components/profiles/referral/case-todo-rows";
import { taskList } from "#app/components/profiles/task-rows";
import { TodoFolds, totalOf } from "#app/components/proposals/todo-folds";
import { type TodoList, todoLists } from "#app/components/proposals/todo-rows";
import { TodoSection } from "#app/components/proposals/todo-section";
import { UrgentIcon } from "#app/components/proposals/urgent-icon";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatLongDay } from "#app/i18n/format";
import { listWaiting } from "#app/services/followups/list-waiting.server";
import { remindCoach } from "#app/services/followups/remind-coach.server";
import { readStartPage } from "#app/services/followups/start-page.server";

/** `kommun`: the code of a municipality; only what is there. */
export const loader = page(["coordinator"], async ({ actor, url }) => {
  const municipality = url.searchParams.get("kommun") || null;
  return {
    ...unwrap(await readStartPage(actor, { municipality })).page,
    ...unwrap(await listWaiting(actor)),
    municipality,
    userId: actor.userId,
  };
});

/** `gor=paminn`: reminds whoever follows up (`uppfoljning`) of one that is late. */
export const action = submit(["coordinator"], async ({ actor, form }) => {
  if (form.get("gor") !== "paminn") throw notFound();
  unwrap(await remindCoach(actor, String(form.get("uppfoljning") ?? "")));
  return redirectWith("/samordnare", "coach_reminded");
});

/** The page's title, read by root. */
export const handle = { title: "shell:nav.todo" };

/** The coordinator's start: what asks for somebody, the most pressing first, and beside it how the rest goes. */
export default function Exceptions() {
  const start = useLoaderData<typeof loader>();
  const { exceptions, municipality, today, todo, comments, tasks } = start;
  const { t, i18n } = useTexts("todo");
  const asking = exceptionLists(exceptions, {
    role: "coordinator",
    userId: start.userId,
    today,
    language: i18n.language,
    t,
  });
  const proposed = todoLists(todo, t, i18n.language);
  // What has no place is left out when only one municipality is asked for.
  const first: TodoList[] = municipality
    ? asking
    : [
        ...ownStepList(start.waitingFor.ownSteps, t, i18n.language),
        ...proposed.filter(({ name }) => name === "new_match"),
        ...asking,
        ...assignmentList(start.waitingFor.assignments, t, i18n.language),
      ];
  const rest: TodoList[] = municipality
    ? []
    : [
        ...taskList(tasks, { role: "coordinator", today, language: i18n.language, t }),
        ...commentList(comments, today, t),
        ...contactTodoLists(start.contacts, t),
        ...caseTodoLists(start.cases, today, t),
        ...proposed.filter(({ name }) => name !== "new_match"),
      ];
  const count = totalOf(first);
  const urgent = totalOf(first.filter((list) => list.urgent));
  const day = t("day", { day: formatLongDay(i18n.language, today) });
  const there = exceptions.municipalities.find(({ code }) => code === municipality);
  return (
    <>
      <PageTitle
        title={count > 0 ? t("title", { count }) : t(rest.length > 0 ? "calm" : "nothing")}
        lead={[
          day,
          urgent > 0 ? t("urgent", { count: urgent }) : "",
          rest.length > 0 ? t("rest.lead", { count: totalOf(rest) }) : "",
        ]
          .filter(Boolean)
          .join(" ")}
      />
      <MunicipalityChoice municipalities={exceptions.municipalities} chosen={municipality} />
      {first.length > 0 ? <Tiles lists={first} /> : null}
      <div className="pk-two pk-two--right">
        <div>
          {municipality ? (
            <Note>
              <p>{t("exceptions:municipality.only", { name: there?.name ?? municipality })}</p>
            </Note>
          ) : null}
          {first.length + rest.length === 0 ? <Nothing /> : null}
          {first.map(({ name, total, rows, all }, place) => (
            <TodoSection key={name} name={name} total={total} rows={rows} all={all} first={place === 0} />
          ))}
          <TodoFolds id="annat" title={t("rest.title")} text={t("rest.text")} lists={rest} />
        </div>
        <StartAside
          aside={start.aside}
          todo={todo}
          hiddenRows={comments.hidden + tasks.hidden}
          snoozed={exceptions.snoozed}
        />
      </div>
    </>
  );
}

function Tiles({ lists }: { lists: readonly TodoList[] }) {
  const { t } = useTexts("todo");
  return (
    <nav aria-label={t("jump")}>
      <ul className="pk-tiles">
        {lists.map(({ name, total, urgent }) => (
          <li key={name}>
            <a href={`#${name}`} data-urgent={urgent || undefined}>
              <b className="pk-num">
                {total} {urgent ? <UrgentIcon label={t("urgentLabel")} /> : null}
              </b>
              {t(`tile.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing() {
  const { t } = useTexts("todo");
  return (
    <section className="pk-panel pk-stack">
      <h2>{t("empty.title")}</h2>
      <p>{t("empty.text")}</p>
      <div className="pk-row">
        <LinkButton to="/deltagare" primary>
          {t("empty.participants")}
        </LinkButton>
        <LinkButton to="/samordnare/platser">{t("empty.placements")}</LinkButton>
      </div>
    </section>
  );
}
