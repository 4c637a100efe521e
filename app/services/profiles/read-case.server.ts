import type { Agreement } from "#app/domain/agreements/agreement";
import type { AgreementContent } from "#app/domain/agreements/content";
import {
  type AssignmentMessage,
  type AssignmentReport,
  type Milestone,
  milestoneDays,
} from "#app/domain/followups/assignment-report";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type CaseEvent, caseEvents, isNews } from "#app/domain/profiles/case-events";
import { caseTimeline, type OwnCase } from "#app/domain/profiles/case-timeline";
import { can, scope } from "#app/domain/profiles/policy";
import { isUuid } from "#app/domain/uuid";
import { dayOf, today } from "#app/platform/clock.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { findClosing } from "#db/queries/agreement-closings.server";
import { findAgreement, listReachedOf } from "#db/queries/agreements.server";
import { listMessages, listReports } from "#db/queries/assignment-reports.server";
import { listCaseEvents, listLooks, noteLook } from "#db/queries/case-events.server";
import { listOwnCases } from "#db/queries/own-cases.server";

const mostAgreements = 60;
const mostEvents = 60;
/** More than that has nobody to count: it is a lot. */
const mostNews = 2000;

/** An agreement of the case with its assignment, as the agency may follow it. */
export type CaseAgreement = {
  id: string;
  number: string;
  status: Agreement["status"];
  title: string;
  assignment: AgreementContent["assignment"];
  milestones: { milestone: Milestone; day: string }[];
  reports: AssignmentReport[];
  messages: AssignmentMessage[];
  /** Whether there is a record of how it ended. */
  isRecorded: boolean;
};

/** `hasOlder`: more has happened than is shown. */
export type CasePage = {
  case: OwnCase;
  events: CaseEvent[];
  hasOlder: boolean;
  agreements: CaseAgreement[];
};

/**
 * One of the case worker's own cases: what has happened, with what is new since the last look marked, and each assignment with
 * its reports and questions. Reading it is a look. Errors: `not_found`.
 */
export function readCase(actor: Actor, reference: string): Promise<Outcome<CasePage, "not_found">> {
  return withActor(actor, async (tx) => {
    const { userId } = actor;
    const mayRead = can(actor, "cases.list") && actor.role === "case_worker" && userId !== null;
    const participant = mayRead
      ? await reachParticipant(tx, actor, { reference }, "plan.read", "participant.read")
      : null;
    const row = participant && (await listOwnCases(tx, userId!)).find((one) => one.reference === reference);
    if (!participant || !row) return fail("not_found");
    const lookedAt = (await listLooks(tx, userId!)).get(participant.id) ?? null;
    const of = { participantId: participant.id };
    const events = await listCaseEvents(tx, userId!, of, mostEvents + 1);
    const agreements: CaseAgreement[] = [];
    for (const agreement of await listReachedOf(tx, participant.id, mostAgreements)) {
      const content = (await planOf(tx, agreement))?.content;
      if (!content) continue;
      const { id, number, status } = agreement;
      agreements.push({
        id,
        number,
        status,
        title: content.title,
        assignment: content.assignment,
        milestones: milestoneDays(content),
        reports: await listReports(tx, id),
        messages: await listMessages(tx, id),
        isRecorded: (await findClosing(tx, id)) !== null,
      });
    }
    if (agreements.some(({ reports }) => reports.length > 0))
      await recordOn(tx, actor, participant, "report.read");
    await noteLook(tx, userId!, participant);
    return done({
      case: caseTimeline(row, today()),
      events: caseEvents(events.slice(0, mostEvents), lookedAt, lookedAt && dayOf(new Date(lookedAt))),
      hasOlder: events.length > mostEvents,
      agreements,
    });
  });
}

/**
 * Whether an agreement belongs to one of the case worker's own cases: before something is done with it there. That is no look,
 * and only a refusal is written down; what is done is by whoever does it. Errors: `not_found`.
 */
export function reachInCase(
  actor: Actor,
  reference: string,
  agreementId: string,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const mayRead = can(actor, "cases.list") && actor.role === "case_worker" && actor.userId !== null;
    const participant = mayRead ? await reachParticipant(tx, actor, { reference }, "plan.read", null) : null;
    const agreement = participant && isUuid(agreementId) ? await findAgreement(tx, agreementId) : null;
    return agreement && agreement.participantId === participant?.id ? done() : fail("not_found");
  });
}

/** How many things have happened in each of the own cases since the case worker looked last, by the case's code. */
export function countCaseNews(actor: Actor): Promise<Record<string, number>> {
  return withActor(actor, async (tx) => {
    const within = scope(actor);
    if (!can(actor, "cases.list") || within.kind !== "own_cases") return {};
    const looks = await listLooks(tx, within.userId);
    const news: Record<string, number> = {};
    for (const event of await listCaseEvents(tx, within.userId, "news", mostNews)) {
      const at = looks.get(event.participantId) ?? null;
      if (isNews(event, at, at && dayOf(new Date(at))))
        news[event.reference] = (news[event.reference] ?? 0) + 1;
    }
    return news;
  });
}
