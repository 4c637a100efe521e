import { useLoaderData } from "@remix-run/react";
import { CaseWords } from "#app/components/profiles/meeting/agenda-case";
import { PartyList } from "#app/components/profiles/meeting/party-list";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { TaskList } from "#app/components/profiles/referral/task-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { formatMoment } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { readSharedAgenda } from "#app/services/profiles/read-meeting.server";

export const loader = page(["coordinator", "case_worker"], async ({ actor, params }) => ({
  ...unwrap(await readSharedAgenda(actor, params.id ?? "")),
  isCoordinator: actor.role === "coordinator",
  today: today(),
}));

/** The page's title, read by root. */
export const handle = { title: "referrals:meeting.sharedTitle" };

/** The agenda for the wall: only what everybody present may hear of; for a case worker the own cases. */
export default function Agenda() {
  const { meeting, parties, items, leftOut, isCoordinator, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("referrals");
  const moment = formatMoment(i18n.language, meeting.at);
  const steps = isCoordinator
    ? [
        { to: "/arendemoten", text: t("meeting.title") },
        { to: `/arendemoten/${meeting.id}`, text: moment },
      ]
    : [{ to: "/handlaggare", text: t("profiles:cases.title") }];
  return (
    <div className="pk-stack">
      <Crumbs steps={steps} here={t("meeting.sharedTitle")} />
      <h1>{t("meeting.at", { moment })}</h1>
      <p className="pk-lead">{t(isCoordinator ? "meeting.sharedLead" : "meeting.ownLead")}</p>
      {meeting.place ? <p>{meeting.place}</p> : null}
      <section className="pk-panel pk-stack" aria-labelledby="med">
        <h2 id="med">{t("meeting.parties")}</h2>
        <PartyList parties={parties} />
      </section>
      {leftOut > 0 ? (
        <Note>
          <p>{t("meeting.leftOut", { count: leftOut })}</p>
        </Note>
      ) : null}
      <section className="pk-panel pk-sec" aria-labelledby="dagordning">
        <header className="pk-sec__head">
          <h2 id="dagordning">{t("meeting.agenda")}</h2>
          {items.length === 0 ? <p>{t("meeting.sharedEmpty")}</p> : null}
        </header>
        <ol>
          {items.map((item) => (
            <li className="pk-agenda-case" key={item.id}>
              <h3>{item.code}</h3>
              <p>
                <ReferralState status={item.status} /> <span className="pk-soft">{item.agency}</span>
              </p>
              <CaseWords item={item} />
              {item.note ? <p className="pk-lines">{item.note}</p> : null}
              {item.tasks.length > 0 ? <TaskList tasks={item.tasks} today={today} /> : null}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
