import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgendaCase, notesForm } from "#app/components/profiles/meeting/agenda-case";
import { MeetingFields } from "#app/components/profiles/meeting/meeting-fields";
import { PartyList } from "#app/components/profiles/meeting/party-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { type ChangeMeeting, changeMeetingSchema, notesOf } from "#app/domain/profiles/meeting-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatMoment, formatTime } from "#app/i18n/format";
import { dayOf, today } from "#app/platform/clock.server";
import { readMeeting, readSharedAgenda } from "#app/services/profiles/read-meeting.server";
import {
  changeMeeting,
  endMeeting,
  putOnAgenda,
  takeOffAgenda,
  writeNotes,
} from "#app/services/profiles/save-meeting.server";

export const loader = page(["coordinator", "case_worker"], async ({ actor, params }) => {
  // A case worker reads the own cases, on the page for everybody.
  if (actor.role === "case_worker") {
    unwrap(await readSharedAgenda(actor, params.id ?? ""));
    throw redirect(`/arendemoten/${params.id}/dagordning`);
  }
  const read = unwrap(await readMeeting(actor, params.id ?? ""));
  return { ...read, day: dayOf(new Date(read.meeting.at)), today: today() };
});

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/arendemoten/${id}`;
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("gor");
  const refused = (code: string, status = 409) =>
    data({ intent, code, result: null, typed: null, wrong: null }, status);
  switch (intent) {
    case "lagg-till": {
      const put = await putOnAgenda(actor, id, text("referral"));
      if (put.ok) return redirectWith(here, "saved");
      return put.code === "not_found" ? unwrap(put) : refused(put.code);
    }
    case "ta-bort": {
      const taken = await takeOffAgenda(actor, id, text("item"));
      if (taken.ok) return redirectWith(here, "saved");
      return taken.code === "not_found" ? unwrap(taken) : refused(taken.code);
    }
    case "anteckna": {
      const { notes, wrong, typed } = notesOf(form);
      const again = (wrong: Record<string, string>, status: number) =>
        data({ intent, code: Object.values(wrong)[0] ?? null, result: null, typed, wrong }, status);
      if (Object.keys(wrong).length > 0) return again(wrong, 400);
      const { changed } = unwrap(await writeNotes(actor, id, notes));
      if (changed.length === 0) return redirectWith(here, "saved");
      return again(Object.fromEntries(changed.map((item) => [item, "changed_meanwhile"])), 409);
    }
    case "slut":
    case "stall-in": {
      const sure = text("sakert") === "ja";
      const ended = await endMeeting(actor, id, intent === "slut" ? "held" : "cancelled", sure);
      if (ended.ok) return redirectWith(here, "saved");
      return ended.code === "not_found" ? unwrap(ended) : refused(ended.code);
    }
    default: {
      unwrap(await readMeeting(actor, id));
      const submission = parseWithZod(form, { schema: changeMeetingSchema });
      const said = { intent: "andra", code: null, typed: null, wrong: null };
      if (submission.status !== "success") return data({ ...said, result: submission.reply() }, 400);
      const changed = await changeMeeting(actor, id, submission.value);
      if (changed.ok) return redirectWith(here, "saved");
      return data({ ...said, result: submission.reply({ formErrors: [changed.code] }) }, 409);
    }
  }
});

/** What others saved meanwhile stands there, beside what was typed. */
export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "referrals:meeting.title" };

/** A case meeting as the coordinator prepares and leads it. */
export default function ShowMeeting() {
  const loaded = useLoaderData<typeof loader>();
  const { meeting, parties, items, hidden, choices } = loaded;
  const answer = useActionData<typeof action>();
  const refused = answer && "intent" in answer ? answer : null;
  const { t, i18n } = useTexts("referrals");
  const isPlanned = meeting.status === "planned";
  const moment = formatMoment(i18n.language, meeting.at);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/remisser", text: t("show.crumb") },
          { to: "/arendemoten", text: t("meeting.title") },
        ]}
        here={moment}
      />
      <div className="pk-title">
        <div>
          <h1>{t("meeting.at", { moment })}</h1>
          <p>
            {t(`meeting.status.${meeting.status}`)}
            {meeting.place ? `. ${meeting.place}` : null}
          </p>
        </div>
        <LinkButton to={`/arendemoten/${meeting.id}/dagordning`}>{t("meeting.shared")}</LinkButton>
      </div>
      {refused?.code && refused.code !== "not_begun" ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`)}</p>
        </Note>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="med">
        <h2 id="med">{t("meeting.parties")}</h2>
        <PartyList parties={parties} />
        {isPlanned ? (
          <Unfold title={t("meeting.change")} open={refused?.intent === "andra"}>
            <Change loaded={loaded} lastResult={refused?.intent === "andra" ? refused.result : null} />
          </Unfold>
        ) : null}
      </section>
      {hidden > 0 ? (
        <Note>
          <p>{t("meeting.hidden", { count: hidden })}</p>
        </Note>
      ) : null}
      <section className="pk-panel pk-sec" aria-labelledby="dagordning">
        <header className="pk-sec__head">
          <h2 id="dagordning">
            {t("meeting.agenda")} <span>{items.length}</span>
          </h2>
          {items.length === 0 ? <p>{t("meeting.emptyAgenda")}</p> : null}
        </header>
        {items.length > 0 ? <Form method="post" id={notesForm} /> : null}
        <ol>
          {items.map((item) => (
            <AgendaCase
              key={`${item.id} ${item.version}`}
              item={item}
              today={loaded.today}
              mayRemove={isPlanned && item.note === ""}
              typed={refused?.typed?.[item.id] ?? null}
              error={refused?.wrong?.[item.id] ?? null}
            />
          ))}
        </ol>
      </section>
      {isPlanned ? (
        <section className="pk-panel pk-stack" aria-labelledby="lagg-till">
          <h2 id="lagg-till">{t("meeting.add")}</h2>
          {choices.length === 0 ? <p>{t("meeting.nothingToAdd")}</p> : <Add choices={choices} />}
        </section>
      ) : null}
      {isPlanned ? (
        <section className="pk-panel pk-stack" aria-labelledby="slut">
          <h2 id="slut">{t("meeting.endTitle")}</h2>
          {refused?.code === "not_begun" ? (
            <Note tone="warn" role="alert">
              <p>{t("meeting.notBegun", { moment })}</p>
            </Note>
          ) : null}
          <Form method="post" className="pk-actions">
            {refused?.code === "not_begun" ? <input type="hidden" name="sakert" value="ja" /> : null}
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="slut">
              {t(refused?.code === "not_begun" ? "meeting.heldSure" : "meeting.held")}
            </button>
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="stall-in">
              {t("meeting.cancel")}
            </button>
          </Form>
        </section>
      ) : null}
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Add({ choices }: { choices: Loaded["choices"] }) {
  const { t } = useTexts("referrals");
  return (
    <Form method="post" className="pk-form">
      <div className="ds-field">
        <label className="ds-label" htmlFor="arende">
          {t("meeting.addLabel")}
        </label>
        <select className="ds-input" id="arende" name="referral">
          {choices.map(({ id, code, agency, status }) => (
            <option key={id} value={id}>
              {t("meeting.choice", {
                code,
                agency: agency ?? t("meeting.noAgency"),
                status: t(`status.${status}`).toLowerCase(),
              })}
            </option>
          ))}
        </select>
      </div>
      <div className="pk-actions">
        <button className="ds-button" type="submit" name="gor" value="lagg-till">
          {t("meeting.addButton")}
        </button>
      </div>
    </Form>
  );
}

function Change({ loaded, lastResult }: { loaded: Loaded; lastResult: SubmissionResult<string[]> | null }) {
  const { meeting, parties, options, day } = loaded;
  const { t, i18n } = useTexts("referrals");
  const [form, fields] = useForm<ChangeMeeting>({
    id: "andra",
    lastResult,
    defaultValue: {
      date: day,
      time: formatTime(i18n.language, meeting.at),
      place: meeting.place,
      people: parties.flatMap(({ userId }) => (userId === null ? [] : [userId])),
      agencies: parties.flatMap(({ userId, agencyId }) =>
        userId === null && agencyId !== null ? [String(agencyId)] : [],
      ) as never,
    },
  });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <ErrorSummary formId="andra" ns="referrals" errors={form.allErrors} />
      <input type="hidden" name="version" value={meeting.version} />
      <MeetingFields fields={fields} options={options} />
      <button className="ds-button" type="submit" name="gor" value="andra">
        {t("meeting.save")}
      </button>
    </Form>
  );
}
