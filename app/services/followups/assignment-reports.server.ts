import type { Agreement } from "#app/domain/agreements/agreement";
import type { AgreementContent } from "#app/domain/agreements/content";
import {
  type AssignmentMessage,
  type AssignmentReport,
  type Milestone,
  milestoneDays,
  milestonesLeft,
  type ReportFacts,
  type ReportInput,
  reportFacts,
  reportToWrite,
  type VerdictKind,
} from "#app/domain/followups/assignment-report";
import { sumWeeks } from "#app/domain/followups/week-sums";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import { type Tx, withActor } from "#db/client.server";
import * as reports from "#db/queries/assignment-reports.server";
import { listEntries } from "#db/queries/attendance.server";
import { enqueue } from "#db/queries/jobs.server";

/** The assignment of an agreement, for staff: its milestones, what was written and asked, and the hours as they are now. */
export type StaffAssignment = {
  agreement: Pick<Agreement, "id" | "number" | "status"> & { reference: string; agencyName: string };
  assignment: NonNullable<AgreementContent["assignment"]>;
  title: string;
  milestones: { milestone: Milestone; day: string; report: AssignmentReport | null }[];
  /** Those that can still be reported, the next one first. */
  left: Milestone[];
  /** The one that waits to be written. */
  toWrite: Milestone | null;
  facts: ReportFacts;
  messages: AssignmentMessage[];
  today: string;
};

/** Errors: `not_found` (also without an assignment). */
export function readAssignment(
  actor: Actor,
  id: string,
): Promise<Outcome<{ read: StaffAssignment }, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "read");
    if (!reached) return fail("not_found");
    const { agreement, plan, assignment } = reached;
    const { content } = plan;
    const written = await reports.listReports(tx, id);
    const sent = written.filter(({ sentAt }) => sentAt !== null).map(({ milestone }) => milestone);
    await recordOnAgreement(tx, actor, agreement, "report.read");
    return done({
      read: {
        agreement: {
          id,
          number: agreement.number,
          status: agreement.status,
          reference: agreement.reference ?? "",
          agencyName: agreement.agencyName ?? "",
        },
        assignment,
        title: content.title,
        milestones: milestoneDays(content).map((one) => ({
          ...one,
          report: written.find(({ milestone }) => milestone === one.milestone) ?? null,
        })),
        left: milestonesLeft(content, sent),
        toWrite: reportToWrite(content, sent, today())?.milestone ?? null,
        facts: await factsOf(tx, agreement, plan),
        messages: await reports.listMessages(tx, id),
        today: today(),
      },
    });
  });
}

export type ReportCode = "not_found" | "sent_already" | "later_sent" | "changed_since";

/**
 * Writes a report of a milestone, with the hours as they are now; `send`: the case worker is told and the participant can
 * read it. Errors: `not_found`, `sent_already`, `later_sent` (that of a later milestone is), `changed_since` (somebody else
 * wrote since it was read).
 */
export function writeReport(
  actor: Actor,
  id: string,
  input: ReportInput,
): Promise<Outcome<object, ReportCode>> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "change");
    if (!reached || !milestoneDays(reached.plan.content).some((one) => one.milestone === input.milestone))
      return fail("not_found");
    const { agreement, plan } = reached;
    const written = await reports.listReports(tx, id);
    const before = written.find(({ milestone }) => milestone === input.milestone);
    if (before?.sentAt) {
      const isSame = before.words === input.words && before.answer === input.answer;
      return isSame ? done() : fail("sent_already");
    }
    const sent = written.filter(({ sentAt }) => sentAt !== null).map(({ milestone }) => milestone);
    if (!milestonesLeft(plan.content, sent).includes(input.milestone)) return fail("later_sent");
    if ((before?.version ?? 0) !== input.version) return fail("changed_since");
    const facts = await factsOf(tx, agreement, plan);
    const reportId = await reports.saveReport(tx, agreement, input, facts, actor);
    const isSent = input.send === "ja";
    await recordOnAgreement(tx, actor, agreement, isSent ? "report.sent" : "report.written", {
      milestone: input.milestone,
    });
    if (isSent) await enqueue(tx, "mail_assignment_report", { reportId, agreementId: id });
    return done();
  });
}

