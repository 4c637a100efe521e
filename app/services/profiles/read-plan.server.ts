import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { forCaseWorker, type Plan, type PlanNote } from "#app/domain/profiles/plan";
import {
  type Appointment,
  appointmentsOf,
  nextAppointment,
  type WayEvent,
  type WayKind,
  wayKinds,
  wayOf,
} from "#app/domain/profiles/plan-timeline";
import type { CaseTask } from "#app/domain/profiles/referral";
import { dayAndTime, dayOf, now } from "#app/platform/clock.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { listAgencies } from "#db/queries/agencies.server";
import { listStaff, listTasks } from "#db/queries/case-tasks.server";
import * as way from "#db/queries/plan-way.server";
import * as plans from "#db/queries/plans.server";
import { listReferralsOf } from "#db/queries/referrals.server";

export type Way = ReturnType<typeof wayOf>;

/** What was decided about the case, with who does what. */
export type PlanDecision = {
  referralId: string;
  decision: string;
  decidedOn: string | null;
  mainResponsibleName: string;
  tasks: CaseTask[];
};

export type PlanPage = {
  reference: string;
  isProtected: boolean;
  plan: Plan;
  way: Way;
  decisions: PlanDecision[];
  /** The staff's own: null for everybody else. */
  notes: PlanNote[] | null;
  mayChange: boolean;
  agencies: { id: number; name: string }[];
  staff: { name: string }[];
};

/**
 * A participant's plan for staff, with the working notes; for the case worker of the case without them, and without what
 * care beside it is. Errors: `not_found`.
 */
export function readPlan(actor: Actor, reference: string): Promise<Outcome<PlanPage, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "plan.read", "plan.read");
    if (!participant) return fail("not_found");
    const isStaff = actor.role === "coordinator" || actor.role === "coach";
    const whole = await plans.readPlan(tx, participant.id);
    const plan = isStaff ? whole : forCaseWorker(whole);
    return done({
      reference: participant.reference,
      isProtected: participant.protectedIdentity !== "none",
      plan,
      way: await wayIn(tx, participant.id, plan, isStaff),
      decisions: await decisionsIn(tx, participant.id),
      notes: isStaff ? await plans.listNotes(tx, participant.id) : null,
      mayChange: isStaff,
      agencies: isStaff ? await listAgencies(tx) : [],
      staff: isStaff ? await listStaff(tx, participant.associationId) : [],
    });
  });
}

export type OwnPlan = {
  name: string;
  next: Appointment | null;
  /** Appointments after the next one. */
  later: Appointment[];
  plan: Plan;
  way: Way;
  decisions: PlanDecision[];
};

/** The participant's own plan: what comes next first. Errors: `not_found`. */
export function readOwnPlan(actor: Actor): Promise<Outcome<OwnPlan, "not_found">> {
  return withActor(actor, async (tx) => {
    const ahead = await aheadOf(tx, actor);
    if (!ahead) return fail("not_found");
    const { participant, plan, next, later } = ahead;
    return done({
      name: actor.name,
      next,
      later,
      plan,
      way: await wayIn(tx, participant.id, plan, true),
      decisions: await decisionsIn(tx, participant.id),
    });
  });
}

/** The participant's own plan and what is ahead in it; null when there is nobody to read of. */
async function aheadOf(tx: Tx, actor: Actor) {
  const wanted = { participantId: actor.participantId };
  const participant = await reachParticipant(tx, actor, wanted, "plan.read", "plan.read");
  if (!participant) return null;
  const { plan, appointments } = await planWithAppointments(tx, participant.id);
  const { today: day, time } = dayAndTime();
  const next = nextAppointment(appointments, day, time);
  return { participant, plan, next, later: laterThan(next, appointments, day, time) };
}

/** A participant's plan, with its activities and the booked visits as appointments, in no order. */
export async function planWithAppointments(
  tx: Tx,
  participantId: string,
): Promise<{ plan: Plan; appointments: Appointment[] }> {
  const plan = await plans.readPlan(tx, participantId);
  const visits = await way.listVisits(tx, participantId);
  return { plan, appointments: [...appointmentsOf(plan.activities), ...visits.map(appointmentOf)] };
}

const laterShown = 4;

function laterThan(next: Appointment | null, all: Appointment[], day: string, time: string): Appointment[] {
  const later: Appointment[] = [];
  let rest = next ? all.filter((one) => one !== next) : [];
  while (later.length < laterShown) {
    const following = nextAppointment(rest, day, time);
    if (!following) break;
    later.push(following);
    rest = rest.filter((one) => one !== following);
  }
  return later;
}

function appointmentOf(visit: way.VisitRow): Appointment {
  const [where, ...rest] = visit.place.split(". ");
  return {
    key: visit.id,
    kind: "visit",
    title: visit.title,
    on: visit.on,
    startsAt: visit.time,
    endsAt: null,
    place: `${visit.employerName}, ${visit.address}, ${visit.locality}`,
    wayThere: [where, ...rest].join("\n"),
    askFor: "",
    phone: "",
    bring: "",
    placementId: visit.placementId,
  };
}

async function wayIn(tx: Tx, participantId: string, plan: Plan, withEmployers: boolean): Promise<Way> {
  const rows = await way.listWay(tx, participantId, withEmployers);
  const events: WayEvent[] = rows.flatMap(({ key, kind, on, at, title }) =>
    isWayKind(kind) ? [{ key, kind, on, until: null, at, title, isDone: kind !== "visit" }] : [],
  );
  for (const activity of plan.activities) {
    if (activity.status === "cancelled") continue;
    events.push({
      key: activity.id,
      kind: "activity",
      on: activity.startsOn,
      until: activity.endsOn,
      at: null,
      title: activity.title || activity.kind,
      isDone: activity.status === "done",
    });
  }
  const moment = now();
  return wayOf(events, moment.toISOString(), dayOf(moment));
}

function isWayKind(kind: string): kind is WayKind {
  return (wayKinds as readonly string[]).includes(kind);
}

async function decisionsIn(tx: Tx, participantId: string): Promise<PlanDecision[]> {
  const decided = (await listReferralsOf(tx, participantId)).filter(({ status }) => status === "accepted");
  const tasks = await listTasks(
    tx,
    decided.map(({ id }) => id),
  );
  return decided
    .map(({ id, decision, decidedOn, mainResponsibleName }) => ({
      referralId: id,
      decision,
      decidedOn,
      mainResponsibleName,
      tasks: tasks.get(id) ?? [],
    }))
    .filter((one) => one.decision !== "" || one.tasks.length > 0);
}
