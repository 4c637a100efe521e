import "./production";
import { expect, test } from "vitest";
import { readAuthSecret } from "#app/platform/auth-secret.server";
import { withdrawOwnConsent } from "#app/services/consent/withdraw-consent.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { aPlacement } from "#tests/support/factories/placements";
import { aPresentable, aProposal, untilPresented } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";
import { signInDirectly } from "#tests/support/session";
import { ask } from "./application";

// What people read when somebody else was first, or has changed their mind: the built pages.

let people = 0;
async function cookieOf(membership: Parameters<typeof seedAccount>[0]["memberships"][number]) {
  people += 1;
  const user = await seedAccount({
    email: `sida${people}@probe.example`,
    name: "S",
    memberships: [membership],
  });
  return signInDirectly(owner, user, readAuthSecret(), true);
}
const day = (moment: Date) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", day: "numeric", month: "long" }).format(
    moment,
  );

test("too late for the last slot: the page names the colleague, the association and the day, and not whom it is for", async () => {
  const first = await aPresentable();
  const late = await aPresentable();
  const placement = await aPlacement(1);
  const held = await aProposal(first.coordinator, first.reference, placement.id, ["held"]);
  const waiting = await aProposal(late.coordinator, late.reference, placement.id, []);
  const [row] =
    await owner`SELECT p.hold_until, a.name FROM proposals p JOIN associations a ON a.id = p.association_id
    WHERE p.id = ${held}`;
  const cookie = await cookieOf({ role: "coordinator", associationId: late.associationId });
  const sent: [string, Record<string, string>][] = [
    [`/forslag/${waiting}`, { to: "held" }],
    [`/deltagare/${late.reference}/forslag`, { intent: "hold", placementId: String(placement.id) }],
  ];
  for (const [path, form] of sent) {
    const answer = await ask("POST", path, cookie, form);
    expect(answer.status, path).toBe(409);
    const page = (await answer.text()).replaceAll(/<[^>]*>/g, " ");
    expect(page).toContain("Någon annan hann före");
    expect(page).toContain(`${first.coordinator.name}, ${row!.name}, har reserverat till`);
    expect(page).toContain(day(row!.hold_until));
    expect(page).not.toContain(first.reference);
  }
});

test("a work profile with gaps: the page says so and leads to it", async () => {
  const { coordinator, reference, participantId, associationId } = await aPresentable();
  const steps = untilPresented.slice(0, 3);
  const id = await aProposal(coordinator, reference, (await aPlacement()).id, steps);
  await owner`UPDATE work_profiles SET status = 'started', profile = profile - 'maxKm' WHERE participant_id = ${participantId}`;
  const cookie = await cookieOf({ role: "coordinator", associationId });
  const answer = await ask("POST", `/forslag/${id}`, cookie, { to: "presented" });
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain("Arbetsprofilen är inte klar.");
  expect(page).toContain(`href="/deltagare/${reference}/arbetsprofil"`);
});

test("a consent taken back: the employer's pages say in calm words that nothing came of it, and nothing more", async () => {
  const { coordinator, participant, reference, associationId } = await aPresentable();
  const placement = await aPlacement(1);
  const id = await aProposal(coordinator, reference, placement.id, untilPresented);
  const employer = await cookieOf({ role: "employer", employerId: placement.employerId });
  await withdrawOwnConsent(participant, "present_to_employers");
  for (const path of ["/arbetsgivare", `/arbetsgivare/forslag/${id}`]) {
    const page = await (await ask("GET", path, employer, null)).text();
    expect(page).toContain("Det blev inget den här gången.");
    expect(page).not.toMatch(/consent|samtycke är|återtaget/i);
  }
  const answered = await ask("POST", `/arbetsgivare/forslag/${id}`, employer, { answer: "ja" });
  expect(answered.status).toBe(409);

  const staff = await cookieOf({ role: "coordinator", associationId });
  const start = await (await ask("GET", "/samordnare", staff, null)).text();
  expect(start).toContain("Samtycke återtaget");
  const history = await (await ask("GET", `/forslag/${id}`, staff, null)).text();
  expect(history).toContain("Samtycket är återtaget");
});
