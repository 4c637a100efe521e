import {
  type Agreement,
  type AgreementVersion,
  openVersion,
  type SentVersion,
} from "#app/domain/agreements/agreement";
import {
  missingSlots,
  openSlots,
  requiredSlots,
  type SignatureSlot,
  signatoryOf,
} from "#app/domain/agreements/signatures";
import { linkDays, nextLinkAt } from "#app/domain/agreements/signing-link";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { now } from "#app/platform/clock.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import { addLink, type LastLink, listLastLinks, reachOf } from "#db/queries/agreement-links.server";
import { listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { enqueue } from "#db/queries/jobs.server";

/** What the coordinator sees of one empty place: how its party is reached, and what was sent last. */
export type WaitingPlace = {
  slot: SignatureSlot;
  /** Whether it can be signed now; the agency waits for the others. */
  isOpen: boolean;
  reach: { channel: "mail" | "sms"; address: string } | null;
  last: LastLink | null;
  /** ISO moment before which no other link is sent. */
  waitUntil: string | null;
};

/** The places that are still empty on the version that is out. Errors: `not_found`, `not_out`. */
export function readWaiting(
  actor: Actor,
  id: string,
): Promise<
  Outcome<{ agreement: Agreement; version: SentVersion; places: WaitingPlace[] }, "not_found" | "not_out">
> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.draw_up", "read");
    if (!agreement) return fail("not_found");
    const version = outIn(await listVersions(tx, id));
    if (!version) return fail("not_out");
    await recordOnAgreement(tx, actor, agreement, "agreement.read", { as: "waiting" });
    return done({ agreement, version, places: await placesOf(tx, agreement, version) });
  });
}

/** A link was sent a moment ago; `until` is when the next one may be. */
export type TooSoon = Failure<"too_soon"> & { until: string };
export type SendLinkCode = "not_found" | "not_out" | "already_signed" | "agency_last" | "no_address";

/**
 * Sends a party its link again: to the address that is known today, for the version that is out. Errors: `not_found`,
 * `not_out`, `already_signed`, `agency_last`, `no_address`, `too_soon` with when.
 */
export function sendLinkAgain(
  actor: Actor,
  id: string,
  slot: SignatureSlot,
): Promise<Outcome<object, SendLinkCode> | TooSoon> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.draw_up", "change");
    if (!agreement) return fail("not_found");
    const version = outIn(await listVersions(tx, id));
    if (!version) return fail("not_out");
    const place = (await placesOf(tx, agreement, version)).find((one) => one.slot === slot);
    if (!place) return fail("already_signed");
    if (!place.isOpen) return fail("agency_last");
    if (!place.reach) return fail("no_address");
    if (place.waitUntil) return { ...fail("too_soon"), until: place.waitUntil };
    await order(tx, agreement, version, slot, place.reach, actor.name);
    await recordOnAgreement(tx, actor, agreement, "agreement.sent", {
      version: version.number,
      slot,
      as: "link",
    });
    return done();
  });
}

/**
 * Orders a link for everybody who can sign a version now, is reached, and has not been sent one a moment ago. Inside the
 * transaction in which the version went out, or in which the others were done and the agency's turn came.
 */
export async function orderLinks(
  tx: Tx,
  agreement: Agreement,
  version: SentVersion,
  byName: string,
): Promise<void> {
  for (const { slot, isOpen, reach, last } of await placesOf(tx, agreement, version)) {
    if (isOpen && reach && !last) await order(tx, agreement, version, slot, reach, byName);
  }
}

/** The same party, address and agreement as an older link, for the version that is out now. */
export async function orderLinkFor(
  tx: Tx,
  agreement: Agreement,
  version: SentVersion,
  old: { slot: SignatureSlot; channel: "mail" | "sms"; address: string },
): Promise<Outcome<object, "already_signed"> | TooSoon> {
  const place = (await placesOf(tx, agreement, version)).find(({ slot }) => slot === old.slot);
  if (!place) return fail("already_signed");
  if (place.waitUntil) return { ...fail("too_soon"), until: place.waitUntil };
  await order(tx, agreement, version, old.slot, old, "");
  return done();
}

async function order(
  tx: Tx,
  { id: agreementId, associationId }: Agreement,
  { number: version }: SentVersion,
  slot: SignatureSlot,
  { channel, address }: { channel: "mail" | "sms"; address: string },
  byName: string,
): Promise<void> {
  const linkId = await addLink(tx, {
    agreementId,
    associationId,
    version,
    slot,
    channel,
    address,
    byName,
    days: linkDays,
  });
  await enqueue(tx, "send_signing_link", { linkId });
}

async function placesOf(tx: Tx, agreement: Agreement, version: SentVersion): Promise<WaitingPlace[]> {
  const required = requiredSlots(version.content, version.changed);
  const signed = (await listSignatures(tx, agreement.id))
    .filter((one) => one.version === version.number && one.voidedAt === null)
    .map(({ slot }) => slot);
  const open = openSlots(required, signed);
  const links = await listLastLinks(tx, agreement.id, version.number);
  const places: WaitingPlace[] = [];
  for (const slot of missingSlots(required, signed)) {
    const last = links.find((one) => one.slot === slot) ?? null;
    const personId = signatoryOf(version.content, slot)?.personId ?? null;
    places.push({
      slot,
      isOpen: open.includes(slot),
      reach: await reachOf(tx, agreement, slot, personId),
      last,
      waitUntil: nextLinkAt(last?.askedAt ?? null, now())?.toISOString() ?? null,
    });
  }
  return places;
}

/** The version that is out to be signed. */
export function outIn(versions: readonly AgreementVersion[]): SentVersion | null {
  const open = openVersion(versions);
  return open?.hash ? (open as SentVersion) : null;
}
