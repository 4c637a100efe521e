import type { Actor } from "#app/domain/identity/actor";
import type { AppetiteAnswer } from "#app/domain/organisations/appetite-form";
import { may } from "#app/domain/organisations/employer-rights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import { orderAskAgain } from "#app/services/organisations/remind-ask-again.server";
import {
  listOutcomes,
  type OwnEmployer,
  readOwnEmployer,
  setAppetite,
  type YearOfHosting,
} from "#db/queries/own-workplaces.server";

export type OwnHome = {
  employer: OwnEmployer;
  mayManage: boolean;
  mayList: boolean;
  /** The names of people whom whoever asks stands in for today. */
  standsInFor: string[];
};

/** The employer itself, and what whoever asks may do for it. The number is the employer's own to see. Errors: `not_found`. */
export function readOwnHome(actor: Actor): Promise<Outcome<{ home: OwnHome }, "not_found">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    const employer = await readOwnEmployer(tx, employerId);
    if (!employer) return fail("not_found");
    const names = posts.flatMap(({ standsInFor }) => (standsInFor === null ? [] : [standsInFor]));
    return done({
      home: {
        employer,
        mayManage: may(posts, "people.manage"),
        mayList: may(posts, "placement.add"),
        standsInFor: [...new Set(names)],
      },
    });
  });
}

/** Says how willing the employer is to take somebody in. Errors: `not_found` (also without the right). */
export function answerAppetite(actor: Actor, answer: AppetiteAnswer): Promise<Outcome<object, "not_found">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    if (!may(posts, "appetite.set")) return fail("not_found");
    await setAppetite(tx, employerId, answer.appetite, answer.askAgainOn);
    await orderAskAgain(tx, employerId, answer.askAgainOn);
    return done();
  });
}

/** What the employer's places led to, a year at a time: sums, no person. Errors: `not_found`. */
export function readOutcomes(actor: Actor): Promise<Outcome<{ years: YearOfHosting[] }, "not_found">> {
  return asEmployer(actor, async (tx, { posts }) =>
    posts.length === 0 ? fail("not_found") : done({ years: await listOutcomes(tx) }),
  );
}
