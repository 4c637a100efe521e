import { randomUUID } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ProxyForm } from "#app/domain/agreements/proxy-form";
import type { Actor } from "#app/domain/identity/actor";
import { uploadPath } from "#app/platform/uploads.server";
import { beginAmendment } from "#app/services/agreements/amend-agreement.server";
import { makeFeed, openFeed, readFeed, revokeFeed } from "#app/services/agreements/calendar-feed.server";
import { callBack } from "#app/services/agreements/call-back.server";
import { readCalendar } from "#app/services/agreements/read-calendar.server";
import { readDocument } from "#app/services/agreements/read-document.server";
import { listEvidenceOf, openEvidence } from "#app/services/agreements/read-evidence.server";
import { recordSignature } from "#app/services/agreements/record-signature.server";
import { verifyDocument } from "#app/services/agreements/verify-document.server";
import { aCircle, aDraft, inForce, send, sign, writeDraft } from "#tests/support/factories/agreements";
import { owner } from "#tests/support/owner";

const pdf = "%PDF-1.7\nett papper";
/** A file as the form leaves it on the disk. */
function uploaded(content: string | Buffer, fileName = "papper.pdf") {
  const upload = randomUUID();
  writeFileSync(uploadPath(upload), content);
  return { upload, fileName };
}
async function out() {
  const circle = await aCircle();
  const id = await aDraft(circle);
  await send(circle.coordinator, id);
  const document = await readDocument(circle.coordinator, id, null);
  if (!document.ok) throw new Error(document.code);
  const { hash, number: version } = document.version;
  const form: ProxyForm = {
    version,
    hash,
    slot: "participant",
    reason: "signed_on_paper",
    note: "Originalet ligger i pärmen.",
    typed: circle.coordinator.name,
  };
  return { circle, id, form, document };
}

describe("by proxy or on paper", () => {
  test("tells for ever who wrote it down, why and with what; the file is for staff and the participant alone", async () => {
    const { circle, id, form } = await out();
    const file = uploaded(pdf, "robins underskrift.pdf");
    expect(await recordSignature(circle.coordinator, id, form, file)).toEqual({ ok: true, completes: false });
    expect(existsSync(uploadPath(file.upload))).toBe(false);
    const [row] = await owner`SELECT * FROM agreement_signatures WHERE agreement_id = ${id}`;
    expect(row).toMatchObject({
      slot: "participant",
      way: "paper",
      proxy_reason: "signed_on_paper",
      signed_by_name: circle.reference,
      signed_by_user: null,
      recorded_by_name: circle.coordinator.name,
      hash: form.hash,
    });

    const listed = await listEvidenceOf(circle.participant, id);
    if (!listed.ok) throw new Error(listed.code);
    const [evidence] = listed.evidence;
    for (const actor of [circle.coordinator, circle.coach, circle.participant]) {
      const opened = await openEvidence(actor, id, evidence!.id);
      if (!opened.ok) throw new Error(opened.code);
      expect(opened.file).toMatchObject({ mediaType: "application/pdf", extension: "pdf" });
      expect(await new Response(opened.stream as never).text()).toBe(pdf);
    }
    for (const actor of [circle.employer, circle.caseWorker, circle.stranger])
      expect(await openEvidence(actor, id, evidence!.id)).toEqual({ ok: false, code: "not_found" });
    expect(await openEvidence(circle.coordinator, id, randomUUID())).toEqual({
      ok: false,
      code: "not_found",
    });
    const [read] = await owner`SELECT count(*)::int AS n FROM audit_events
      WHERE subject = ${id} AND details ->> 'as' = 'evidence'`;
    expect(read!.n).toBe(3);
  });

  test("the last signature puts it in force, whoever gave it", async () => {
    const { circle, id, form } = await out();
    await sign(circle.coordinator, id, "coordinator");
    await sign(circle.employer, id, "employer_1");
    const last = await recordSignature(circle.coordinator, id, { ...form, reason: "no_eid" }, null);
    expect(last).toEqual({ ok: true, completes: true });
    const [row] =
      await owner`SELECT g.status, s.way FROM agreements g JOIN agreement_signatures s ON s.agreement_id = g.id
      WHERE g.id = ${id} AND s.slot = 'participant'`;
    expect(row).toEqual({ status: "in_force", way: "proxy" });
  });

  test.each([
    ["a program", "MZ\u0090", "evidence_type"],
    ["a page that calls itself a PDF", "<html>%PDF-", "evidence_type"],
    ["nothing", "", "evidence_type"],
    [
      "more than ten megabytes",
      Buffer.concat([Buffer.from(pdf), Buffer.alloc(10 * 1024 * 1024)]),
      "too_large",
    ],
  ])("%s is no evidence, and nothing is signed", async (_what, content, code) => {
    const { circle, id, form } = await out();
    expect(await recordSignature(circle.coordinator, id, form, uploaded(content))).toEqual({
      ok: false,
      code,
    });
    expect(await owner`SELECT 1 FROM agreement_signatures WHERE agreement_id = ${id}`).toHaveLength(0);
  });

  test("never silently, never unread, never twice, never by anybody else", async () => {
    const { circle, id, form } = await out();
    const code = async (but: Partial<ProxyForm>, actor: Actor = circle.coordinator) => {
      const recorded = await recordSignature(actor, id, { ...form, ...but }, null);
      return recorded.ok ? "recorded" : recorded.code;
    };
    expect(await code({ note: "" })).toBe("evidence_missing");
    expect(await code({ typed: "Någon" })).toBe("confirmation_wrong");
    expect(await code({ hash: "0".repeat(64) })).toBe("content_changed");
    expect(await code({ slot: "employer_2" })).toBe("not_a_signatory");
    for (const actor of [circle.coach, circle.participant, circle.employer, circle.caseWorker])
      expect(await code({}, actor)).toBe("not_found");
    expect(await code({})).toBe("recorded");
    expect(await code({})).toBe("already_signed");
    await callBack(circle.coordinator, id);
    expect(await code({})).toBe("not_out");
  });
});

