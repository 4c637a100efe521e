import { describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import type { OwnPerson } from "#app/domain/organisations/person-form";
import type { OwnPlacementForm } from "#app/domain/placements/own-placement-form";
import { today } from "#app/platform/clock.server";
import { listForEmployer, readForEmployer } from "#app/services/matching/list-for-employer.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { acceptInvitation, readInvitation } from "#app/services/organisations/accept-invitation.server";
import { answerAppetite, readOutcomes, readOwnHome } from "#app/services/organisations/own-employer.server";
import {
  listOwnPeople,
  removeOwnPerson,
  saveOwnPerson,
  setOwnAway,
} from "#app/services/organisations/own-people.server";
import { listOwnWorkplaces, saveOwnWorkplace } from "#app/services/organisations/own-workplaces.server";
import { changeOwnStatus } from "#app/services/placements/change-own-status.server";
import { confirmOwnPlacement } from "#app/services/placements/confirm-own-placement.server";
import { answerLinkedListing, readLinkedListing } from "#app/services/placements/linked-listing.server";
import { listOwnPlacements } from "#app/services/placements/list-own-placements.server";
import { remindUnconfirmed } from "#app/services/placements/remind-unconfirmed.server";
import {
  addOwnPlacement,
  changeOwnPlacement,
  editOwnPlacement,
} from "#app/services/placements/save-own-placement.server";
import { aColleague, anOwnEmployer, aPresentedProposal } from "#tests/support/factories/own-employer";
import { anAssociation, staff } from "#tests/support/factories/people";
import { placementForm } from "#tests/support/factories/placement-form";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const missing = { ok: false, code: "not_found" };

function ownForm(workplace: number, changes: Parameters<typeof placementForm>[0] = {}): OwnPlacementForm {
  const { organisationNumber, employerName, sector, workplaceName, address, locality, ...rest } =
    placementForm(changes);
  const { contactName, contactEmail, contactPhone, ...form } = rest;
  return { ...form, unknownLevels: [], workplace };
}

function person(changes: Partial<OwnPerson> = {}): OwnPerson {
  return {
    name: "Ny Person",
    email: null,
    phone: null,
    duty: "contact",
    workplace: null,
    supervises: [],
    ...changes,
  };
}

const titlesOf = async (actor: Actor) =>
  (await listOwnPlacements(actor)).rows.map(({ title }) => title).sort();
const proposalsOf = async (actor: Actor) => (await listForEmployer(actor)).map(({ id }) => id).sort();
const statusOf = async (id: number) =>
  (await owner`SELECT status FROM placements WHERE id = ${id}`)[0]!.status;
const daysFromNow = (days: number) =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe("who reaches what", () => {
  test("an administrator reaches everything; an account that was never narrowed is one", async () => {
    const { administrator, employerId, atMill, atShop } = await anOwnEmployer();
    const asked = [
      await aPresentedProposal(employerId, atMill),
      await aPresentedProposal(employerId, atShop),
    ];
    expect(await titlesOf(administrator)).toEqual(["Mala mjöl", "Packa varor"]);
    expect(await proposalsOf(administrator)).toEqual(asked.sort());
    expect(await readOwnHome(administrator)).toMatchObject({ home: { mayManage: true, mayList: true } });
  });

  test("a contact person reaches proposals and placements of the own workplace", async () => {
    const { employerId, mill, shop, atMill, atShop } = await anOwnEmployer();
    const contact = await aColleague(employerId, "Berit", { duty: "contact", workplaceId: mill });
    const own = await aPresentedProposal(employerId, atMill);
    const other = await aPresentedProposal(employerId, atShop);
    expect(await titlesOf(contact)).toEqual(["Mala mjöl"]);
    expect(await proposalsOf(contact)).toEqual([own]);
    expect(await readForEmployer(contact, other)).toEqual(missing);
    expect(await moveProposal(contact, { proposalId: other, to: "employer_yes" })).toEqual(missing);
    expect(await moveProposal(contact, { proposalId: own, to: "employer_yes" })).toMatchObject({ ok: true });
    expect(await changeOwnStatus(contact, atShop, "paused")).toEqual(missing);
    expect(await confirmOwnPlacement(contact, atShop)).toEqual(missing);
    expect(await editOwnPlacement(contact, atShop)).toEqual(missing);
    expect(await addOwnPlacement(contact, ownForm(shop))).toEqual({ ok: false, code: "workplace_unknown" });
    await owner`UPDATE workplaces SET address = '' WHERE id = ${mill}`;
    expect(await addOwnPlacement(contact, ownForm(mill))).toEqual({ ok: false, code: "address_missing" });
    await owner`UPDATE workplaces SET address = 'Storgatan 1' WHERE id = ${mill}`;
    expect(await addOwnPlacement(contact, ownForm(mill))).toMatchObject({ ok: true });
    expect(await saveOwnPerson(contact, null, person())).toEqual(missing);
    expect(await answerAppetite(contact, { appetite: "yes", askAgainOn: null })).toEqual(missing);
  });

  test("a contact person of all workplaces reaches all of them, and still no people", async () => {
    const { employerId } = await anOwnEmployer();
    const contact = await aColleague(employerId, "Berit", { duty: "contact" });
    expect(await titlesOf(contact)).toEqual(["Mala mjöl", "Packa varor"]);
    expect(await saveOwnPerson(contact, null, person())).toEqual(missing);
  });

  test("a supervisor reads, confirms and answers what is supervised, and changes nothing", async () => {
    const { employerId, atMill, atShop, mill } = await anOwnEmployer();
    const supervisor = await aColleague(employerId, "Kim", { duty: "supervisor", supervises: [atShop] });
    const own = await aPresentedProposal(employerId, atShop);
    const other = await aPresentedProposal(employerId, atMill);
    expect(await titlesOf(supervisor)).toEqual(["Packa varor"]);
    expect(await proposalsOf(supervisor)).toEqual([own]);
    expect(await readForEmployer(supervisor, other)).toEqual(missing);
    expect(await confirmOwnPlacement(supervisor, atShop)).toEqual({ ok: true });
    expect(await confirmOwnPlacement(supervisor, atMill)).toEqual(missing);
    expect(await changeOwnStatus(supervisor, atShop, "paused")).toEqual(missing);
    expect(await addOwnPlacement(supervisor, ownForm(mill))).toEqual(missing);
    expect(await moveProposal(supervisor, { proposalId: own, to: "employer_maybe_meet" })).toMatchObject({
      ok: true,
    });
  });

  test("whose row has gone reaches nothing, though the narrow membership is left", async () => {
    const { employerId, atMill } = await anOwnEmployer();
    const contact = await aColleague(employerId, "Berit", { duty: "contact" });
    await aPresentedProposal(employerId, atMill);
    await owner`DELETE FROM contact_persons WHERE id = ${contact.personId}`;
    expect(await titlesOf(contact)).toEqual([]);
    expect(await proposalsOf(contact)).toEqual([]);
    expect(await listOwnPeople(contact)).toEqual(missing);
    expect(await addOwnPlacement(contact, ownForm(1))).toEqual(missing);
  });

  test("nobody reaches another employer, whatever the right", async () => {
    const { mill, atMill, administrator: owns } = await anOwnEmployer();
    const { administrator, mill: own } = await anOwnEmployer();
    expect(await editOwnPlacement(administrator, atMill)).toEqual(missing);
    expect(await changeOwnPlacement(administrator, atMill, ownForm(own), "")).toEqual(missing);
    expect(await changeOwnStatus(administrator, atMill, "paused")).toEqual(missing);
    expect(await confirmOwnPlacement(administrator, atMill)).toEqual(missing);
    expect(await addOwnPlacement(administrator, ownForm(mill))).toEqual({
      ok: false,
      code: "workplace_unknown",
    });
    const form = { name: "Min", address: "Väg 1", locality: "Nora", pin: null };
    expect(await saveOwnWorkplace(administrator, mill, form)).toEqual(missing);
    const people = await listOwnPeople(owns);
    const stranger = people.ok ? people.rows[0]!.id : 0;
    expect(await saveOwnPerson(administrator, stranger, person())).toEqual(missing);
    expect(await removeOwnPerson(administrator, stranger)).toEqual(missing);
    expect(await setOwnAway(administrator, { from: today(), until: today(), delegate: stranger })).toEqual({
      ok: false,
      code: "delegate_unknown",
    });
  });

  test("who is no employer finds no portal", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    for (const other of [publicActor, coordinator]) {
      expect(await readOwnHome(other)).toEqual(missing);
      expect(await listOwnWorkplaces(other)).toEqual(missing);
      expect(await listOwnPeople(other)).toEqual(missing);
    }
  });
});

