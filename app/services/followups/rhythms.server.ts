import { same } from "#app/domain/agreements/field-classes";
import { type Risk, risks } from "#app/domain/followups/followup";
import {
  type FollowupFacts,
  type WantedFollowup,
  wantedFollowups,
} from "#app/domain/followups/plan-followups";
import { rhythmAssociation } from "#app/domain/followups/policy";
import type { Rhythm, RhythmChoice, RhythmStep } from "#app/domain/followups/rhythm";
import { shippedSteps } from "#app/domain/followups/shipped-rhythms";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter, isWeekend } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type PlacementKind, placementKinds } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { deleteRhythm, listSavedRhythms, saveRhythm } from "#db/queries/followup-rhythms.server";
import { enqueue } from "#db/queries/jobs.server";

/** The rhythms of the association, one for each kind and risk: its own, or the shipped one. Errors: `forbidden`. */
export async function readRhythms(
  actor: Actor,
): Promise<Outcome<{ rhythms: Rhythm[]; today: string }, "forbidden">> {
  const associationId = rhythmAssociation(actor);
  if (associationId === null) return fail("forbidden");
  const rhythms = await withActor(actor, (tx) => allOf(tx, associationId));
  return done({ rhythms, today: today() });
}

async function allOf(tx: Tx, associationId: number): Promise<Rhythm[]> {
  const saved = await listSavedRhythms(tx, associationId);
  return placementKinds.flatMap((kind) => risks.map((risk) => rhythmOf(saved, kind, risk)));
}

function rhythmOf(saved: readonly Rhythm[], kind: PlacementKind, risk: Risk): Rhythm {
  const own = saved.find((one) => one.kind === kind && one.risk === risk);
  return own ?? { kind, risk, steps: shippedSteps(kind, risk), version: 0, savedByName: null, savedAt: null };
}

export type RhythmInput = RhythmChoice & {
  /** Null: back to the shipped one. */
  steps: RhythmStep[] | null;
  /** The version that was read; 0 for the shipped one. */
  version: number;
};

/**
 * Saves a rhythm, or takes the own one away; open agreements of its kind and risk are planned anew by a job. The same again
 * is one effect. Errors: `forbidden`, `changed_meanwhile` with the one that counts now.
 */
export function changeRhythm(
  actor: Actor,
  input: RhythmInput,
): Promise<Outcome<object, "forbidden"> | { ok: false; code: "changed_meanwhile"; current: Rhythm }> {
  return withActor(actor, async (tx) => {
    const associationId = rhythmAssociation(actor);
    if (associationId === null) return fail("forbidden");
    const { kind, risk, steps, version } = input;
    const current = rhythmOf(await listSavedRhythms(tx, associationId), kind, risk);
    const isSame = steps === null ? current.version === 0 : same(current.steps, steps);
    if (isSame) return done();
    const saved =
      steps === null
        ? await deleteRhythm(tx, associationId, { kind, risk, version })
        : await saveRhythm(tx, associationId, { kind, risk, steps, version, byName: actor.name });
    if (!saved) {
      const now = rhythmOf(await listSavedRhythms(tx, associationId), kind, risk);
      return { ok: false as const, code: "changed_meanwhile" as const, current: now };
    }
    await enqueue(tx, "plan_by_rhythm", { associationId, kind, risk, since: today() });
    await recordEvent(tx, actor, {
      action: "rhythm.changed",
      associationId,
      participantId: null,
      subject: `${kind} ${risk}`,
      details: { steps: steps?.length ?? 0, shipped: steps === null },
    });
    return done();
  });
}

/** A rhythm laid out on a period that nobody has: what falls when, and which weekdays are holidays. */
export type RhythmPreview = {
  startsOn: string;
  endsOn: string;
  followups: WantedFollowup[];
  holidays: { day: string; name: string }[];
};

/** What the steps give on a period of so many weeks from a day, with Sweden's holidays. */
export async function previewRhythm(
  steps: readonly RhythmStep[],
  startsOn: string,
  weeks: number,
): Promise<RhythmPreview> {
  const { holidayOn, isHoliday } = await import("#app/platform/holidays.server");
  const endsOn = dayAfter(startsOn, weeks * 7 - 3);
  const facts: FollowupFacts = {
    period: { startsOn, endsOn },
    steps,
    weekdays: [],
    isOpen: (day) => !isHoliday(day),
    pausedFrom: null,
    agreedOn: startsOn,
    done: [],
    moved: [],
  };
  const holidays: RhythmPreview["holidays"] = [];
  for (let day = startsOn; day <= endsOn; day = dayAfter(day, 1)) {
    const name = holidayOn(day);
    if (name !== null && !isWeekend(day)) holidays.push({ day, name });
  }
  return { startsOn, endsOn, followups: wantedFollowups(facts), holidays };
}
