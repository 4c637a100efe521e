import { distanceKm } from "#app/domain/geo/point";
import { publicActor } from "#app/domain/identity/actor";
import type { Candidate } from "#app/domain/matching/candidate";
import { byRank, type Ranked } from "#app/domain/matching/match";
import { scoreOf } from "#app/domain/matching/score";
import { verdictOf } from "#app/domain/matching/verdict";
import { defaultWeights } from "#app/domain/matching/weights";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { exportMatches, findMatches } from "#app/services/matching/find-matches.server";
import { closeDatabase, db } from "#db/client.server";
import { listCandidates } from "#db/queries/matching.server";
import { addPeople } from "#tests/bench/matching-people";
import { measure } from "#tests/bench/measure";

// Run by matching.ts, with DATABASE_URL of the app's role and BENCH_OWNER_URL. Answers its figures as a message.
const age = new Date().getFullYear() - 1990;
const { associationId, people } = await addPeople(process.env.BENCH_OWNER_URL!, 300);
const coordinator = {
  ...publicActor,
  userId: "bench",
  name: "Bench",
  role: "coordinator" as const,
  associationId,
};
const match = (index: number) =>
  findMatches(coordinator, people[index % people.length]!.reference, { all: false, page: 1 });

await measure(150, 1, match);
const { p50, p95 } = await measure(people.length, 1, match);

let everyRow = 0;
let scoringAlone = 0;
const compared = people.slice(0, 1);
for (const { reference, profile } of compared) {
  const began = performance.now();
  const { ranked, scoring } = await scoreEveryRow(profile);
  everyRow += (performance.now() - began) / compared.length;
  scoringAlone += scoring / compared.length;
  const found = await exportMatches(coordinator, reference, false);
  if (!found.ok) throw new Error(`${reference} is not there`);
  const ours = found.matches.slice(0, 50).map(({ place }) => place.id);
  if (`${ours}` !== `${ranked.slice(0, 50).map(({ id }) => id)}`)
    throw new Error(`${reference}: another answer`);
}
process.send!({ p50, p95, everyRow, scoringAlone }, async () => {
  await closeDatabase();
  process.exit();
});

/** What the index spares: every published placement is read in batches and scored. `scoring` is without reading. */
async function scoreEveryRow(profile: WorkProfile): Promise<{ ranked: Ranked[]; scoring: number }> {
  const ranked: Ranked[] = [];
  let scoring = 0;
  let after = 0;
  for (;;) {
    const batch = await listCandidates(db, after, 5000);
    if (batch.length === 0) break;
    after = batch.at(-1)!.id;
    const began = performance.now();
    for (const place of batch) rank(profile, place, ranked);
    scoring += performance.now() - began;
  }
  return { ranked: ranked.sort(byRank), scoring };
}

function rank(profile: WorkProfile, place: Candidate, into: Ranked[]): void {
  if (verdictOf({ profile, age }, place).verdict === "hinder") return;
  const { total } = scoreOf(profile, place, defaultWeights);
  into.push({ id: place.id, total, km: distanceKm(profile.from, place.point) });
}
