import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { hasLeft } from "#app/domain/profiles/closing";
import {
  type CaseTask,
  mayAskForHelp,
  nextReference,
  type ReferralCase,
  type ReferralEvent,
  readReferralCode,
} from "#app/domain/profiles/referral";
import { canCase } from "#app/domain/profiles/referral-policy";
import { type ReferralStatus, waitingStatuses } from "#app/domain/profiles/referral-status";
import { today } from "#app/platform/clock.server";
import { type ReferralOptions, referralOptions } from "#app/services/profiles/prepare-referral.server";
import { reachReferral } from "#app/services/profiles/reach-referral.server";
import { type Responsible, responsiblesOf } from "#app/services/profiles/referral-responsibles.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listTasks } from "#db/queries/case-tasks.server";
import { caseWorkerName } from "#db/queries/case-workers.server";
import { listMeetingsOf, type Meeting } from "#db/queries/meetings.server";
import { type Enrolled, findById, findSamePerson, lastReference } from "#db/queries/participants.server";
import * as steps from "#db/queries/referral-steps.server";
import * as referrals from "#db/queries/referrals.server";

export const referralsPerPage = 25;

export type ReferralPage = {
  referral: ReferralCase;
  caseWorkerName: string | null;
  events: ReferralEvent[];
  tasks: CaseTask[];
  meetings: Meeting[];
  responsibles: Responsible[];
  nextReference: string | null;
  /** Somebody enrolled whom the referral seems to be about; null when it has its participant, or nobody is. */
  enrolled: Pick<Enrolled, "reference" | "closedOn" | "by"> | null;
};

/** A referral with all that a coordinator decides on. Errors: `not_found`. */
export function readReferral(actor: Actor, id: string): Promise<Outcome<ReferralPage, "not_found">> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, id, "referral.decide", "referral.read");
    if (!referral) return fail("not_found");
    const tasks = await listTasks(tx, [id]);
    const enrolled =
      referral.participantId === null && !referral.isHidden
        ? await findSamePerson(tx, referral.associationId, referral.person)
        : null;
    return done({
      referral,
      enrolled: enrolled && {
        reference: enrolled.reference,
        closedOn: hasLeft(enrolled.closedOn, today()) ? enrolled.closedOn : null,
        by: enrolled.by,
      },
      caseWorkerName: await caseWorkerName(tx, referral.caseWorkerUser),
      events: await steps.listReferralEvents(tx, id),
      tasks: tasks.get(id) ?? [],
      meetings: await listMeetingsOf(tx, id),
      responsibles: await responsiblesOf(tx, referral),
      nextReference: nextReference(await lastReference(tx, referral.associationId)),
    });
  });
}

/** The case worker's own referral: state, decision, tasks, and what to fill the form with after a return. Errors: `not_found`. */
export function readOwnReferral(
  actor: Actor,
  id: string,
): Promise<
  Outcome<
    { referral: ReferralCase; events: ReferralEvent[]; tasks: CaseTask[]; options: ReferralOptions },
    "not_found"
  >
> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, id, "referral.own", "referral.read");
    if (!referral) return fail("not_found");
    const tasks = await listTasks(tx, [id]);
    return done({
      referral,
      events: await steps.listReferralEvents(tx, id),
      tasks: tasks.get(id) ?? [],
      options: await referralOptions(tx, actor),
    });
  });
}

/** What the list can be narrowed to. */
export const referralFilters = ["waiting", "accepted", "ended"] as const;
export type ReferralFilter = (typeof referralFilters)[number];
const statusesOf: Record<ReferralFilter, readonly ReferralStatus[]> = {
  waiting: waitingStatuses,
  accepted: ["accepted"],
  ended: ["closed", "withdrawn"],
};

export type ReferralList = {
  rows: ReferralCase[];
  total: number;
  page: number;
  pages: number;
  /** Referrals of protected identities: in no list, opened by their code. */
  hidden: number;
};

/** One page of the association's referrals: codes, never names. One audit event a view. Errors: `forbidden`. */
export function listReferrals(
  actor: Actor,
  filter: ReferralFilter,
  page: number,
): Promise<Outcome<ReferralList, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canCase(actor, "referral.list") || associationId === null) {
      await recordDenied(tx, actor, "referral.list", "");
      return fail("forbidden");
    }
    const offset = (page - 1) * referralsPerPage;
    const found = await referrals.listReferrals(
      tx,
      { associationId, statuses: statusesOf[filter] },
      { limit: referralsPerPage, offset },
    );
    await recordEvent(tx, actor, {
      action: "referral.read",
      associationId,
      participantId: null,
      subject: "list",
      details: { count: found.rows.length },
    });
    return done({
      ...found,
      // Who it is belongs on the referral's own page.
      rows: found.rows.map((row) => ({
        ...row,
        person: { ...row.person, name: null, email: null, phone: null },
      })),
      page,
      pages: Math.max(1, Math.ceil(found.total / referralsPerPage)),
    });
  });
}

/** The referral that a code read out on the telephone means. Errors: `not_found`. */
export function findReferralByCode(
  actor: Actor,
  code: string,
): Promise<Outcome<{ id: string }, "not_found">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    const beginning = readReferralCode(code);
    if (!canCase(actor, "referral.list") || associationId === null || !beginning) return fail("not_found");
    const id = await referrals.findByCode(tx, associationId, beginning);
    return id ? done({ id }) : fail("not_found");
  });
}

/** A case worker's own referrals and how they stand. */
export type OwnReferral = Pick<
  ReferralCase,
  | "id"
  | "status"
  | "reference"
  | "referredOn"
  | "purpose"
  | "question"
  | "returnReason"
  | "returnText"
  | "decidedOn"
  | "updatedAt"
>;

/** The referrals that a case worker has sent. Errors: `forbidden`. */
export function listOwnReferrals(actor: Actor): Promise<Outcome<{ referrals: OwnReferral[] }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canCase(actor, "referral.own") || actor.userId === null) {
      await recordDenied(tx, actor, "referral.own", "");
      return fail("forbidden");
    }
    const rows = await referrals.listReferralsOfCaseWorker(tx, actor.userId);
    await recordEvent(tx, actor, {
      action: "referral.read",
      associationId: actor.associationId,
      participantId: null,
      subject: "list",
      details: { count: rows.length },
    });
    return done({
      referrals: rows.map((row) => ({
        id: row.id,
        status: row.status,
        reference: row.reference,
        referredOn: row.referredOn,
        purpose: row.purpose,
        question: row.question,
        returnReason: row.returnReason,
        returnText: row.returnText,
        decidedOn: row.decidedOn,
        updatedAt: row.updatedAt,
      })),
    });
  });
}

/** A participant's own referrals and interests, and whether there is something to ask for. Errors: `forbidden`. */
export function listMyReferrals(
  actor: Actor,
): Promise<Outcome<{ referrals: ReferralCase[]; options: ReferralOptions; mayAsk: boolean }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { participantId } = actor;
    if (!canCase(actor, "referral.interest") || participantId === null) {
      await recordDenied(tx, actor, "referral.interest", "");
      return fail("forbidden");
    }
    const rows = await referrals.listReferralsOf(tx, participantId);
    await recordEvent(tx, actor, {
      action: "referral.read",
      associationId: actor.associationId,
      participantId,
      subject: "own",
    });
    const closedOn = (await findById(tx, participantId))?.closedOn ?? null;
    return done({
      referrals: rows,
      options: await referralOptions(tx, actor),
      mayAsk: mayAskForHelp(closedOn, rows, today()),
    });
  });
}
