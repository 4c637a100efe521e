import { useLoaderData } from "@remix-run/react";
import { AgreementCards } from "#app/components/agreements/agreement-cards";
import { CaseList } from "#app/components/profiles/case-list";
import { MeetingRows } from "#app/components/profiles/meeting/meeting-rows";
import { OwnReferrals } from "#app/components/profiles/referral/own-referrals";
import { taskList } from "#app/components/profiles/task-rows";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { TodoSection } from "#app/components/proposals/todo-section";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { listOwnAgreements } from "#app/services/agreements/read-agreement.server";
import { listOwnCases } from "#app/services/profiles/list-own-cases.server";
import { listOwnTasks } from "#app/services/profiles/list-own-tasks.server";
import { countCaseNews } from "#app/services/profiles/read-case.server";
import { listMeetings } from "#app/services/profiles/read-meeting.server";
import { listOwnReferrals } from "#app/services/profiles/read-referral.server";

export const loader = page(["case_worker"], async ({ actor }) => ({
  ...unwrap(await listOwnTasks(actor)),
  ...unwrap(await listOwnReferrals(actor)),
  ...unwrap(await listMeetings(actor)),
  ...unwrap(await listOwnCases(actor)),
  agreements: await listOwnAgreements(actor),
  news: await countCaseNews(actor),
}));

/** The page's title, read by root. */
export const handle = { title: "profiles:cases.title" };

/** A case worker's start: what asks for something, how it goes for the own cases, then meetings and papers. */
export default function OwnCases() {
  const { tasks, day, cases, referrals, coming, agreements, news } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts(["profiles", "referrals", "todo"]);
  const returned = referrals.filter(({ status }) => status === "returned");
  const others = referrals.filter(({ status }) => status !== "returned");
  const todo = taskList(tasks, { role: "case_worker", today: day, language: i18n.language, t });
  const asksToSign = agreements.some((one) => one.toSign);
  const papers = (
    <AgreementCards
      agreements={agreements}
      reader="agency"
      at={(id) => `/handlaggare/overenskommelser/${id}`}
    />
  );
  return (
    <div className="pk-stack">
      <PageTitle title={t("cases.title")} lead={t("cases.lead")}>
        <div className="pk-row">
          <LinkButton to="/uppgifter">{t("todo:tasks.all")}</LinkButton>
          <LinkButton to="/handlaggare/remiss/ny" primary>
            {t("referrals:own.new")}
          </LinkButton>
        </div>
      </PageTitle>
      {todo.map(({ name, total, rows, all }) => (
        <TodoSection key={name} name={name} total={total} rows={rows} all={all} first={false} />
      ))}
      <HiddenRows count={tasks.hidden} />
      {asksToSign ? papers : null}
      {returned.length > 0 ? <OwnReferrals referrals={returned} returned /> : null}
      {cases.length === 0 ? (
        <section className="pk-panel">
          <h2>{t("cases.emptyTitle")}</h2>
          <p>{t("cases.emptyText")}</p>
        </section>
      ) : (
        <>
          <p>{t("cases.count", { count: cases.length })}</p>
          <CaseList cases={cases} news={news} />
        </>
      )}
      {coming.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="moten">
          <h2 id="moten">{t("referrals:own.meetings")}</h2>
          <MeetingRows meetings={coming} />
        </section>
      ) : null}
      {asksToSign ? null : papers}
      {others.length > 0 || returned.length === 0 ? (
        <OwnReferrals referrals={others} returned={false} />
      ) : null}
    </div>
  );
}
