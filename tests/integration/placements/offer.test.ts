import { beforeAll, describe, expect, test } from "vitest";
import { publicActor } from "#app/domain/identity/actor";
import { attemptLimits } from "#app/domain/identity/attempts";
import { searchAddress } from "#app/services/geo/search-address.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { confirmOffer, readConfirmation } from "#app/services/placements/offer-confirm.server";
import { disposeOffers } from "#app/services/placements/offer-disposal.server";
import { beginOffer, readOffer, saveAnswers } from "#app/services/placements/offer-draft.server";
import { mailFormLink, sendOffer } from "#app/services/placements/offer-send.server";
import { aConfirmedOffer, aNumber, aSentOffer, someAnswers } from "#tests/support/factories/offers";
import { anAssociation } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const coordinator = "sam@forbundet.example";
const elsewhere = "fel@annat.example";

beforeAll(async () => {
  const [here, there] = [await anAssociation(["1885", "1884"]), await anAssociation(["0331"])];
  await seedAccount({
    email: coordinator,
    name: "Sam Ordnare",
    memberships: [{ role: "coordinator", associationId: here }],
  });
  await seedAccount({
    email: elsewhere,
    name: "Nora Borta",
    memberships: [{ role: "coordinator", associationId: there }],
  });
});

const listingsOf = (number: unknown) => owner`
  SELECT p.*, e.verified, w.name AS workplace, w.address FROM placements p JOIN employers e ON e.id = p.employer_id
    JOIN workplaces w ON w.id = p.workplace_id
   WHERE e.organisation_number = ${String(number)} ORDER BY p.id`;
const rightsOf = (email: string) =>
  owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    return tx`SELECT m.role, m.employer_id FROM memberships m JOIN auth_users u ON u.id = m.user_id WHERE u.email = ${email}`;
  });