describe("people", () => {
  test("are invited by mail, accept with one button, and get just the right they were given", async () => {
    const { administrator, employerId, mill, atMill, atShop } = await anOwnEmployer();
    const email = `berit${employerId}@egna.example`;
    const invited = person({
      name: "Berit",
      email,
      duty: "supervisor",
      workplace: mill,
      supervises: [atShop],
      invite: "yes",
    });
    expect(await saveOwnPerson(administrator, null, invited)).toEqual({ ok: true, invited: true });
    await runDueJobs();
    const mails = mailsTo(email);
    expect(mails).toHaveLength(1);
    const secret = secretIn(mails[0], "arbetsgivare/inbjudan");
    for (let look = 0; look < 2; look++)
      expect(await readInvitation(secret)).toMatchObject({
        invitation: { name: "Berit", duty: "supervisor" },
      });
    const accepted = await acceptInvitation(secret);
    expect(accepted).toMatchObject({ ok: true, signInToken: expect.any(String) });
    expect(await acceptInvitation(secret)).toEqual({ ok: false, code: "link_used" });
    expect(await readInvitation(secret)).toEqual({ ok: false, code: "link_used" });
    const [row] =
      await owner`SELECT user_id FROM contact_persons WHERE name = 'Berit' AND employer_id = ${employerId}`;
    const berit: Actor = {
      ...publicActor,
      userId: row!.user_id,
      name: "Berit",
      role: "employer",
      employerId,
    };
    expect(await titlesOf(berit)).toEqual(["Packa varor"]);
    expect(await confirmOwnPlacement(berit, atMill)).toEqual(missing);
    const [stored] = await owner`SELECT invitation_hash FROM contact_persons WHERE user_id = ${row!.user_id}`;
    expect(stored!.invitation_hash).toBeNull();
  });

  test("only the hash of an invitation is kept, an older one opens nothing, and time ends it", async () => {
    const { administrator, employerId } = await anOwnEmployer();
    const email = `ulla${employerId}@egna.example`;
    const form = person({ name: "Ulla", email, invite: "yes" });
    await saveOwnPerson(administrator, null, form);
    await runDueJobs();
    const [row] = await owner`SELECT id, invitation_hash FROM contact_persons WHERE email = ${email}`;
    const first = secretIn(mailsTo(email)[0], "arbetsgivare/inbjudan");
    expect(row!.invitation_hash).not.toContain(first);
    // Twice within a minute is one click.
    expect(await saveOwnPerson(administrator, row!.id, form)).toEqual({ ok: true, invited: false });
    await owner`UPDATE contact_persons SET invited_at = now() - interval '1 hour' WHERE id = ${row!.id}`;
    expect(await saveOwnPerson(administrator, row!.id, form)).toEqual({ ok: true, invited: true });
    await runDueJobs();
    expect(await readInvitation(first)).toEqual({ ok: false, code: "link_used" });
    const second = secretIn(
      mailsTo(email).find((mail) => !mail.text.includes(first)),
      "arbetsgivare/inbjudan",
    );
    expect(await readInvitation(second)).toMatchObject({ ok: true });
    await owner`UPDATE contact_persons SET invitation_expires_at = now() - interval '1 minute' WHERE id = ${row!.id}`;
    expect(await acceptInvitation(second)).toEqual({ ok: false, code: "link_used" });
  });

  test("who is removed can no longer sign in for the employer", async () => {
    const { administrator, employerId } = await anOwnEmployer();
    const contact = await aColleague(employerId, "Berit", { duty: "contact" });
    expect(await removeOwnPerson(administrator, contact.personId)).toEqual({ ok: true });
    const left = await owner.begin(async (tx) => {
      await tx`SELECT set_config('app.role', 'identity', true)`;
      return tx`SELECT 1 FROM memberships WHERE user_id = ${contact.userId}`;
    });
    expect(left).toHaveLength(0);
    expect(await titlesOf(contact)).toEqual([]);
  });

  test("the last administrator stays one", async () => {
    const { administrator, employerId } = await anOwnEmployer();
    const people = await listOwnPeople(administrator);
    if (!people.ok) throw new Error(people.code);
    const self = people.rows.find(({ isOneself }) => isOneself)!;
    const last = { ok: false, code: "last_administrator" };
    expect(await removeOwnPerson(administrator, self.id)).toEqual(last);
    const form = person({ name: self.name, email: self.email, duty: "contact" });
    expect(await saveOwnPerson(administrator, self.id, form)).toEqual(last);
    await aColleague(employerId, "Andra", { duty: "administrator" });
    expect(await saveOwnPerson(administrator, self.id, form)).toMatchObject({ ok: true });
    expect(await saveOwnPerson(administrator, null, person())).toEqual(missing);
  });

  test("two administrators who remove each other at once: one stays", async () => {
    const { administrator, employerId } = await anOwnEmployer();
    await listOwnPeople(administrator);
    const other = await aColleague(employerId, "Andra", { duty: "administrator" });
    const [self] = await owner`SELECT id FROM contact_persons WHERE user_id = ${administrator.userId}`;
    const said = await Promise.all([
      removeOwnPerson(administrator, other.personId),
      removeOwnPerson(other, self!.id),
    ]);
    expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a name that is there already is refused, an address that signs in stays", async () => {
    const { administrator, employerId } = await anOwnEmployer();
    const berit = await aColleague(employerId, "Berit", { duty: "contact" });
    expect(await saveOwnPerson(administrator, null, person({ name: "Berit" }))).toEqual({
      ok: false,
      code: "name_taken",
    });
    const moved = person({ name: "Berit", email: "annan@egna.example" });
    expect(await saveOwnPerson(administrator, berit.personId, moved)).toEqual({
      ok: false,
      code: "email_fixed",
    });
  });
});

