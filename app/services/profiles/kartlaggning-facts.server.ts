import { type FirstActivity, firstActivity } from "#app/domain/profiles/first-activity";
import { kartlaggningParts } from "#app/domain/profiles/kartlaggning-parts";
import {
  type KartlaggningStatus,
  kartlaggningStatus,
  type Obstruction,
  obstructions,
  type PartFacts,
} from "#app/domain/profiles/kartlaggning-status";
import { noAnswers } from "#app/domain/profiles/part-answers";
import { partState, workProfileState } from "#app/domain/profiles/part-state";
import { statusOn } from "#app/domain/profiles/status";
import { now } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import * as kartlaggning from "#db/queries/kartlaggning.server";
import { listComments, readWorkProfile } from "#db/queries/profiles.server";

/** One line of the overview. */
export type PartLine = PartFacts & {
  /** How many questions nobody knows the answer to. */
  unknown: number;
  ownerRole: kartlaggning.OwnerRole | null;
  ownerName: string;
  visibility: "circle" | "case_worker";
  savedAt: Date | null;
  savedByName: string;
  confirmedAt: Date | null;
};

/** Everything about the whole that is derived from its parts. */
export type KartlaggningFacts = kartlaggning.StoredKartlaggning & {
  status: KartlaggningStatus;
  parts: PartLine[];
  first: FirstActivity | null;
  obstructions: Obstruction[];
};

/** How a kartläggning stands, part by part, inside a transaction that has already asked the policy. */
export async function kartlaggningFacts(tx: Tx, whose: kartlaggning.Whose): Promise<KartlaggningFacts> {
  const moment = now();
  const row = await kartlaggning.readKartlaggningRow(tx, whose);
  const stored = await kartlaggning.listParts(tx, whose);
  const confirmations = await kartlaggning.listConfirmations(tx, whose);
  const profile = await readWorkProfile(tx, whose.participantId);
  const comments = [
    ...(await kartlaggning.listPartComments(tx, whose)),
    ...(await listComments(tx, whose.participantId)).map((one) => ({
      ...one,
      part: "arbetsprofil" as const,
    })),
  ];
  const withComment = (line: PartLine): PartLine => ({
    ...line,
    openComment: comments.some(
      (one) =>
        one.part === line.part &&
        one.version === line.version &&
        (line.confirmedVersion !== line.version ||
          line.confirmedAt === null ||
          one.commentedAt > line.confirmedAt),
    ),
  });
  const parts = kartlaggningParts.map((part): PartLine => {
    if (part === "arbetsprofil") return withComment(workProfileLine(profile, moment));
    const found = stored.find((one) => one.part === part);
    const confirmed = confirmations.find((one) => one.part === part) ?? null;
    const touchedAt = found ? latest(found.savedAt, confirmed?.confirmedAt ?? null) : null;
    return withComment({
      part,
      version: found?.version ?? 0,
      state: partState(part, found && touchedAt ? { ...found, touchedAt } : null, moment),
      unknown: found?.unknown.length ?? 0,
      ownerRole: found?.ownerRole ?? null,
      ownerName: found?.ownerName ?? "",
      visibility: found?.visibility ?? "circle",
      savedAt: found?.savedAt ?? null,
      savedByName: found?.savedByName ?? "",
      touchedAt,
      confirmedVersion: confirmed?.version ?? null,
      confirmedAt: confirmed?.confirmedAt ?? null,
    });
  });
  const first = firstActivity(stored.find(({ part }) => part === "plan") ?? noAnswers);
  return {
    ...row,
    parts,
    first,
    status: kartlaggningStatus(row.completedAt, parts, first, moment),
    obstructions: obstructions(parts, first),
  };
}

function workProfileLine(profile: Awaited<ReturnType<typeof readWorkProfile>>, moment: Date): PartLine {
  return {
    part: "arbetsprofil",
    version: profile?.version ?? 0,
    state: workProfileState(profile ? statusOn(profile, moment) : "none"),
    unknown: 0,
    ownerRole: profile ? "coordinator" : null,
    ownerName: profile?.updatedByName ?? "",
    visibility: "circle",
    savedAt: profile?.updatedAt ?? null,
    savedByName: profile?.updatedByName ?? "",
    touchedAt: profile ? latest(profile.updatedAt, profile.confirmedAt) : null,
    confirmedVersion: profile?.status === "confirmed" ? profile.version : null,
    confirmedAt: profile?.confirmedAt ?? null,
  };
}

function latest(a: Date, b: Date | null): Date {
  return b !== null && b > a ? b : a;
}
