import { createHash } from "node:crypto";
import type { Actor } from "#app/domain/identity/actor";
import {
  clashesOf,
  differingFields,
  type MergeChoices,
  type MergeErrors,
  type MergeField,
  type MergeRecord,
  planMerge,
  typedFor,
  type WorkplaceClash,
} from "#app/domain/organisations/merge";
import { hidePersonalNumber, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import { type Colleague, colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome, type Success } from "#app/domain/outcome";
import { withNumbersAsSeen } from "#app/services/organisations/number-as-seen.server";
import { orderAskAgain } from "#app/services/organisations/remind-ask-again.server";
import { type Tx, withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import * as merges from "#db/queries/employer-merge.server";
import { aliasOf, findEmployer, lockEmployers } from "#db/queries/employer-record.server";

export type MergePreview = {
  kept: MergeRecord;
  gone: MergeRecord;
  differing: MergeField[];
  clashes: WorkplaceClash[];
  /** How many contacts, proposals, … of all associations move. */
  moves: Record<string, number>;
  /** Stands for what was shown: a merge of something else is refused. */
  version: string;
};

/** What would happen if `goneId` were merged into `keptId`. Errors: `not_found`, `same_record`. */
export async function previewMerge(
  actor: Actor,
  keptId: number,
  goneId: number,
): Promise<Outcome<{ preview: MergePreview }, "not_found" | "same_record">> {
  const me = colleague(actor, "register.merge");
  if (!me) return fail("not_found");
  if (keptId === goneId) return fail("same_record");
  return withActor(actor, async (tx) => {
    const [kept, gone] = [await findEmployer(tx, keptId), await findEmployer(tx, goneId)];
    if (!kept || !gone) return fail("not_found");
    const pair = {
      kept: await merges.readMergeRecord(tx, kept),
      gone: await merges.readMergeRecord(tx, gone),
    };
    return done({ preview: await preview(tx, actor, me, pair) });
  });
}

async function preview(
  tx: Tx,
  actor: Actor,
  me: Colleague,
  { kept, gone }: { kept: MergeRecord; gone: MergeRecord },
): Promise<MergePreview> {
  const [seenKept, seenGone] = await withNumbersAsSeen(tx, [kept, gone], me);
  return {
    kept: seenKept!,
    gone: seenGone!,
    differing: differingFields(kept, gone),
    clashes: clashesOf(kept, gone),
    moves: await merges.countHanging(tx, actor, gone.id),
    version: versionOf(kept, gone),
  };
}

function versionOf(kept: MergeRecord, gone: MergeRecord): string {
  return createHash("sha256")
    .update(JSON.stringify([kept, gone]))
    .digest("hex")
    .slice(0, 32);
}

export type MergeOrder = {
  keptId: number;
  goneId: number;
  choices: MergeChoices;
  /** The organisation number of the record that goes, or its name when it has none, typed by whoever merges. */
  typed: string;
  version: string;
};
export type MergeRefusal =
  | { ok: false; code: "not_found" | "same_record" | "changed_meanwhile" }
  | { ok: false; code: "already_merged"; into: number }
  | { ok: false; code: "choices"; errors: MergeErrors };

/**
 * Makes one record of two, in one transaction with both locked in the order of their ids: everything moves, nothing is
 * lost, the old id and number lead to the record that stays. Errors: see `MergeRefusal`; `choices` names the fields.
 */
export async function mergeEmployers(
  actor: Actor,
  order: MergeOrder,
): Promise<Success<{ id: number; moved: Record<string, number> }> | MergeRefusal> {
  const by = colleague(actor, "register.merge");
  if (!by) return { ok: false, code: "not_found" };
  const { keptId, goneId } = order;
  if (keptId === goneId) return { ok: false, code: "same_record" };
  return withActor(
    actor,
    async (tx): Promise<Success<{ id: number; moved: Record<string, number> }> | MergeRefusal> => {
      const locked = await lockEmployers(tx, [keptId, goneId]);
      const [keptRow, goneRow] = [keptId, goneId].map((id) => locked.find((one) => one.id === id));
      if (!keptRow || !goneRow) {
        const into = await aliasOf(tx, keptRow ? goneId : keptId);
        return into === null ? { ok: false, code: "not_found" } : { ok: false, code: "already_merged", into };
      }
      const kept = await merges.readMergeRecord(tx, keptRow);
      const gone = await merges.readMergeRecord(tx, goneRow);
      if (versionOf(kept, gone) !== order.version) return { ok: false, code: "changed_meanwhile" };
      const planned = planMerge(kept, gone, order.choices);
      const isTyped =
        readOrganisationNumber(order.typed) === typedFor(gone) ||
        order.typed.trim() === (hidePersonalNumber(gone.organisationNumber) ?? gone.name);
      if (!planned.ok || !isTyped) {
        const errors = "errors" in planned ? planned.errors : {};
        return {
          ok: false,
          code: "choices",
          errors: isTyped ? errors : { ...errors, typed: "typed_number" },
        };
      }
      const moved = await merges.applyMerge(tx, actor, by, { kept, gone, plan: planned.plan });
      const said = planned.plan.fields.appetite === "gone" ? gone : kept;
      await orderAskAgain(tx, keptId, said.askAgainOn);
      await noteEntry(tx, actor, { employerId: keptId, what: "merge", done: "changed", subject: gone.name });
      return done({ id: keptId, moved });
    },
  );
}