describe("anyone with a document", () => {
  const check = async (number: string, hash: string) => {
    const answer = await verifyDocument({ number, hash }, randomUUID());
    return answer.ok ? answer.verified : answer.code;
  };

  test("is told whether it is the text that was signed, by how many and when, and no names", async () => {
    const { circle, id, document } = await out();
    const { number, version } = document;
    expect(await check(number, version.hash)).toMatchObject({ standing: "waiting", signed: 0, required: 3 });
    await sign(circle.participant, id, "participant");
    await sign(circle.employer, id, "employer_1");
    await sign(circle.coordinator, id, "coordinator");
    // As people type: spaces, a long dash, capitals.
    const typed = version.hash.toUpperCase().replace(/(.{8})/g, "$1 ");
    const verified = await check(` ${number.replace("-", " – ")} `, typed);
    expect(verified).toMatchObject({ standing: "in_force", signed: 3, required: 3, isUnsigned: false });
    expect(Object.keys(verified).sort()).toEqual(
      ["isUnsigned", "lastSignedAt", "number", "required", "signed", "standing", "version", "what"].sort(),
    );
    expect(JSON.stringify(verified)).not.toMatch(/Chefen|Deltagaren|coordinator/);
  });

  test("of a text that was called back is told so", async () => {
    const { circle, id, document } = await out();
    await callBack(circle.coordinator, id);
    expect(await check(document.number, document.version.hash)).toMatchObject({ standing: "called_back" });
  });

  test("has one answer for a number that nobody has and a hash that is another's", async () => {
    const { document } = await out();
    const other = await out();
    const answers = [
      await check("1999-0001", document.version.hash),
      await check(document.number, "0".repeat(64)),
      await check("hej", "hopp"),
    ];
    expect(new Set(answers)).toEqual(new Set(["no_such_document"]));
    // Another text within an agreement of the same number is not this one either.
    expect(other.document.version.hash).not.toBe(document.version.hash);
  });

  test("who tries again and again has to wait", async () => {
    const address = randomUUID();
    let answer: Awaited<ReturnType<typeof verifyDocument>> | null = null;
    for (let attempt = 0; attempt <= 60; attempt++)
      answer = await verifyDocument({ number: "", hash: "" }, address);
    expect(answer).toMatchObject({ ok: false, code: "too_many", until: expect.any(Date) });
  });
});