describe("a draft", () => {
  test("keeps what was typed, right or wrong, for whoever holds its secret and nobody else", async () => {
    const begun = await beginOffer(publicActor, "sv", "192.0.2.1");
    if (!begun.ok) throw new Error(begun.code);
    expect(await saveAnswers(publicActor, begun.secret, { title: "Halv", hoursMin: "fel" })).toEqual({
      ok: true,
    });
    expect(await saveAnswers(publicActor, begun.secret, { employerName: "Bageriet" })).toEqual({ ok: true });
    expect(await readOffer(publicActor, begun.secret)).toMatchObject({
      ok: true,
      offer: { status: "draft", answers: { title: "Halv", hoursMin: "fel", employerName: "Bageriet" } },
    });
    for (const other of [null, "", "x".repeat(43), begun.secret.toLowerCase(), `${begun.secret}a`]) {
      expect(await readOffer(publicActor, other)).toEqual({ ok: false, code: "not_found" });
      expect(await saveAnswers(publicActor, other, {})).toEqual({ ok: false, code: "not_found" });
    }
    const [kept] = await owner`SELECT token_hash FROM offer_keys ORDER BY created_at DESC LIMIT 1`;
    expect(kept!.token_hash).not.toContain(begun.secret);
  });

  test("is not sent before it is whole, and then asks for the link once, however often one clicks", async () => {
    const answers = someAnswers();
    const begun = await beginOffer(publicActor, "sv", "192.0.2.1");
    if (!begun.ok) throw new Error(begun.code);
    const { phone, ...half } = answers;
    await saveAnswers(publicActor, begun.secret, half);
    expect(await sendOffer(publicActor, begun.secret, "192.0.2.1")).toEqual({
      ok: false,
      code: "incomplete",
    });
    await saveAnswers(publicActor, begun.secret, { phone: phone! });
    const clicks = await Promise.all([1, 2, 3].map(() => sendOffer(publicActor, begun.secret, "192.0.2.1")));
    expect(clicks.every(({ ok }) => ok)).toBe(true);
    await runDueJobs();
    expect(mailsTo(String(answers.email))).toHaveLength(1);
    expect(await listingsOf(answers.organisationNumber)).toHaveLength(0);
  });

  test("goes on by a mailed link on another device", async () => {
    const begun = await beginOffer(publicActor, "sv", "192.0.2.1");
    if (!begun.ok) throw new Error(begun.code);
    await saveAnswers(publicActor, begun.secret, { title: "Baka bullar" });
    expect(await mailFormLink(publicActor, begun.secret, "bo@bageriet.example", "192.0.2.1")).toEqual({
      ok: true,
    });
    await runDueJobs();
    const secret = secretIn(mailsTo("bo@bageriet.example")[0], "lank");
    expect(secret).not.toBe(begun.secret);
    expect(await readOffer(publicActor, secret)).toMatchObject({
      offer: { answers: { title: "Baka bullar" } },
    });
    // Such a link opens the form; it does not confirm anybody's address.
    expect(await readConfirmation(publicActor, secret)).toEqual({ ok: false, code: "link_used" });
    await owner`UPDATE offer_keys SET expires_at = now() - interval '1 hour'`;
    expect(await readOffer(publicActor, secret)).toEqual({ ok: false, code: "not_found" });
  });

  test("is removed 30 days after anybody touched it, and not before; a listing in review stays", async () => {
    const { secret, email } = await aSentOffer();
    const kept = await aConfirmedOffer();
    await owner`UPDATE placement_offers SET updated_at = now() - interval '29 days' WHERE answers->>'email' = ${email}`;
    await disposeOffers();
    expect(await readOffer(publicActor, secret)).toMatchObject({ ok: true });
    await owner`UPDATE placement_offers SET updated_at = now() - interval '31 days'`;
    expect(await disposeOffers()).toBeGreaterThan(0);
    expect(await readOffer(publicActor, secret)).toEqual({ ok: false, code: "not_found" });
    expect(await readOffer(publicActor, kept.secret)).toMatchObject({
      ok: true,
      offer: { status: "in_review" },
    });
  });

  test("bombs nobody's mailbox", async () => {
    const begun = await beginOffer(publicActor, "sv", "192.0.2.9");
    if (!begun.ok) throw new Error(begun.code);
    const { attempts } = attemptLimits.offer_mail_account;
    for (let nth = 0; nth < attempts; nth++)
      expect((await mailFormLink(publicActor, begun.secret, "offer@offret.example", "192.0.2.9")).ok).toBe(
        true,
      );
    expect(await mailFormLink(publicActor, begun.secret, "offer@offret.example", "192.0.2.10")).toMatchObject(
      {
        ok: false,
        code: "too_many",
      },
    );
  });
});

describe("the confirmation", () => {
  test("makes an unverified employer, a listing in review, a contact person and an account; all are told", async () => {
    const { answers, email, token } = await aSentOffer();
    expect(await readConfirmation(publicActor, token)).toMatchObject({ ok: true, offer: { status: "sent" } });
    expect(await listingsOf(answers.organisationNumber)).toHaveLength(0);
    expect(await confirmOffer(publicActor, token)).toEqual({ ok: true, published: false });
    await runDueJobs();
    const [listing] = await listingsOf(answers.organisationNumber);
    expect(listing).toMatchObject({
      status: "in_review",
      verified: false,
      listed: false,
      title: "Packa varor och sortera kläder",
      workplace: answers.employerName,
      hours_min: "2.0",
      shortest_day: "2.0",
      demand_lyft: 2,
      municipality_code: "1885",
      supervisor: "Ulla Franzén",
    });
    expect(await rightsOf(email)).toMatchObject([{ role: "employer", employer_id: listing!.employer_id }]);
    const people =
      await owner`SELECT name, email, user_id FROM contact_persons WHERE employer_id = ${listing!.employer_id}`;
    expect(people).toMatchObject([{ name: "Ulla Franzén", email, user_id: expect.any(String) }]);
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual([
      "Bekräfta din plats",
      "Vi har tagit emot din plats: Packa varor och sortera kläder",
    ]);
    expect(mailsTo(coordinator).at(-1)?.text).toContain(`/samordnare/granska/${listing!.id}`);
    expect(mailsTo(elsewhere)).toEqual([]);
  });

  test("twice, or in two windows at once, makes one listing", async () => {
    const { answers, token } = await aSentOffer();
    const clicks = await Promise.all([1, 2, 3, 4].map(() => confirmOffer(publicActor, token)));
    expect(clicks).toEqual(clicks.map(() => ({ ok: true, published: false })));
    expect(await confirmOffer(publicActor, token)).toMatchObject({ ok: true });
    expect(await listingsOf(answers.organisationNumber)).toHaveLength(1);
  });

  test("is not for an address that was typed after the link was sent", async () => {
    const { answers, secret, token } = await aSentOffer();
    await saveAnswers(publicActor, secret, { email: "nagon@annan.example" });
    expect(await confirmOffer(publicActor, token)).toEqual({ ok: false, code: "link_used" });
    await saveAnswers(publicActor, secret, { email: answers.email! });
    expect(await confirmOffer(publicActor, token)).toMatchObject({ ok: true });
    expect(await rightsOf("nagon@annan.example")).toHaveLength(0);
  });

  test("is not made up", async () => {
    for (const token of ["", "hittepa", "y".repeat(43)])
      expect(await confirmOffer(publicActor, token)).toEqual({ ok: false, code: "link_used" });
  });

  test("two strangers confirm the same new number at once: one employer, and only one of them has rights", async () => {
    const organisationNumber = aNumber();
    const offerOf = (name: string) =>
      aSentOffer(someAnswers({ organisationNumber, email: `${name}@samma.example`, contactName: name }));
    const both = [await offerOf("ett"), await offerOf("tva")];
    await Promise.all(both.map(({ token }) => confirmOffer(publicActor, token)));
    expect(await listingsOf(organisationNumber)).toHaveLength(2);
    const rights = await Promise.all(both.map(({ email }) => rightsOf(email)));
    expect(rights.map((rows) => rows.length).sort()).toEqual([0, 1]);
  });
});

