import type { Agreement } from "#app/domain/agreements/agreement";
import { isPausedOn, openPause } from "#app/domain/agreements/pause";
import { mondayOf } from "#app/domain/agreements/period";
import type { Entry } from "#app/domain/followups/attendance";
import { eventOf, eventsAhead, type NextEvent } from "#app/domain/followups/next-event";
import { nextWorkday, timesOf, type Workday } from "#app/domain/followups/next-workday";
import { canTakeBack } from "#app/domain/followups/own-absence";
import type { OwnDay, OwnPlacement, WeekDay } from "#app/domain/followups/own-day";
import { plannedWeek } from "#app/domain/followups/planned-week";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayAndTime } from "#app/platform/clock.server";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { planWithAppointments } from "#app/services/profiles/read-plan.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { listPauses } from "#db/queries/agreement-pauses.server";
import { listReached } from "#db/queries/agreements.server";
import { listEntries } from "#db/queries/attendance.server";
import { findCoach } from "#db/queries/followups.server";
import { findColleagueMail, findWay, listFeelings, listOwnFollowups } from "#db/queries/own-plan.server";

const mostAgreements = 10;
const mostAbsences = 5;
const latestFeelings = 7;
const laterShown = 3;

/** What the participant's own page shows of today and what is ahead. Errors: `not_found`. */
export function readOwnDay(actor: Actor): Promise<Outcome<OwnDay, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "plan.read", "plan.read");
    if (!participant) return fail("not_found");
    const at = dayAndTime();
    const { appointments } = await planWithAppointments(tx, participant.id);
    const events = appointments.map(eventOf);
    const placements: OwnPlacement[] = [];
    const inForce: { agreement: Agreement; plan: AgreementPlan }[] = [];
    for (const agreement of await listReached(tx, mostAgreements, ["in_force"])) {
      const plan = await planOf(tx, agreement);
      if (!plan) continue;
      inForce.push({ agreement, plan });
      const { placement, event } = await placementOf(tx, agreement, plan, at);
      placements.push(placement);
      if (event) events.push(event);
    }
    // After the end there is still somebody to ask.
    const followed = inForce[0]?.agreement ?? (await listReached(tx, 1, ["ended_early", "closed"]))[0];
    const coach = await coachOf(tx, followed);
    events.push(...(await followupsAhead(tx, inForce, coach?.name ?? "")));
    const ahead = eventsAhead(events, at.today, at.time);
    return done({
      today: at.today,
      next: ahead[0] ?? null,
      later: ahead.slice(1, 1 + laterShown),
      placements,
      coach,
      feelings: await listFeelings(tx, participant.id, latestFeelings),
    });
  });
}

type At = { today: string; time: string };

async function placementOf(tx: Tx, agreement: Agreement, plan: AgreementPlan, at: At) {
  const { content, facts } = plan;
  const monday = mondayOf(at.today);
  const entries = await listEntries(tx, agreement.id, { from: monday });
  const absent = new Set(entries.filter((one) => one.absence !== null).map(({ day }) => day));
  const next = nextWorkday(facts, content.schedule, at, absent);
  const pauses = await listPauses(tx, agreement.id);
  const thisWeek = plannedWeek(facts, monday).filter(({ hours }) => hours > 0);
  const isLast = plan.period.endsOn < dayAfter(monday, 7);
  const sum = (days: readonly { hours: number }[]) => days.reduce((all, { hours }) => all + hours, 0);
  const { supervisor } = agreement.contacts;
  const placement: OwnPlacement = {
    agreementId: agreement.id,
    startsOn: plan.period.startsOn,
    title: content.title,
    workplace: content.parties.employer.workplace || content.parties.employer.name,
    week: thisWeek.map((planned) => ({
      ...timesOf(content.schedule, planned),
      state: stateOf(planned.day, entries, at.today, next?.day ?? null),
    })),
    hoursThisWeek: sum(thisWeek),
    hoursNextWeek: isLast ? null : sum(plannedWeek(facts, dayAfter(monday, 7))),
    next: next?.day ?? null,
    absences: entries
      .filter(({ day, absence }) => isTold(absence) && day >= at.today && !isPausedOn(pauses, day))
      .slice(0, mostAbsences)
      .map((entry) => ({ day: entry.day, isOpen: canTakeBack(entry, content.schedule, at) })),
    pause: pauseOf(pauses, at.today),
    supervisor: { name: content.supervisor.name, phone: supervisor.phone },
  };
  return { placement, event: next && (await workEvent(tx, agreement, plan, next)) };
}

/** Of an absence that nobody told, or a day off, it is not said that the participant has told it. */
function isTold(absence: Entry["absence"]): boolean {
  return absence === "anmald_franvaro" || absence === "sjuk";
}

function pauseOf(pauses: Awaited<ReturnType<typeof listPauses>>, day: string): OwnPlacement["pause"] {
  const pause = openPause(pauses, day);
  return pause && { from: pause.from, until: pause.until };
}

function stateOf(
  day: string,
  entries: readonly Entry[],
  today: string,
  next: string | null,
): WeekDay["state"] {
  const entry = entries.find((one) => one.day === day);
  if (entry?.absence) return "absent";
  if (entry) return "done";
  if (day === next) return "next";
  return day < today ? "passed" : "later";
}

async function workEvent(
  tx: Tx,
  agreement: Agreement,
  { content }: AgreementPlan,
  { day, startsAt, endsAt, hours }: Workday,
): Promise<NextEvent> {
  const { employer } = content.parties;
  const way = await findWay(tx, agreement.id);
  return {
    key: `work-${agreement.id}`,
    kind: "work",
    title: content.title,
    on: day,
    startsAt,
    endsAt,
    place: [...new Set([employer.workplace, employer.name, employer.address])].filter(Boolean).join("\n"),
    wayThere: way.steps,
    askFor: content.supervisor.name,
    phone: agreement.contacts.supervisor.phone,
    bring: way.bring,
    placementId: null,
    agreementId: agreement.id,
    tasks: content.tasks.words,
    recognise: way.recognise,
    hours: endsAt === null ? hours : null,
    form: null,
  };
}

async function followupsAhead(
  tx: Tx,
  inForce: readonly { agreement: Agreement; plan: AgreementPlan }[],
  coach: string,
): Promise<NextEvent[]> {
  return (await listOwnFollowups(tx)).flatMap(({ id, agreementId, form, dueOn, dueAt }) => {
    const of = inForce.find(({ agreement }) => agreement.id === agreementId);
    if (!of) return [];
    const { employer } = of.plan.content.parties;
    return [
      {
        key: `contact-${id}`,
        kind: "contact" as const,
        title: coach,
        on: dueOn,
        startsAt: dueAt,
        endsAt: null,
        place: form === "besok" ? employer.workplace || employer.name : "",
        wayThere: "",
        askFor: "",
        phone: "",
        bring: "",
        placementId: null,
        agreementId,
        tasks: "",
        recognise: "",
        hours: null,
        form,
      },
    ];
  });
}

async function coachOf(tx: Tx, agreement: Agreement | undefined): Promise<OwnDay["coach"]> {
  if (!agreement) return null;
  const { coachUser: userId, coachName: name } = await findCoach(tx, agreement.id);
  if (name === "") return null;
  const { associationId } = agreement;
  const email = userId ? await asIdentity(tx, () => findColleagueMail(tx, userId, associationId)) : null;
  const { trouble } = agreement.contacts;
  return { name, email, phone: trouble.name === name ? trouble.phone : "" };
}