describe("while somebody is away", () => {
  test("whoever stands in gets the proposals on those days, and not before or after", async () => {
    const { employerId, mill, atMill, atShop } = await anOwnEmployer();
    const away = await aColleague(employerId, "Berit", { duty: "contact", workplaceId: mill });
    const standIn = await aColleague(employerId, "Kim", { duty: "supervisor", supervises: [atShop] });
    const proposal = await aPresentedProposal(employerId, atMill);
    expect(await proposalsOf(standIn)).toEqual([]);
    const set = (from: number, until: number) =>
      setOwnAway(away, { from: daysFromNow(from), until: daysFromNow(until), delegate: standIn.personId });
    for (const [from, until, reached] of [
      [0, 0, true],
      [-3, 3, true],
      [1, 9, false],
      [-9, -1, false],
    ] as const) {
      expect(await set(from, until)).toEqual({ ok: true });
      expect([from, until, await proposalsOf(standIn)]).toEqual([from, until, reached ? [proposal] : []]);
    }
    await set(0, 0);
    expect(await readOwnHome(standIn)).toMatchObject({ home: { standsInFor: ["Berit"] } });
    expect(await moveProposal(standIn, { proposalId: proposal, to: "employer_yes" })).toMatchObject({
      ok: true,
    });
    expect(await setOwnAway(away, null)).toEqual({ ok: true });
    expect(await proposalsOf(standIn)).toEqual([]);
  });

  test("an administrator's rights over people are not handed over", async () => {
    const { administrator, employerId, atMill } = await anOwnEmployer();
    const standIn = await aColleague(employerId, "Kim", { duty: "supervisor", supervises: [atMill] });
    const set = await setOwnAway(administrator, {
      from: today(),
      until: today(),
      delegate: standIn.personId,
    });
    expect(set).toEqual({ ok: true });
    expect(await titlesOf(standIn)).toEqual(["Mala mjöl", "Packa varor"]);
    expect(await saveOwnPerson(standIn, null, person())).toEqual(missing);
    expect(await answerAppetite(standIn, { appetite: "yes", askAgainOn: null })).toEqual(missing);
  });

  test("a reminder goes to whoever stands in", async () => {
    const { employerId, mill, atMill } = await anOwnEmployer();
    const away = await aColleague(employerId, "Berit", { duty: "contact", workplaceId: mill });
    const standIn = await aColleague(employerId, "Kim", { duty: "contact" });
    await setOwnAway(away, { from: today(), until: daysFromNow(5), delegate: standIn.personId });
    await owner`UPDATE placements SET last_confirmed_on = current_date - 61 WHERE id = ${atMill}`;
    await remindUnconfirmed();
    await runDueJobs();
    expect(mailsTo(away.email)).toHaveLength(0);
    expect(mailsTo(standIn.email)).toHaveLength(1);
  });
});

