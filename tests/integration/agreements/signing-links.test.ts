import { describe, expect, test } from "vitest";
import { callBack } from "#app/services/agreements/call-back.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import {
  readLinkedAgreement,
  sendNewLink,
  signLinkedAgreement,
} from "#app/services/agreements/linked-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { readWaiting, sendLinkAgain } from "#app/services/agreements/signing-links.server";
import {
  aCircle,
  aDraft,
  type Circle,
  send,
  sign,
  whole,
  writeDraft,
} from "#tests/support/factories/agreements";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

let count = 0;
/** An agreement that is out, where participant and employer are reached by mail: their addresses and links. */
async function out() {
  const circle = await aCircle();
  count += 1;
  const addresses = { participant: `robin${count}@example.org`, employer: `maj${count}@example.org` };
  await owner`UPDATE participants SET email = ${addresses.participant} WHERE id = ${circle.participantId}`;
  const id = await aDraft(circle);
  await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{employer1,email}', ${`"${addresses.employer}"`}::text::jsonb)
    WHERE id = ${id}`;
  const sent = await send(circle.coordinator, id);
  expect(sent).toMatchObject({ ok: true });
  await runDueJobs();
  return {
    circle,
    id,
    addresses,
    links: { participant: lastLink(addresses.participant), employer: lastLink(addresses.employer) },
  };
}
const lastLink = (address: string) => secretIn(mailsTo(address).at(-1), "skriv-under");
const aWhileAgo = (id: string) =>
  owner`UPDATE agreement_links SET asked_at = asked_at - interval '11 minutes' WHERE agreement_id = ${id}`;
async function read(token: string) {
  const linked = await readLinkedAgreement(token);
  if (!linked.ok) throw new Error(linked.code);
  return linked;
}
async function signBy(token: string, but: { typed?: string; hashRead?: string } = {}) {
  const { version, signer } = await read(token);
  const signed = await signLinkedAgreement(token, { hashRead: version.hash, typed: signer, ...but });
  return signed.ok ? (signed.completes ? "completed" : "signed") : signed.code;
}
async function again(circle: Circle, id: string) {
  expect(await callBack(circle.coordinator, id)).toMatchObject({ ok: true });
  await writeDraft(circle.coordinator, id, (draft) => ({ ...whole(draft), purpose: "Ett annat syfte." }));
  expect(await send(circle.coordinator, id)).toMatchObject({ ok: true });
}

test("sent by mail, read and signed without an account; the coordinator signs in: in force", async () => {
  const { circle, id, addresses, links } = await out();
  const mail = mailsTo(addresses.employer).at(-1)!;
  // Nobody reads from the mail who it is about, or what.
  expect(mail.text).not.toMatch(/praktik hos|Deltagaren|växthus|L-\d|hälsa/i);
  expect(await read(links.employer)).toMatchObject({ slot: "employer_1", signer: "Chefen", standing: "now" });

  expect(await signBy(links.employer)).toBe("signed");
  expect(await read(links.employer)).toMatchObject({ standing: "signed" });
  expect(await sign(circle.coordinator, id, "coordinator")).toBe("signed");
  expect(await signBy(links.participant)).toBe("completed");

  const shown = await readAgreement(circle.coordinator, id);
  if (!shown.ok) throw new Error(shown.code);
  expect(shown.agreement.status).toBe("in_force");
  const by = Object.fromEntries(shown.signatures.map((one) => [one.slot, one]));
  expect(by.employer_1).toMatchObject({
    way: "link",
    sessionStrength: "mailed_link",
    name: "Chefen",
    userId: null,
    hash: shown.shown.hash,
  });
  expect(by.participant).toMatchObject({ way: "link", name: circle.reference });
});

test("only the hash of a link's secret is kept, and looking at a link changes nothing but the trail", async () => {
  const { id, links } = await out();
  const state = async () =>
    JSON.stringify(
      await owner`
    SELECT l.*, g.status FROM agreement_links l JOIN agreements g ON g.id = l.agreement_id
     WHERE g.id = ${id} ORDER BY l.id`,
    );
  const before = await state();
  expect(before).not.toContain(links.employer);
  await read(links.employer);
  expect(await state()).toBe(before);
  const [event] =
    await owner`SELECT role, user_name FROM audit_events WHERE subject = ${id} ORDER BY id DESC LIMIT 1`;
  expect(event).toEqual({ role: "employer", user_name: "Chefen" });
});

describe("each wrong way has its own answer and loses nothing", () => {
  test("forged, expired, of a text that was called back, of an agreement that never began", async () => {
    const { circle, id, links } = await out();
    expect(await readLinkedAgreement("A".repeat(43))).toEqual({ ok: false, code: "link_unknown" });
    expect(await sendNewLink("A".repeat(43))).toEqual({ ok: false, code: "link_unknown" });

    await owner`UPDATE agreement_links SET expires_at = now() WHERE agreement_id = ${id} AND slot = 'participant'`;
    expect(await readLinkedAgreement(links.participant)).toEqual({ ok: false, code: "link_expired" });
    expect(await signLinkedAgreement(links.participant, { hashRead: "", typed: "" })).toEqual({
      ok: false,
      code: "link_expired",
    });

    await again(circle, id);
    expect(await readLinkedAgreement(links.employer)).toEqual({ ok: false, code: "link_outdated" });
    expect(await signLinkedAgreement(links.employer, { hashRead: "", typed: "Chefen" })).toEqual({
      ok: false,
      code: "link_outdated",
    });

    const cancel = { to: "cancelled" as const, reason: "other" as const, initiative: null, note: "" };
    expect(await endAgreement(circle.coordinator, id, cancel)).toMatchObject({ ok: true });
    expect(await readLinkedAgreement(links.employer)).toEqual({ ok: false, code: "link_over" });
  });

  test("another name, another text, twice, and in somebody else's place", async () => {
    const { id, links } = await out();
    expect(await signBy(links.employer, { typed: "Någon Annan" })).toBe("confirmation_wrong");
    expect(await signBy(links.employer, { hashRead: "0".repeat(64) })).toBe("content_changed");
    const both = await Promise.all([signBy(links.employer), signBy(links.employer)]);
    expect(both.sort()).toEqual(["already_signed", "signed"]);
    const signed = await owner`SELECT slot FROM agreement_signatures WHERE agreement_id = ${id}`;
    expect(signed.map(({ slot }) => slot)).toEqual(["employer_1"]);
  });
});

describe("a link that was lost", () => {
  test("is sent again by the coordinator, after a while, and the old one still works", async () => {
    const { circle, id, addresses, links } = await out();
    expect(await sendLinkAgain(circle.coordinator, id, "employer_1")).toMatchObject({
      ok: false,
      code: "too_soon",
    });
    await aWhileAgo(id);
    expect(await sendLinkAgain(circle.coordinator, id, "employer_1")).toEqual({ ok: true });
    await runDueJobs();
    const fresh = lastLink(addresses.employer);
    expect(fresh).not.toBe(links.employer);
    for (const token of [fresh, links.employer]) expect(await read(token)).toMatchObject({ standing: "now" });
    const waiting = await readWaiting(circle.coordinator, id);
    expect(waiting).toMatchObject({
      ok: true,
      places: [
        { slot: "participant", last: { address: addresses.participant } },
        { slot: "employer_1", last: { address: addresses.employer, sentAt: expect.any(String) } },
        { slot: "coordinator", last: null, reach: null },
      ],
    });
  });

  test("or too old, or of a changed text, is sent anew to the same address by whoever has it", async () => {
    const { circle, id, addresses, links } = await out();
    await again(circle, id);
    await runDueJobs();
    await aWhileAgo(id);
    const before = mailsTo(addresses.employer).length;
    expect(await sendNewLink(links.employer)).toEqual({ ok: true });
    expect(await sendNewLink(links.employer)).toMatchObject({ code: "too_soon" });
    await runDueJobs();
    expect(mailsTo(addresses.employer)).toHaveLength(before + 1);
    expect(await signBy(lastLink(addresses.employer))).toBe("signed");
    expect(await sendNewLink(links.employer)).toEqual({ ok: false, code: "already_signed" });
  });

  test("is sent by nobody but a coordinator of the association", async () => {
    const { circle, id } = await out();
    for (const actor of [
      circle.coach,
      circle.participant,
      circle.employer,
      circle.caseWorker,
      circle.stranger,
    ])
      expect(await sendLinkAgain(actor, id, "employer_1")).toEqual({ ok: false, code: "not_found" });
  });
});

test("a job that runs twice sends two links that both work; one for a text that is gone sends none", async () => {
  const { circle, id, addresses, links } = await out();
  const [link] =
    await owner`SELECT id FROM agreement_links WHERE agreement_id = ${id} AND slot = 'employer_1'`;
  const { sendSigningLink } = await import("#app/jobs/send-signing-link.server");
  await sendSigningLink({ linkId: link!.id });
  const second = lastLink(addresses.employer);
  expect(second).not.toBe(links.employer);
  for (const token of [second, links.employer]) expect(await read(token)).toMatchObject({ standing: "now" });
  await callBack(circle.coordinator, id);
  const before = mailsTo(addresses.employer).length;
  await sendSigningLink({ linkId: link!.id });
  expect(mailsTo(addresses.employer)).toHaveLength(before);
});

test("the agency that asked to sign is sent its link when the others have signed, and not before", async () => {
  const circle = await aCircle();
  const id = await aDraft(circle);
  await writeDraft(circle.coordinator, id, (draft) => ({
    ...draft,
    parties: {
      ...draft.parties,
      agency: { ...(draft.parties.agency ?? { name: "Försäkringskassan", caseWorker: "" }), signs: true },
    },
  }));
  expect(await send(circle.coordinator, id)).toMatchObject({ ok: true });
  const [row] = await owner`SELECT email FROM auth_users WHERE id = ${circle.caseWorker.userId}`;
  const address: string = row!.email;
  for (const [actor, slot] of [
    [circle.coordinator, "coordinator"],
    [circle.employer, "employer_1"],
  ] as const) {
    expect(await sign(actor, id, slot)).toBe("signed");
    await runDueJobs();
    expect(mailsTo(address)).toHaveLength(0);
  }
  expect(await sign(circle.participant, id, "participant")).toBe("signed");
  await runDueJobs();
  expect(mailsTo(address)).toHaveLength(1);
  expect(await signBy(lastLink(address))).toBe("completed");
});
