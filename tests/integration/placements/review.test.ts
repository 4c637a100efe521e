import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { ownPlacementSchema, unknown } from "#app/domain/placements/own-placement-form";
import { demands } from "#app/domain/placements/vocabulary";
import { listOwnEntries } from "#app/services/organisations/list-own-entries.server";
import { changeStatus } from "#app/services/placements/change-status.server";
import { readOffer, saveAnswers } from "#app/services/placements/offer-draft.server";
import { sendOffer } from "#app/services/placements/offer-send.server";
import { answerClaim, listClaims, readClaim } from "#app/services/placements/review-claim.server";
import { decideOnListing, readReview } from "#app/services/placements/review-listing.server";
import { addOwnPlacement, editOwnPlacement } from "#app/services/placements/save-own-placement.server";
import { db } from "#db/client.server";
import { aConfirmedOffer, someAnswers } from "#tests/support/factories/offers";
import { anOwnEmployer } from "#tests/support/factories/own-employer";
import { anAssociation, staff } from "#tests/support/factories/people";
import { placementFormValues } from "#tests/support/factories/placement-form";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

let here: Actor;
let elsewhere: Actor;
const phone = "0581-810 00";

beforeAll(async () => {
  here = staff("coordinator", await anAssociation(["1885"]));
  elsewhere = staff("coordinator", await anAssociation(["0331"]));
});

/** What `someAnswers` leaves open, answered. */
const left = demands.filter((demand) => demand !== "lyft");
const approval = {
  kinds: ["praktik" as const],
  supportLevel: 2 as const,
  ...Object.fromEntries(left.map((demand) => [`demand_${demand}`, 3 as const])),
};
async function listing(number: unknown) {
  const rows = await owner`SELECT p.*, e.verified FROM placements p JOIN employers e ON e.id = p.employer_id
    WHERE e.organisation_number = ${String(number)} ORDER BY p.id DESC LIMIT 1`;
  return rows[0]!;
}
async function anOfferInReview(answers = someAnswers()) {
  const offer = await aConfirmedOffer(answers);
  return { ...offer, id: (await listing(answers.organisationNumber)).id as number };
}
const rightsOf = (email: string) =>
  owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    return tx`SELECT m.user_id, m.employer_id, u.name FROM memberships m JOIN auth_users u ON u.id = m.user_id WHERE u.email = ${email}`;
  });
async function asEmployerUser(email: string): Promise<Actor> {
  const [own] = await rightsOf(email);
  return {
    ...publicActor,
    role: "employer",
    userId: own!.user_id,
    name: own!.name,
    employerId: own!.employer_id,
  };
}