describe("a listing that nobody has confirmed for 60 days", () => {
  async function reminded() {
    const world = await anOwnEmployer();
    const contact = await aColleague(world.employerId, "Berit", { duty: "contact", workplaceId: world.mill });
    await owner`UPDATE placements SET last_confirmed_on = current_date - 60 WHERE id = ${world.atMill}`;
    await remindUnconfirmed();
    await runDueJobs();
    const [mail, ...more] = mailsTo(contact.email);
    expect(more).toEqual([]);
    return { ...world, contact, secret: secretIn(mail, "stammer") };
  }
  const confirmedToday = async (id: number) =>
    (
      await owner`SELECT last_confirmed_on = (now() AT TIME ZONE 'Europe/Stockholm')::date AS today
                   FROM placements WHERE id = ${id}`
    )[0]!.today;

  test("is asked about once, by mail, and again only when it has grown old anew", async () => {
    const { contact, atMill } = await reminded();
    await remindUnconfirmed();
    await runDueJobs();
    expect(mailsTo(contact.email)).toHaveLength(1);
    await confirmOwnPlacement(contact, atMill);
    await owner`UPDATE placements SET last_confirmed_on = current_date - 75 WHERE id = ${atMill}`;
    await remindUnconfirmed();
    await runDueJobs();
    expect(mailsTo(contact.email)).toHaveLength(2);
  });

  test("is not asked about on the 59th day, when paused, or when confirmed while the mail waited", async () => {
    const { employerId, mill, atMill, atShop } = await anOwnEmployer();
    const contact = await aColleague(employerId, "Berit", { duty: "contact" });
    await owner`UPDATE placements SET last_confirmed_on = current_date - 59 WHERE id = ${atMill}`;
    await owner`UPDATE placements SET last_confirmed_on = current_date - 90, status = 'paused' WHERE id = ${atShop}`;
    await remindUnconfirmed();
    const third = await addOwnPlacement(contact, ownForm(mill));
    if (!third.ok) throw new Error(third.code);
    await owner`UPDATE placements SET last_confirmed_on = current_date - 90 WHERE id = ${third.id}`;
    await remindUnconfirmed();
    await confirmOwnPlacement(contact, third.id);
    await runDueJobs();
    expect(mailsTo(contact.email)).toEqual([]);
  });

  test("is confirmed by the mail's button without signing in; looking at the page changes nothing", async () => {
    const { secret, atMill } = await reminded();
    for (let look = 0; look < 3; look++) expect(await readLinkedListing(secret)).toMatchObject({ ok: true });
    expect(await confirmedToday(atMill)).toBe(false);
    expect(await answerLinkedListing(secret, "confirm")).toEqual({ ok: true });
    expect(await answerLinkedListing(secret, "confirm")).toEqual({ ok: true });
    expect(await confirmedToday(atMill)).toBe(true);
  });

  test("is paused or ended by the mail's button, and a taken one is only paused", async () => {
    const { secret, atMill, atShop } = await reminded();
    await owner`UPDATE placements SET claimed = 1 WHERE id = ${atMill}`;
    expect(await answerLinkedListing(secret, "end")).toEqual({ ok: false, code: "slots_taken" });
    expect(await answerLinkedListing(secret, "pause")).toEqual({ ok: true });
    expect(await answerLinkedListing(secret, "pause")).toEqual({ ok: true });
    expect(await statusOf(atMill)).toBe("paused");
    await owner`UPDATE placements SET claimed = 0 WHERE id = ${atMill}`;
    expect(await answerLinkedListing(secret, "end")).toEqual({ ok: true });
    expect(await answerLinkedListing(secret, "confirm")).toEqual({ ok: false, code: "wrong_status" });
    expect(await statusOf(atMill)).toBe("archived");
    expect(await statusOf(atShop)).toBe("published");
  });

  test("is opened by no other secret, and by no link that is too old", async () => {
    const { secret } = await reminded();
    const used = { ok: false, code: "link_used" };
    for (const other of ["", "hittepa", `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`])
      expect(await answerLinkedListing(other, "confirm")).toEqual(used);
    await owner`UPDATE listing_links SET expires_at = now() - interval '1 minute'`;
    expect(await readLinkedListing(secret)).toEqual(used);
    expect(await answerLinkedListing(secret, "confirm")).toEqual(used);
  });
});