/** A question by the case worker, or an answer by staff; the same key again is one. Errors: `not_found`. */
export function sayOnAssignment(
  actor: Actor,
  id: string,
  message: { key: string; words: string },
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const isAgency = actor.role === "case_worker";
    const reached = isAgency ? await reachAsAgency(tx, actor, id) : await reach(tx, actor, id, "change");
    if (!reached) return fail("not_found");
    const { agreement } = reached;
    const { role, userId, name } = actor;
    if (!(await reports.addMessage(tx, agreement, message, { role, userId, name }))) return done();
    await recordOnAgreement(tx, actor, agreement, isAgency ? "assignment.asked" : "assignment.answered");
    const { key } = message;
    if (isAgency) await enqueue(tx, "announce_assignment", { agreementId: id, key, what: "asked" });
    else await enqueue(tx, "mail_assignment_answer", { agreementId: id, key });
    return done();
  });
}

/**
 * What the case worker says of a report: fulfilled, not, or that it should go on. Errors: `not_found`, `answered_already`
 * (with something else).
 */
export function answerReport(
  actor: Actor,
  id: string,
  input: { report: string; verdict: VerdictKind; words: string },
): Promise<Outcome<object, "not_found" | "answered_already">> {
  return withActor(actor, async (tx) => {
    const reached = await reachAsAgency(tx, actor, id);
    const report = reached && (await reports.listReports(tx, id)).find((one) => one.id === input.report);
    if (!reached || !report || actor.userId === null) return fail("not_found");
    const { verdict: kind, words } = input;
    if (report.verdict) {
      const isSame = report.verdict.kind === kind && report.verdict.words === words;
      return isSame ? done() : fail("answered_already");
    }
    const by = { userId: actor.userId, name: actor.name };
    const { agreement } = reached;
    if (!(await reports.addVerdict(tx, { ...agreement, reportId: report.id }, { kind, words }, by)))
      return fail("answered_already");
    await recordOnAgreement(tx, actor, agreement, "report.answered");
    await enqueue(tx, "announce_assignment", { agreementId: id, key: report.id, what: "verdict" });
    return done();
  });
}

/** Somebody of the staff has read what the case worker said of the reports. Twice is one effect. Errors: `not_found`. */
export function seeAnswers(actor: Actor, id: string): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "change");
    if (!reached) return fail("not_found");
    if ((await reports.seeVerdicts(tx, id)) > 0)
      await recordOnAgreement(tx, actor, reached.agreement, "report.read");
    return done();
  });
}

type Reached = {
  agreement: Agreement;
  plan: AgreementPlan;
  assignment: NonNullable<AgreementContent["assignment"]>;
};

async function reach(tx: Tx, actor: Actor, id: string, to: "read" | "change"): Promise<Reached | null> {
  const agreement = await reachAgreement(tx, actor, id, "agreement.change", to);
  return agreement && withPlan(tx, agreement);
}

/** A case worker reads the agreement; what is said of it is written beside it. */
async function reachAsAgency(tx: Tx, actor: Actor, id: string): Promise<Reached | null> {
  if (actor.role !== "case_worker") return null;
  const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
  return agreement && withPlan(tx, agreement);
}

async function withPlan(tx: Tx, agreement: Agreement): Promise<Reached | null> {
  const plan = await planOf(tx, agreement);
  const assignment = plan?.content.assignment;
  return plan && assignment ? { agreement, plan, assignment } : null;
}

async function factsOf(tx: Tx, { id }: Agreement, { facts, period }: AgreementPlan): Promise<ReportFacts> {
  const weeks = sumWeeks(facts, period, await listEntries(tx, id), today());
  return reportFacts(weeks, period.startsOn, today());
}