describe("a first listing", () => {
  test("is seen with what stands out and what is unknown, by a coordinator of the municipality alone", async () => {
    const { id, answers } = await anOfferInReview(
      someAnswers({ supervising: "unknown", hours: "anything", capacity: "6" }),
    );
    await aConfirmedOffer(someAnswers({ address: answers.address!, phone: answers.phone! }));
    const seen = await readReview(here, id);
    expect(seen).toMatchObject({
      ok: true,
      review: {
        isClaim: false,
        contact: { name: "Ulla Franzén", phone: answers.phone },
        findings: [
          "new_employer",
          "no_supervisor",
          "wide_hours",
          "many_at_once",
          "shared_address",
          "same_phone",
        ],
        supportUnknown: true,
      },
    });
    if (!seen.ok) return;
    expect(seen.review.unknown).toContain("tempo");
    expect(seen.review.unknown).not.toContain("lyft");
    for (const other of [
      elsewhere,
      publicActor,
      staff("coach", here.associationId!),
      { ...here, userId: null },
    ]) {
      expect(await readReview(other, id)).toEqual({ ok: false, code: "not_found" });
      expect(await decideOnListing(other, id, { decision: "approved", form: approval })).toEqual({
        ok: false,
        code: "not_found",
      });
    }
  });

  test("approved is published with what was completed; the employer is verified and told; the next one publishes at once", async () => {
    const { id, answers, email } = await anOfferInReview();
    expect(await decideOnListing(here, id, { decision: "approved", form: approval })).toEqual({ ok: true });
    await runDueJobs();
    expect(await listing(answers.organisationNumber)).toMatchObject({
      status: "published",
      listed: true,
      verified: true,
      kinds: ["praktik"],
      support_level: 2,
      demand_tempo: 3,
      demand_lyft: 2,
    });
    expect(mailsTo(email).at(-1)).toMatchObject({
      subject: expect.stringMatching(/^Din plats är publicerad/),
    });
    expect(mailsTo(email).at(-1)?.text).toContain(`/platser/${id}`);
    expect(mailsTo(email).at(-1)?.text).toContain(`${here.name} har fyllt i resten åt er`);
    expect(mailsTo(email).at(-1)?.text).toContain("/arbetsgivare/antecknat");
    expect(await listOwnEntries(await asEmployerUser(email))).toMatchObject({
      ok: true,
      entries: [
        {
          what: "placement",
          subject: "Packa varor och sortera kläder",
          byName: here.name,
          changes: [
            ...left.map((field) => ({ field, before: null, after: 3 })),
            { field: "support", before: null, after: 2 },
            { field: "kinds", before: null, after: ["praktik"] },
          ],
        },
      ],
    });
    const again = await aConfirmedOffer({ ...answers, title: "En till" });
    expect(again.published).toBe(true);
  });

  test("is not approved on what is only typical: what the employer did not know has to be answered", async () => {
    const { id, answers } = await anOfferInReview();
    const half = {
      decision: "approved" as const,
      form: { kinds: ["praktik" as const], supportLevel: 2 as const },
    };
    expect(await decideOnListing(here, id, half)).toEqual({ ok: false, code: "incomplete" });
    expect(await listing(answers.organisationNumber)).toMatchObject({ status: "in_review", verified: false });
    expect(await decideOnListing(here, id, { decision: "approved", form: approval })).toEqual({ ok: true });
  });

  test("written signed in is asked for what the employer did not know, as an offer without account is", async () => {
    const own = await anOwnEmployer({ verified: false });
    const typed = placementFormValues({ title: "Odla frön", supportLevel: "2" });
    const demandsTyped = { ...typed.demands, buller: unknown };
    const form = ownPlacementSchema.parse({ ...typed, workplace: String(own.mill), demands: demandsTyped });
    const added = await addOwnPlacement(own.administrator, form);
    if (!added.ok) throw new Error(added.code);
    expect(await addOwnPlacement(own.administrator, form)).toEqual(added);
    const known = await editOwnPlacement(own.administrator, added.id);
    expect(known).toMatchObject({ values: { supportLevel: "2", demands: { buller: unknown, tempo: "1" } } });
    expect(await readReview(here, added.id)).toMatchObject({
      review: { unknown: ["buller"], supportUnknown: false },
    });
    const approved = { kinds: ["praktik" as const], supportLevel: 2 as const };
    const approve = (form: typeof approved & { demand_buller?: 3 }) =>
      decideOnListing(here, added.id, { decision: "approved", form });
    expect(await approve(approved)).toEqual({ ok: false, code: "incomplete" });
    expect(await approve({ ...approved, demand_buller: 3 })).toEqual({ ok: true });
    expect(await editOwnPlacement(own.administrator, added.id)).toMatchObject({
      values: { demands: { buller: "3" } },
    });
  });

  test("of two coordinators who decide at once one does, and the other is told; once decided it stays so", async () => {
    const { id, email } = await anOfferInReview();
    const refusal = { reasons: ["is_a_vacancy" as const], note: "", phone };
    const both = await Promise.all([
      decideOnListing(here, id, { decision: "approved", form: approval }),
      decideOnListing(here, id, { decision: "refused", form: refusal }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, code: "wrong_status" });
    expect(await decideOnListing(here, id, { decision: "refused", form: refusal })).toMatchObject({
      ok: false,
    });
    await runDueJobs();
    expect(mailsTo(email).filter(({ subject }) => /publicera/.test(subject))).toHaveLength(1);
  });

  test("sent back for more opens with what was typed, comes again, and keeps its organisation number", async () => {
    const { id, answers, email } = await anOfferInReview();
    const form = { reasons: ["supervisor_missing" as const], note: "Vem visar första dagen?", phone };
    expect(await decideOnListing(here, id, { decision: "more_needed", form })).toEqual({ ok: true });
    await runDueJobs();
    const mail = mailsTo(email).at(-1)!;
    expect(mail.text).toContain("Vem som handleder saknas");
    expect(mail.text).toContain("Vem visar första dagen?");
    expect(mail.text).toContain(phone);
    const secret = secretIn(mail, "lank");
    expect(await readOffer(publicActor, secret)).toMatchObject({ offer: { status: "more_needed", answers } });
    expect(await decideOnListing(here, id, { decision: "more_needed", form })).toEqual({
      ok: false,
      code: "wrong_status",
    });

    await saveAnswers(publicActor, secret, {
      supervising: "other",
      supervisor: "Maj Ek",
      organisationNumber: "556000-0001",
    });
    expect(await sendOffer(publicActor, secret, "192.0.2.1")).toEqual({ ok: true, confirmed: true });
    expect(await sendOffer(publicActor, secret, "192.0.2.1")).toEqual({ ok: true, confirmed: true });
    expect(await listing(answers.organisationNumber)).toMatchObject({
      id,
      status: "in_review",
      supervisor: "Maj Ek",
    });
    expect(await readReview(here, id)).toMatchObject({
      review: {
        offerStatus: "in_review",
        earlier: [{ decision: "more_needed", userName: here.name }],
        callPhone: phone,
        changed: ["supervising", "supervisor"],
      },
    });
  });

  test("from somebody who is not the employer is refused with reason and whom to call; the account goes", async () => {
    const { id, answers, email } = await anOfferInReview();
    expect(await rightsOf(email)).toHaveLength(1);
    const form = { reasons: ["not_the_employer" as const], note: "Vi har ringt företaget.", phone };
    expect(await decideOnListing(here, id, { decision: "refused", form })).toEqual({ ok: true });
    await runDueJobs();
    expect(await listing(answers.organisationNumber)).toMatchObject({ status: "archived", verified: false });
    expect(await rightsOf(email)).toHaveLength(0);
    const mail = mailsTo(email).at(-1)!;
    expect(mail.text).toContain("Vi har ringt företaget.");
    const contacts = await owner.begin(async (tx) => {
      await tx`SELECT set_config('app.role', 'coordinator', true)`;
      return tx`SELECT c.channel, c.with_whom, c.note FROM employer_contacts c JOIN employers e ON e.id = c.employer_id
                 WHERE e.organisation_number = ${String(answers.organisationNumber)}`;
    });
    expect(contacts).toMatchObject([
      {
        channel: "mejl",
        with_whom: `Ulla Franzén, ${email}, ${String(answers.phone)}`,
        note: "Vi har ringt företaget.",
      },
    ]);
    expect(mail.text).toContain(`Ring ${here.name}, telefon ${phone}`);
  });

  test("is not published past the review", async () => {
    const { id } = await anOfferInReview();
    expect(await changeStatus(here, id, "published")).toEqual({ ok: false, code: "wrong_status" });
    expect(await changeStatus(here, id, "archived")).toEqual({ ok: false, code: "wrong_status" });
  });
});

describe("a claim on a known employer", () => {
  async function aClaim() {
    const first = await anOfferInReview();
    await decideOnListing(here, first.id, { decision: "approved", form: approval });
    const claimed = await anOfferInReview(
      someAnswers({ organisationNumber: first.answers.organisationNumber!, title: "Plocka äpplen" }),
    );
    return { first, claimed, own: await asEmployerUser(first.email) };
  }

  test("gives its sender rights only when the coordinator says so", async () => {
    const one = await aClaim();
    expect(await readReview(here, one.claimed.id)).toMatchObject({
      review: { isClaim: true, findings: ["claim"] },
    });
    await decideOnListing(here, one.claimed.id, { decision: "approved", form: approval });
    expect(await rightsOf(one.claimed.email)).toHaveLength(0);
    const two = await aClaim();
    await decideOnListing(here, two.claimed.id, {
      decision: "approved",
      form: { ...approval, giveRights: "yes" },
    });
    expect(await rightsOf(two.claimed.email)).toMatchObject([{ employer_id: two.own.employerId }]);
  });

  test("is answered by the employer's own people: published, with or without rights, or refused; nobody else's to answer", async () => {
    const { claimed, own } = await aClaim();
    const { own: stranger } = await aClaim();
    expect(await readClaim(stranger, claimed.id)).toEqual({ ok: false, code: "not_found" });
    expect(await answerClaim(stranger, claimed.id, "ours")).toEqual({ ok: false, code: "not_found" });
    expect(await listClaims(stranger)).not.toContainEqual({ id: claimed.id, title: "Plocka äpplen" });
    expect(await listClaims(own)).toEqual([{ id: claimed.id, title: "Plocka äpplen" }]);
    expect(await readClaim(own, claimed.id)).toMatchObject({ ok: true, sender: { email: claimed.email } });
    expect(await answerClaim(own, claimed.id, "ours_and_rights")).toEqual({ ok: true });
    expect(await answerClaim(own, claimed.id, "not_ours")).toEqual({ ok: false, code: "not_found" });
    expect(await listing(claimed.answers.organisationNumber)).toMatchObject({
      id: claimed.id,
      status: "published",
    });
    expect(await rightsOf(claimed.email)).toHaveLength(1);

    const other = await aClaim();
    expect(await answerClaim(other.own, other.claimed.id, "not_ours")).toEqual({ ok: true });
    await runDueJobs();
    expect(await listing(other.claimed.answers.organisationNumber)).toMatchObject({ status: "archived" });
    expect(await rightsOf(other.claimed.email)).toHaveLength(0);
    expect(mailsTo(other.claimed.email).at(-1)?.text).toContain("inte inlagd av arbetsgivaren");
  });

  test("at an employer whom nobody has verified waits for the coordinator: its first sender vouches for nobody", async () => {
    const first = await anOfferInReview();
    const claimed = await anOfferInReview(
      someAnswers({ organisationNumber: first.answers.organisationNumber!, title: "En annan" }),
    );
    const own = await asEmployerUser(first.email);
    expect(await readClaim(own, claimed.id)).toEqual({ ok: false, code: "not_found" });
    await decideOnListing(here, claimed.id, { decision: "approved", form: approval });
    expect(await listing(first.answers.organisationNumber)).toMatchObject({ verified: false });
  });
});

test("the database shows offers and reviews to those who may see them, whatever the service asks", async () => {
  const { id, email } = await anOfferInReview();
  await decideOnListing(here, id, {
    decision: "more_needed",
    form: { reasons: ["hours_unclear"], note: "", phone },
  });
  const seenBy = (role: string, association: number | null, user = "nagon") =>
    db.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('app.role', ${role}, true), set_config('app.user_id', ${user}, true),
        set_config('app.association_id', ${String(association ?? "")}, true)`);
      const offers = await tx.execute(sql`SELECT 1 FROM placement_offers WHERE email = ${email}`);
      const reviews = await tx.execute(sql`SELECT 1 FROM placement_reviews WHERE placement_id = ${id}`);
      const keys = await tx.execute(sql`SELECT 1 FROM offer_keys`);
      return [offers.length, reviews.length, keys.length];
    });
  expect(await seenBy("coordinator", here.associationId)).toEqual([1, 1, 0]);
  expect(await seenBy("coordinator", elsewhere.associationId)).toEqual([0, 0, 0]);
  expect(await seenBy("coach", here.associationId)).toEqual([0, 0, 0]);
  expect(await seenBy("public", null)).toEqual([0, 0, 0]);
  expect(await seenBy("identity", null)).toEqual([0, 0, 0]);
});