describe("an employer's own placement", () => {
  test("of an employer that nobody has vouched for is looked at first, later ones publish at once", async () => {
    const { administrator, employerId, mill } = await anOwnEmployer({ verified: false });
    const first = await addOwnPlacement(administrator, ownForm(mill, { title: "Första" }));
    expect(first).toMatchObject({ ok: true, status: "in_review" });
    await owner`UPDATE employers SET verified = true WHERE id = ${employerId}`;
    const later = await addOwnPlacement(administrator, ownForm(mill, { title: "Andra" }));
    expect(later).toMatchObject({ ok: true, status: "published" });
  });

  test("sent twice is one; the same title with other words is refused", async () => {
    const { administrator, mill } = await anOwnEmployer();
    const form = ownForm(mill);
    const first = await addOwnPlacement(administrator, form);
    expect(await addOwnPlacement(administrator, form)).toEqual(first);
    expect(await addOwnPlacement(administrator, { ...form, capacity: 5 })).toEqual({
      ok: false,
      code: "title_taken",
    });
  });

  test("ten clicks at once list one placement", async () => {
    const { administrator, employerId, mill } = await anOwnEmployer();
    const form = ownForm(mill);
    await Promise.all(Array.from({ length: 10 }, () => addOwnPlacement(administrator, form)));
    expect(
      await owner`SELECT 1 FROM placements WHERE employer_id = ${employerId} AND title = ${form.title}`,
    ).toHaveLength(1);
  });

  test("is changed by the one who saw what was there", async () => {
    const { administrator, mill, atMill } = await anOwnEmployer();
    const seen = await editOwnPlacement(administrator, atMill);
    if (!seen.ok) throw new Error(seen.code);
    const change = (title: string) =>
      changeOwnPlacement(administrator, atMill, ownForm(mill, { title }), seen.seen);
    expect(await change("Mala grovt")).toEqual({ ok: true });
    expect(await change("Mala fint")).toEqual({ ok: false, code: "changed_meanwhile" });
    await owner`UPDATE placements SET claimed = 3, capacity = 3 WHERE id = ${atMill}`;
    expect(await changeOwnPlacement(administrator, atMill, ownForm(mill, { capacity: "2" }), "")).toEqual({
      ok: false,
      code: "capacity_taken",
    });
  });

  test("is paused, shown again and ended; a taken one is not ended", async () => {
    const { administrator, atMill } = await anOwnEmployer();
    for (const to of ["paused", "paused", "published"] as const)
      expect(await changeOwnStatus(administrator, atMill, to)).toEqual({ ok: true });
    await owner`UPDATE placements SET claimed = 1 WHERE id = ${atMill}`;
    expect(await changeOwnStatus(administrator, atMill, "archived")).toEqual({
      ok: false,
      code: "slots_taken",
    });
    await owner`UPDATE placements SET claimed = 0 WHERE id = ${atMill}`;
    expect(await changeOwnStatus(administrator, atMill, "archived")).toEqual({ ok: true });
    expect(await titlesOf(administrator)).toEqual(["Packa varor"]);
  });

  test("in review is not published by the employer itself", async () => {
    const { administrator, mill } = await anOwnEmployer({ verified: false });
    const made = await addOwnPlacement(administrator, ownForm(mill));
    if (!made.ok) throw new Error(made.code);
    expect(await changeOwnStatus(administrator, made.id, "published")).toEqual({
      ok: false,
      code: "wrong_status",
    });
  });
});