describe("the document of a version", () => {
  test("is for its parties and staff; a draft is none; a change without signatures stands on those before", async () => {
    const circle = await aCircle();
    const draft = await aDraft(circle);
    expect(await readDocument(circle.coordinator, draft, null)).toEqual({ ok: false, code: "not_found" });
    const id = draft;
    await send(circle.coordinator, id);
    await sign(circle.coordinator, id, "coordinator");
    await sign(circle.employer, id, "employer_1");
    await sign(circle.participant, id, "participant");
    await beginAmendment(circle.coordinator, id);
    await writeDraft(circle.coordinator, id, (text) => ({ ...text, confidentiality: "Annat." }));
    expect(await send(circle.coordinator, id)).toMatchObject({ signed: "not_needed" });
    for (const actor of [circle.coordinator, circle.coach, circle.participant, circle.employer]) {
      const document = await readDocument(actor, id, null);
      if (!document.ok) throw new Error(document.code);
      expect(document.version).toMatchObject({ number: 2, unsigned: true });
      expect(document.signatures.map(({ version }) => version)).toEqual([1, 1, 1]);
    }
    expect(await readDocument(circle.stranger, id, null)).toEqual({ ok: false, code: "not_found" });
    expect(await readDocument(circle.coordinator, id, 9)).toEqual({ ok: false, code: "not_found" });
  });
});

describe("calendars", () => {
  /** The actor with an account and a membership, as the feed finds them. */
  async function withAccount(actor: Actor): Promise<Actor> {
    const userId = `kalender-${randomUUID()}`;
    await owner.begin(async (tx) => {
      await tx`SELECT set_config('app.role', 'identity', true)`;
      await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, ${actor.name}, ${`${userId}@example.org`})`;
      await tx`INSERT INTO memberships (user_id, role, association_id, employer_id, participant_id)
        VALUES (${userId}, ${actor.role}, ${actor.associationId}, ${actor.employerId}, ${actor.participantId})`;
    });
    return { ...actor, userId };
  }
  const tokenOf = (url: string) => /\/kalender\/([\w-]{43})\.ics$/.exec(url)![1]!;

  test("an agreement's days are there when it is in force, and for its parties", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    const read = await readCalendar(circle.employer, id);
    if (!read.ok) throw new Error(read.code);
    expect(read.events.length).toBeGreaterThan(15);
    expect(await readCalendar(circle.stranger, id)).toEqual({ ok: false, code: "not_found" });
    const waiting = await out();
    expect(await readCalendar(waiting.circle.participant, waiting.id)).toEqual({
      ok: false,
      code: "not_found",
    });
  });

  test("a private address opens until it is closed or made anew, and is kept as a hash", async () => {
    const circle = await aCircle();
    await inForce(circle);
    const person = await withAccount(circle.participant);
    expect(await readFeed(person)).toEqual({ ok: true, since: null });
    const made = await makeFeed(person);
    if (!made.ok) throw new Error(made.code);
    const first = tokenOf(made.url);
    const kept = await owner`SELECT token_hash FROM calendar_feeds WHERE user_id = ${person.userId}`;
    expect(kept).toHaveLength(1);
    expect(kept[0]!.token_hash).not.toContain(first);
    const opened = await openFeed(first);
    expect(opened.ok && opened.events.length).toBeGreaterThan(15);
    expect(JSON.stringify(opened)).not.toMatch(new RegExp(`${circle.reference}|Deltagaren|praktik`, "i"));

    const again = await makeFeed(person);
    if (!again.ok) throw new Error(again.code);
    expect(await openFeed(first)).toEqual({ ok: false, code: "not_found" });
    expect(await openFeed(tokenOf(again.url))).toMatchObject({ ok: true });
    await revokeFeed(person);
    expect(await openFeed(tokenOf(again.url))).toEqual({ ok: false, code: "not_found" });
    expect(await readFeed(person)).toEqual({ ok: true, since: null });
  });

  test("shows nobody else's days, and is for those whose days they are", async () => {
    const circle = await aCircle();
    await inForce(circle);
    const other = await withAccount((await aCircle()).participant);
    const made = await makeFeed(other);
    if (!made.ok) throw new Error(made.code);
    expect(await openFeed(tokenOf(made.url))).toEqual({ ok: true, events: [] });
    for (const actor of [circle.coordinator, circle.coach, circle.caseWorker])
      expect(await makeFeed(actor)).toEqual({ ok: false, code: "not_found" });
  });
});
