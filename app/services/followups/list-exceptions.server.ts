import type { AgreementContent } from "#app/domain/agreements/content";
import { missingSlots, partyOf, requiredSlots, type SignatureSlot } from "#app/domain/agreements/signatures";
import { canException } from "#app/domain/followups/exception-policy";
import {
  type Exception,
  type Exceptions,
  exceptionKindsOf,
  type Snoozed,
  type Unanswered,
} from "#app/domain/followups/exceptions";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayOf, today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { type FoundException, readExceptions } from "#db/queries/exceptions.server";

/** Rows of each kind on a start page, and on the page of those that were put off. */
const perKind = 5;
const onPage = 100;

/** `municipality`: only those there. */
export type ExceptionFilter = { municipality?: string | null };

/**
 * What asks for somebody, as far as the role goes: a coordinator the association's, a coach too with the own ones first, a
 * case worker those of the own cases. Nothing that is taken care of, put off, or about a protected identity. One audit
 * event when there is any. Errors: `forbidden`.
 */
export function listExceptions(
  actor: Actor,
  filter: ExceptionFilter = {},
): Promise<Outcome<{ exceptions: Exceptions }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const exceptions = await exceptionsIn(tx, actor, filter);
    if (!exceptions) {
      await recordDenied(tx, actor, "exceptions.list", "");
      return fail("forbidden");
    }
    await recordExceptions(tx, actor, exceptions.rows.length);
    return done({ exceptions });
  });
}

/** Those that somebody has put off, with why, in one's own list. Errors: `forbidden`. */
export function listSnoozed(actor: Actor): Promise<Outcome<{ snoozed: Exceptions<Snoozed> }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const found = !canException(actor, "exceptions.snooze") ? null : await read(tx, actor, {}, true, onPage);
    if (!found) {
      await recordDenied(tx, actor, "exceptions.list", "snoozed");
      return fail("forbidden");
    }
    await recordExceptions(tx, actor, found.rows.length);
    const rows = found.rows.map((row) => ({
      ...toException(row),
      until: row.until ?? "",
      reason: row.reason ?? "",
      byName: row.byName ?? "",
    }));
    return done({ snoozed: { ...sums(found.counts, null), rows } });
  });
}

/** The same inside a transaction, without an audit event of its own; null for a role that is shown none. */
export async function exceptionsIn(
  tx: Tx,
  actor: Actor,
  { municipality = null }: ExceptionFilter = {},
): Promise<Exceptions | null> {
  const found = await read(tx, actor, { municipality }, false, perKind);
  return found && { ...sums(found.counts, municipality), rows: found.rows.map(toException) };
}

async function read(
  tx: Tx,
  actor: Actor,
  { municipality = null }: ExceptionFilter,
  snoozed: boolean,
  limit: number,
) {
  const kinds = actor.role === "public" || actor.role === "system" ? undefined : exceptionKindsOf[actor.role];
  const { associationId, userId } = actor;
  if (!kinds || associationId === null) return null;
  return readExceptions(tx, {
    associationId,
    today: today(),
    kinds,
    userId: actor.role === "coach" ? userId : null,
    municipality,
    limit,
    snoozed,
  });
}

/** Writes down that codes were shown. Nothing shown is nothing read. */
async function recordExceptions(tx: Tx, actor: Actor, count: number): Promise<void> {
  if (count === 0) return;
  await recordEvent(tx, actor, {
    action: "exceptions.listed",
    associationId: actor.associationId,
    participantId: null,
    subject: "start",
    details: { count },
  });
}

function sums(counts: Awaited<ReturnType<typeof readExceptions>>["counts"], municipality: string | null) {
  const totals: Exceptions["totals"] = {};
  const municipalities = new Map<string, { code: string; name: string; count: number }>();
  let snoozed = 0;
  for (const { kind, code, name, snoozed: isSnoozed, count } of counts) {
    if (isSnoozed) {
      snoozed += count;
      continue;
    }
    if (municipality === null || code === municipality) totals[kind] = (totals[kind] ?? 0) + count;
    if (code === null) continue;
    const known = municipalities.get(code);
    municipalities.set(code, { code, name: name ?? code, count: (known?.count ?? 0) + count });
  }
  return {
    totals,
    snoozed,
    municipalities: [...municipalities.values()].sort((a, b) => a.name.localeCompare(b.name, "sv")),
  };
}

/** What a source told, as the pages know it. */
function toException(found: FoundException): Exception {
  const { facts, until: _, reason: __, byName: ___, kind, ...about } = found;
  const told = facts ?? {};
  return { ...about, ...(detailsOf[kind]?.(told as never) ?? told), kind } as Exception;
}

type Unsigned = {
  startsOn: string;
  parties: AgreementContent["parties"];
  sentOn: string;
  phones: (string | null)[];
  signed: SignatureSlot[];
  remindedOn: string | null;
};
type Late = {
  dueOn: string;
  form: string;
  coachUser: string | null;
  coachName: string;
  remindedOn: string | null;
};

/** The details of a kind; those that are not here are told as they are shown. */
const detailsOf: Partial<Record<Exception["kind"], (facts: never) => object>> = {
  unsigned: ({ parties, phones, signed, ...facts }: Unsigned) => {
    const missing = missingSlots(requiredSlots({ parties } as AgreementContent, null), signed);
    const at = missing.includes("employer_1") ? 0 : 1;
    const name = parties.employer.signatories[at]?.name;
    return {
      ...facts,
      missing: [...new Set(missing.map(partyOf))],
      signatory: name ? { name, phone: phones[at] || null } : null,
    };
  },
  hold_ends: ({ holdUntil, ...facts }: { holdUntil: string }) => ({
    ...facts,
    holdUntil: dayOf(new Date(holdUntil)),
  }),
  late: ({ coachUser, coachName, ...facts }: Late) => ({
    ...facts,
    coach: coachUser ? { userId: coachUser, name: coachName } : null,
  }),
  silent: ({ asked, ...facts }: { asked: string }) => ({ ...facts, asked: countWords(asked) }),
};

/** "proposal,proposal,signature" as counts. */
function countWords(text: string): { what: Unanswered; count: number }[] {
  const counts = new Map<string, number>();
  for (const word of text.split(",")) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ what: what as Unanswered, count }));
}