describe("workplaces", () => {
  const moved = { name: "Kvarnen", address: "Nygatan 2", locality: "Nora", pin: { lat: 59.52, lon: 15.04 } };

  test("move with their placements: address, town and pin", async () => {
    const { administrator, mill, atMill } = await anOwnEmployer();
    expect(await saveOwnWorkplace(administrator, mill, moved)).toEqual({ ok: true, id: mill });
    const [row] =
      await owner`SELECT locality, municipality_code, point[0] AS east FROM placements WHERE id = ${atMill}`;
    expect(row).toMatchObject({ locality: "Nora", municipality_code: "1884" });
    expect(row!.east).toBeCloseTo(502_264, -3);
  });

  test("without a pin are in the middle of the town; a pin far away is a slip of the hand", async () => {
    const { administrator, mill } = await anOwnEmployer();
    expect(await saveOwnWorkplace(administrator, mill, { ...moved, pin: null })).toMatchObject({ ok: true });
    const far = { ...moved, pin: { lat: 65, lon: 21 } };
    expect(await saveOwnWorkplace(administrator, mill, far)).toEqual({ ok: false, code: "pin_far" });
    const nowhere = { ...moved, locality: "Ingenstans" };
    expect(await saveOwnWorkplace(administrator, mill, nowhere)).toEqual({
      ok: false,
      code: "locality_unknown",
    });
  });

  test("are added once, and no two have one name", async () => {
    const { administrator } = await anOwnEmployer();
    const form = { name: "Lagret", address: "Lagervägen 1", locality: "Nora", pin: null };
    const made = await saveOwnWorkplace(administrator, null, form);
    expect(await saveOwnWorkplace(administrator, null, form)).toEqual(made);
    const other = { ...form, address: "Annan väg 3" };
    expect(await saveOwnWorkplace(administrator, null, other)).toEqual({ ok: false, code: "name_taken" });
  });
});