describe("a known organisation number", () => {
  test("gives a stranger nothing: the listing waits, the employer stays as it is, its own people are asked", async () => {
    const first = await aConfirmedOffer();
    const [own] = await listingsOf(first.answers.organisationNumber);
    await owner`UPDATE employers SET verified = true WHERE id = ${own!.employer_id}`;
    const stranger = await aConfirmedOffer(
      someAnswers({
        organisationNumber: first.answers.organisationNumber!,
        employerName: "Kapat AB",
        workplaceName: String(own!.workplace),
        address: "Skumgatan 1",
        email: "kapare@skum.example",
      }),
    );
    expect(stranger.published).toBe(false);
    const [kept, claimed] = await listingsOf(first.answers.organisationNumber);
    expect(kept).toMatchObject({
      employer_name: own!.employer_name,
      address: own!.address,
      status: "in_review",
    });
    expect(claimed).toMatchObject({ status: "in_review", workplace: `${own!.workplace}, Skumgatan 1` });
    expect(await rightsOf("kapare@skum.example")).toHaveLength(0);
    const people = await owner`SELECT email FROM contact_persons WHERE employer_id = ${own!.employer_id}`;
    expect(people.map(({ email }) => email)).toEqual([first.email]);
    expect(mailsTo(first.email).at(-1)).toMatchObject({
      text: expect.stringContaining(`/arbetsgivare/granska/${claimed!.id}`),
    });
  });

  test("publishes at once for the verified employer's own people", async () => {
    const first = await aConfirmedOffer();
    const [own] = await listingsOf(first.answers.organisationNumber);
    await owner`UPDATE employers SET verified = true WHERE id = ${own!.employer_id}`;
    const again = await aConfirmedOffer({
      ...first.answers,
      tasks: ["kafe"],
      suggestedTitle: "Hjälpa till i kaféet",
    });
    expect(again.published).toBe(true);
    const [, second] = await listingsOf(first.answers.organisationNumber);
    expect(second).toMatchObject({ status: "published", listed: true, title: "Hjälpa till i kaféet" });
    expect(mailsTo(first.email).at(-1)?.text).toContain(`/platser/${second!.id}`);
  });
});

test("without a service for streets, an address is the middle of its locality", async () => {
  const { source, found } = await searchAddress("Storgatan 1", "Lindesberg");
  expect(source).toBe("no_service");
  expect(found[0]).toMatchObject({ label: "Lindesberg" });
  expect((await searchAddress("", "Zzzz")).found).toEqual([]);
});
