import {
  type Agreement,
  type AgreementVersion,
  openVersion,
  type Signature,
  shownVersion,
  versionInForce,
} from "#app/domain/agreements/agreement";
import { type AgreementStep, hasEnded } from "#app/domain/agreements/agreement-status";
import type { Closing } from "#app/domain/agreements/closing";
import { noContacts } from "#app/domain/agreements/contacts";
import { type Difference, differencesOf } from "#app/domain/agreements/differences";
import type { Pause } from "#app/domain/agreements/pause";
import {
  missingSlots,
  openSlots,
  requiredSlots,
  type SignatureSlot,
  slotsOf,
} from "#app/domain/agreements/signatures";
import { type AgreementState, stateOf } from "#app/domain/agreements/state";
import { agreementStepsFrom } from "#app/domain/agreements/transitions";
import { daysOff } from "#app/domain/agreements/working-days";
import type { FollowupPlan } from "#app/domain/followups/followup-plan";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { validOn } from "#app/services/agreements/sign-agreement.server";
import { followupPlanIn } from "#app/services/followups/followup-plan.server";
import { type Tx, withActor } from "#db/client.server";
import { findClosing } from "#db/queries/agreement-closings.server";
import { ownPersonIds } from "#db/queries/agreement-facts.server";
import { listPauses } from "#db/queries/agreement-pauses.server";
import { listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { listReached } from "#db/queries/agreements.server";

const mostDaysOff = 40;
const mostOwn = 30;

/** Everything that a page about one agreement shows to whoever asks. */
export type ReadAgreement = {
  agreement: Agreement;
  state: AgreementState;
  /** Why is told to staff and the participant only. */
  pauses: Pause[];
  /** The text that counts, else the one on its way. */
  shown: AgreementVersion;
  /** The changed text that is out or being written; null when there is none, or when it is what is shown. */
  amendment: { version: AgreementVersion; differences: Difference[] } | null;
  versions: AgreementVersion[];
  signatures: Signature[];
  /** Places on the version that is out: still empty, and which of these the reader can sign now. */
  missing: SignatureSlot[];
  mine: SignatureSlot[];
  /** Places that are the reader's own but wait for the others first. */
  mineLater: SignatureSlot[];
  steps: AgreementStep[];
  /** Scheduled days of the shown text on which nobody is expected: the holiday's name, or null when it is closed. */
  daysOff: { day: string; name: string | null }[];
  /** How it ended, for those who may know. */
  closing: Closing | null;
  /** Staff only, from when it takes force. */
  plan: FollowupPlan | null;
  today: string;
};

/** One agreement, as the reader may see it. Errors: `not_found`. */
export function readAgreement(actor: Actor, id: string): Promise<Outcome<ReadAgreement, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    if (!agreement) return fail("not_found");
    // Sent together: the reading that is written down is this one.
    const [read] = await Promise.all([
      readIn(tx, actor, agreement),
      recordOnAgreement(tx, actor, agreement, "agreement.read"),
    ]);
    return read ? done(read) : fail("not_found");
  });
}

/** One of the reader's own agreements in a list: never whose. */
export type OwnAgreement = Pick<Agreement, "id" | "number" | "status" | "reference"> & {
  title: string;
  state: AgreementState;
  /** Whether the reader can sign something now. */
  toSign: boolean;
};

/** The agreements that a party reaches: what waits for its signature first, then the newest. */
export function listOwnAgreements(actor: Actor): Promise<OwnAgreement[]> {
  return withActor(actor, async (tx) => {
    if (!["participant", "employer", "case_worker"].includes(actor.role)) return [];
    const own: OwnAgreement[] = [];
    for (const agreement of await listReached(tx, mostOwn)) {
      const read = await readIn(tx, actor, agreement);
      if (!read) continue;
      const { id, number, status, reference } = agreement;
      const { title } = read.shown.content;
      own.push({ id, number, status, reference, title, state: read.state, toSign: read.mine.length > 0 });
    }
    return own.sort((a, b) => Number(b.toSign) - Number(a.toSign));
  });
}

async function readIn(tx: Tx, actor: Actor, agreement: Agreement): Promise<ReadAgreement | null> {
  const isStaff = actor.role === "coordinator" || actor.role === "coach";
  // What does not wait for one another is asked in one go: the connection takes it in turn.
  const [kept, signatures, pauses, personIds, closing, plan] = await Promise.all([
    listVersions(tx, agreement.id),
    listSignatures(tx, agreement.id),
    listPauses(tx, agreement.id),
    actor.role === "employer" ? ownPersonIds(tx) : [],
    hasEnded(agreement.status) ? findClosing(tx, agreement.id) : null,
    isStaff ? followupPlanIn(tx, agreement.id) : null,
  ]);
  if (kept.length === 0) return null;
  // Who has typed the text is the staff's own.
  const versions = kept.map((one) => (isStaff ? one : { ...one, savedByName: "" }));
  const shown = shownVersion(versions);
  const open = openVersion(versions);
  const inForce = versionInForce(versions);
  const out = open?.hash ? open : null;
  const required = out ? requiredSlots(out.content, out.changed) : [];
  const signed = out ? validOn(signatures, out.number).map(({ slot }) => slot) : [];
  const own = out
    ? slotsOf(out.content, required, { role: actor.role, userId: actor.userId, personIds }).filter(
        (slot) => !signed.includes(slot),
      )
    : [];
  const now = openSlots(required, signed);
  const missing = missingSlots(required, signed);
  const day = today();
  return {
    agreement: isStaff ? agreement : forParty(actor, agreement),
    state: stateOf({ ...agreement, missing, pauses }, day),
    pauses,
    shown,
    amendment:
      open && inForce
        ? { version: open, differences: open.hash ? differencesOf(inForce.content, open.content) : [] }
        : null,
    versions,
    // Who has which account is nobody's to read.
    signatures: signatures.map((one) => ({ ...one, userId: null })),
    missing,
    mine: own.filter((slot) => now.includes(slot)),
    mineLater: own.filter((slot) => !now.includes(slot)),
    steps: agreementStepsFrom(agreement.status, actor.role),
    daysOff: await daysOffOf(shown.content),
    closing,
    plan: inForce ? plan : null,
    today: day,
  };
}

async function daysOffOf({ period, schedule, closedDays }: AgreementVersion["content"]) {
  if (period.startsOn === "" || period.endsOn === "" || period.endsOn < period.startsOn) return [];
  // The calendar is large: a server that shows no agreement goes without it.
  const { holidayOn, isHoliday } = await import("#app/platform/holidays.server");
  return daysOff(period, schedule, { isHoliday, closed: closedDays })
    .slice(0, mostDaysOff)
    .map((day) => ({ day, name: holidayOn(day) }));
}

/** Where the employer's signatories get their links is between them and the coordinator; why it ended is not the employer's. */
function forParty(actor: Actor, agreement: Agreement): Agreement {
  const { employer1, employer2 } = noContacts;
  const contacts = { ...agreement.contacts, employer1, employer2 };
  const mayKnowWhy = actor.role === "participant";
  return { ...agreement, contacts, ...(mayKnowWhy ? {} : { reasonCode: null, initiative: null }) };
}