test("not now until a day reaches every placement, and a yes forgets the day", async () => {
  const { administrator, employerId, atMill } = await anOwnEmployer();
  await answerAppetite(administrator, { appetite: "not_now", askAgainOn: daysFromNow(30) });
  const stored = async () =>
    (
      await owner`SELECT e.appetite, e.ask_again_on::text AS again, p.employer_appetite AS copied
                   FROM employers e JOIN placements p ON p.employer_id = e.id WHERE e.id = ${employerId} AND p.id = ${atMill}`
    )[0];
  expect(await stored()).toEqual({ appetite: "not_now", again: daysFromNow(30), copied: "not_now" });
  await answerAppetite(administrator, { appetite: "yes", askAgainOn: null });
  expect(await stored()).toEqual({ appetite: "yes", again: null, copied: "yes" });
});

test("what the places led to is counted by year, for the own employer only", async () => {
  const { administrator, employerId, atMill } = await anOwnEmployer();
  const other = await anOwnEmployer();
  await aPresentedProposal(other.employerId, other.atMill);
  const ids = [];
  for (let nth = 0; nth < 4; nth++) ids.push(await aPresentedProposal(employerId, atMill));
  await owner`UPDATE proposals SET status = 'employer_no' WHERE id = ${ids[1]!}`;
  await owner`UPDATE proposals SET status = 'visit_booked', visit_at = now() WHERE id = ${ids[2]!}`;
  await owner`UPDATE proposals SET status = 'agreed', visit_at = now(), created_at = '2025-03-01' WHERE id = ${ids[3]!}`;
  expect(await readOutcomes(administrator)).toEqual({
    ok: true,
    years: [
      { year: Number(today().slice(0, 4)), asked: 3, welcomed: 1, visits: 1, agreed: 0 },
      { year: 2025, asked: 1, welcomed: 1, visits: 1, agreed: 1 },
    ],
  });
});
