import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { moveProposal, type Step } from "#app/services/matching/move-proposal.server";
import { db, withActor } from "#db/client.server";
import type { DemoAccounts } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";
import { weekdayAt } from "#db/seed/weekday";

type To = Step["to"];
type Planned = {
  reference: string;
  title: string;
  steps: To[];
  /** When the last step was taken, and when the hold ends: days from today. */
  daysAgo: number;
  holdDays?: number;
  reason?: string;
  note?: string;
};

const toYes: To[] = ["held", "asked_participant", "participant_yes"];
const shown: To[] = [...toYes, "presented"];

/** One or more in every state of domain.md "Proposal": what a coordinator meets on an ordinary Tuesday. */
const planned: [Planned[], Planned[]] = [
  [
    {
      reference: "L-2601",
      title: "Laga punkteringar och serva cyklar",
      steps: ["held", "asked_participant"],
      daysAgo: 2,
      holdDays: 8,
    },
    { reference: "L-2601", title: "Snickra och reparera möbler", steps: [], daysAgo: 1 },
    {
      reference: "L-2607",
      title: "Sortera och prismärka kläder",
      steps: shown,
      daysAgo: 3,
      holdDays: 7,
      note: "Vill gärna höra av er per telefon.",
    },
    {
      reference: "L-2610",
      title: "Laga och putsa upp möbler",
      steps: [...shown, "employer_yes"],
      daysAgo: 1,
      holdDays: 9,
    },
    {
      reference: "L-2604",
      title: "Hjälpa till i plåtverkstad",
      steps: [...shown, "employer_yes", "visit_booked"],
      daysAgo: 4,
    },
    {
      reference: "L-2614",
      title: "Packa skruv och beslag i påsar",
      steps: [...shown, "employer_yes", "agreed"],
      daysAgo: 12,
    },
    {
      reference: "L-2602",
      title: "Måla om stolar och byråer",
      steps: ["held", "asked_participant", "participant_no"],
      daysAgo: 6,
      reason: "other_tasks",
    },
    {
      reference: "L-2605",
      title: "Göra i ordning matkassar",
      steps: [...shown, "employer_no"],
      daysAgo: 5,
      reason: "no_time",
    },
    { reference: "L-2608", title: "Mocka, mata och klappa får", steps: ["held"], daysAgo: 9, holdDays: 1 },
    {
      reference: "L-2616",
      title: "Baka och ta betalt på kafé",
      steps: [...shown, "employer_maybe_meet"],
      daysAgo: 2,
      holdDays: 8,
    },
    { reference: "L-2619", title: "Skära, vika och packa trycksaker", steps: toYes, daysAgo: 1, holdDays: 9 },
    { reference: "L-2615", title: "Väva mattor och sy kassar", steps: [], daysAgo: 3 },
    { reference: "L-2602", title: "Fika och sällskap på äldreboende", steps: ["withdrawn"], daysAgo: 8 },
    { reference: "L-2609", title: "Följa med vaktmästaren", steps: ["held"], daysAgo: 11, holdDays: -1 },
  ],
  [
    {
      reference: "T-2601",
      title: "Sätta upp böcker och hälsa välkommen",
      steps: ["held", "asked_participant"],
      daysAgo: 2,
      holdDays: 8,
    },
    { reference: "T-2604", title: "Plocka och packa nätorder", steps: shown, daysAgo: 4, holdDays: 6 },
    { reference: "T-2607", title: "Mangla, vika och packa linne", steps: ["held"], daysAgo: 1, holdDays: 9 },
    { reference: "T-2602", title: "Laga kläder och sy fållar", steps: [], daysAgo: 5 },
  ],
];

/** Takes every planned proposal through its steps as the coordinator would, then moves its dates back. */
export async function seedProposals(associations: number[], accounts: DemoAccounts): Promise<void> {
  for (const [index, associationId] of associations.entries()) {
    const { userId, name } = accounts.coordinators[index]!;
    const coordinator = { ...seedActor(associationId), userId, name };
    for (const plan of planned[index] ?? []) await carryOut(coordinator, plan);
  }
  await expireProposals();
}

async function carryOut(coordinator: Actor, plan: Planned): Promise<void> {
  const placementId = await placementOf(plan.title);
  if (await isThere(coordinator, plan.reference, placementId)) return;
  const begun = await beginProposal(coordinator, { reference: plan.reference }, placementId);
  if (!begun.ok) throw new Error(`${plan.reference}, ${plan.title}: ${begun.code}`);
  const { proposalId } = begun;
  for (const to of plan.steps) {
    const isAnswer = /_(yes|no|meet)$/.test(to);
    const moved = await moveProposal(coordinator, {
      proposalId,
      to,
      how: isAnswer ? (to.startsWith("employer") ? "telefon" : "mote") : null,
      reason: to.endsWith("_no") ? (plan.reason ?? null) : null,
      note: to === "presented" ? plan.note : undefined,
      visit:
        to === "visit_booked"
          ? { at: weekdayAt(3, 9), place: "I verkstaden. Fråga efter Ronny i porten.", nameAgreed: true }
          : null,
    });
    if (!moved.ok) throw new Error(`${plan.reference}, ${plan.title}, ${to}: ${moved.code}`);
  }
  await moveBack(coordinator, proposalId, plan);
}

/** As many days ago as planned; each earlier step one day before the next. */
async function moveBack(
  coordinator: Actor,
  proposalId: string,
  { daysAgo, holdDays }: Planned,
): Promise<void> {
  await withActor(coordinator, async (tx) => {
    await tx.execute(sql`
      UPDATE proposals
         SET updated_at = now() - make_interval(days => ${daysAgo}), created_at = now() - make_interval(days => ${daysAgo + 6}),
             hold_until = CASE WHEN hold_until IS NULL OR ${holdDays ?? null}::integer IS NULL THEN hold_until
                               ELSE now() + make_interval(days => ${holdDays ?? 0}) END
       WHERE id = ${proposalId}`);
    await tx.execute(sql`
      UPDATE proposal_events e
         SET happened_at = now() - make_interval(days => ${daysAgo})
             - make_interval(days => (SELECT count(*)::integer FROM proposal_events later
                                       WHERE later.proposal_id = e.proposal_id AND later.id > e.id))
       WHERE proposal_id = ${proposalId}`);
  });
}

async function placementOf(title: string): Promise<number> {
  const rows = await db.execute<{ id: number }>(
    sql`SELECT id FROM placements WHERE title = ${title} ORDER BY id LIMIT 1`,
  );
  if (!rows[0]) throw new Error(`no placement ${title}`);
  return rows[0].id;
}

function isThere(coordinator: Actor, reference: string, placementId: number): Promise<boolean> {
  return withActor(coordinator, async (tx) => {
    const rows = await tx.execute(sql`
      SELECT FROM proposals o JOIN participants p ON p.id = o.participant_id
       WHERE p.reference = ${reference} AND o.placement_id = ${placementId}`);
    return rows.length > 0;
  });
}
