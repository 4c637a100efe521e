import type { Agreement } from "#app/domain/agreements/agreement";
import type { InstrumentVersion } from "#app/domain/followups/instrument";
import type { Answers } from "#app/domain/followups/rating";
import { answersTo, type RatedAgreement, unanswered } from "#app/domain/followups/rating-form";
import { ratedStatuses } from "#app/domain/followups/rating-link";
import { systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { currentInstrumentIn, instrumentIn } from "#app/services/followups/instruments.server";
import type { RatingIncomplete } from "#app/services/followups/own-rating.server";
import { refreshDisagreementsIn } from "#app/services/followups/save-ratings.server";
import {
  openSupervisorLink,
  type SupervisorLinkProblem,
  supervisorOf,
} from "#app/services/followups/supervisor-link.server";
import { withActor } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { findToldName } from "#db/queries/attendance-links.server";
import { findRatingLinkBySecret } from "#db/queries/rating-links.server";
import { findLinkedAnswers, writeRating } from "#db/queries/ratings.server";

/** One of the supervisor's people: by the name that the workplace was told, else the code. */
export type LinkedPerson = { agreementId: string; who: string; title: string; answers: Answers | null };
/** What a supervisor's link shows: the own people, and what one has answered oneself this month; nobody else's answers. */
export type LinkedRating = {
  /** The first day of the month. */
  month: string;
  supervisor: string;
  /** ISO time when it stops working. */
  until: string;
  instrument: InstrumentVersion;
  people: LinkedPerson[];
};

/** The month that a link is for. Looking changes nothing but the trail. Errors: `SupervisorLinkProblem`. */
export function readLinkedRating(token: string): Promise<Outcome<LinkedRating, SupervisorLinkProblem>> {
  return withActor(systemActor, async (tx) => {
    const found = await findRatingLinkBySecret(tx, hashToken(token));
    const opened = await openSupervisorLink(tx, found, ratedStatuses, findAgreement);
    if (!opened.ok) return opened;
    const { link, targets } = opened;
    const people: LinkedPerson[] = [];
    for (const { agreement, plan } of targets) {
      const { title, parties } = plan.content;
      people.push({
        agreementId: agreement.id,
        who: (await findToldName(tx, agreement.id)) ?? parties.participant.reference,
        title,
        answers: await findLinkedAnswers(tx, agreement.id, link.id),
      });
      await recordOnAgreement(tx, supervisorOf(link), agreement, "rating.read", { as: "link" });
    }
    return done({
      month: link.month,
      supervisor: link.supervisorName,
      until: link.expiresAt,
      instrument: await currentInstrumentIn(tx, link.associationId),
      people,
    });
  });
}

type Saved = Outcome<{ written: number }, SupervisorLinkProblem | "nothing" | "changed"> | RatingIncomplete;

/**
 * Saves what the supervisor answered about the link's people, nobody else: all of the form or none. A person about whom
 * nothing is said is passed over; of one whom something is said about, each statement is answered or skipped with a reason.
 * Sent again it is the same. Errors: `SupervisorLinkProblem`, `nothing`, `changed` (other statements by now), `incomplete`.
 */
export function saveLinkedRating(token: string, rated: readonly RatedAgreement[]): Promise<Saved> {
  return withActor(systemActor, async (tx): Promise<Saved> => {
    const found = await findRatingLinkBySecret(tx, hashToken(token));
    const opened = await openSupervisorLink(tx, found, ratedStatuses, lockAgreement);
    if (!opened.ok) return opened;
    const { link, targets } = opened;
    const said = rated.filter(({ answers }) => Object.keys(answers).length > 0);
    // Somebody else's person is no slip of the pen.
    if (rated.some(({ agreementId }) => !link.agreementIds.includes(agreementId)))
      return fail("link_unknown");
    if (said.some(({ agreementId }) => !targets.some(({ agreement }) => agreement.id === agreementId)))
      return fail("link_over");
    if (said.length === 0) return fail("nothing");
    const missing: Record<string, string[]> = {};
    const work: { agreement: Agreement; instrument: InstrumentVersion; answers: Answers }[] = [];
    for (const { agreement } of targets) {
      const one = said.find(({ agreementId }) => agreementId === agreement.id);
      if (!one) continue;
      const instrument = await instrumentIn(tx, agreement.associationId, one);
      if (!instrument) return fail("changed");
      const left = unanswered(instrument.items, one.answers);
      if (left.length > 0) missing[agreement.id] = left;
      work.push({ agreement, instrument, answers: answersTo(instrument.items, one.answers) });
    }
    if (Object.keys(missing).length > 0) return { ...fail("incomplete"), missing };
    const actor = supervisorOf(link);
    let written = 0;
    for (const { agreement, instrument, answers } of work) {
      const { code, version } = instrument;
      const by = { byName: actor.name, byUser: null, way: "link" as const, linkId: link.id };
      const day = today();
      if (!(await writeRating(tx, agreement, { party: "supervisor", day, code, version, answers, ...by })))
        continue;
      await refreshDisagreementsIn(tx, agreement);
      await recordOnAgreement(tx, actor, agreement, "rating.written", { way: "link" });
      written += 1;
    }
    return done({ written });
  });
}
