import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { endedHash } from "#tests/support/factories/agreement-hash";
import type { Whose } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const canary = (whose: Whose, field: string) => `kanarie-${whose}-${field}`;
/** The numbers of agreements that have ended in the probe's world: no stage opens them again. */
export const endedNumbers = "2026-9%";
const hash = "b".repeat(64);

/** An agreement that has ended, with its record, the supervisor's words, a certificate to say yes to, and check-ups. */
export async function seedEnded(of: {
  whose: Whose;
  association: number;
  participantId: string;
  reference: string;
  agency: number;
  employer: { id: number; placement: number };
}): Promise<string> {
  const { whose, association, participantId, reference, agency, employer } = of;
  const content = structuredClone(exampleContent);
  content.title = canary(whose, "avtal");
  content.parties.participant.reference = reference;
  const endedOn = dayAfter(today(), -7);
  content.period = { startsOn: dayAfter(endedOn, -80), endsOn: endedOn };
  const [row] = await owner`INSERT INTO agreements ${owner({
    association_id: association,
    participant_id: participantId,
    number: whose === "a2" ? "2026-9002" : "2026-9001",
    employer_id: employer.id,
    placement_id: employer.placement,
    agency_id: agency,
    status: "closed",
    starts_on: content.period.startsOn,
    ends_on: endedOn,
    ended_on: endedOn,
    contacts: owner.json({
      supervisor: { email: "handledaren@example.org", phone: "" },
      trouble: { name: canary(whose, "avtal"), phone: "" },
      employer1: { email: "", phone: "" },
      employer2: { email: "", phone: "" },
    }),
    first_sent_at: new Date(),
    created_by_name: canary(whose, "skrivenav"),
  })} RETURNING id`;
  const id: string = row!.id;
  const whom = { association_id: association, agreement_id: id };
  await owner`INSERT INTO agreement_versions ${owner({
    ...whom,
    number: 1,
    amendment: 0,
    status: "agreed",
    content: owner.json(content),
    hash,
    saved_by_name: canary(whose, "skrivenav"),
    sent_at: new Date(),
    agreed_at: new Date(),
  })}`;
  await owner`INSERT INTO agreement_closings ${owner({
    ...whom,
    outcome: "annat",
    self_sufficiency: "delvis",
    next_step: canary(whose, "avslut"),
    responsible: canary(whose, "avslut"),
    next_on: "2099-01-01",
    answer: "partly",
    answer_words: canary(whose, "avslut"),
    recorded_by_name: canary(whose, "avslut"),
  })}`;
  await owner`INSERT INTO closing_links ${owner({
    ...whom,
    purpose: "thanks",
    channel: "mail",
    address: `${canary(whose, "avslutslank")}@example.org`,
    asked_by_name: canary(whose, "avslutslank"),
    expires_at: new Date("2099-01-01"),
  })}`;
  await owner`INSERT INTO supervisor_references ${owner({
    ...whom,
    supervisor_name: canary(whose, "handledarord"),
    went_well: canary(whose, "handledarord"),
    recommends: true,
    contact: canary(whose, "handledarord"),
    may_certify: true,
  })}`;
  await owner`INSERT INTO checkups ${owner([
    { ...whom, months: 3, due_on: "2098-01-01", status: "planned", doing: null, feeling: null, words: "" },
  ])}`;
  await owner`INSERT INTO employer_lessons ${owner({
    ...whom,
    went_well: canary(whose, "avtal"),
    by_name: canary(whose, "avtal"),
    way: "link",
  })}`;
  await stageEnded();
  return id;
}

/** Puts what has ended back to where the next form can be sent: a first certificate waits for an answer. */
export async function stageEnded(): Promise<void> {
  await owner`DELETE FROM certificate_versions`;
  await owner`DELETE FROM closing_links WHERE purpose = 'reference'`;
  await owner`UPDATE checkups SET status = 'planned', doing = NULL, feeling = NULL, words = '', answered_at = NULL,
    answered_way = NULL, recorded_by_name = NULL, recorded_how = NULL, dropped_why = NULL`;
  const ended = await owner<{ id: string; association_id: number; title: string }[]>`
    SELECT g.id, g.association_id, v.content ->> 'title' AS title FROM agreements g
      JOIN agreement_versions v ON v.agreement_id = g.id WHERE g.number LIKE ${endedNumbers}`;
  for (const { id, association_id, title } of ended) {
    const word = title.replace("avtal", "intyg");
    const draft = {
      reference: "L-0000",
      title: word,
      kind: "praktik",
      employer: "Företaget",
      workplace: "",
      period: { startsOn: "2026-01-05", endsOn: "2026-03-27" },
      hours: 12,
      weeks: 12,
      issuedBy: { name: "Samordnaren", organisation: "Förbundet" },
      tasks: word,
      adaptations: word,
      strengths: word,
    };
    const { reference, employer, workplace, adaptations: _, ...same } = draft;
    const content = {
      schema: 1,
      ...same,
      participant: { reference },
      employer: { name: employer, workplace },
      adaptations: null,
      supervisor: null,
    };
    await owner`INSERT INTO certificate_versions ${owner({
      association_id,
      agreement_id: id,
      number: 1,
      status: "asked",
      draft: owner.json(draft),
      content: owner.json(content),
      hash: endedHash,
      drafted_by_name: word,
    })}`;
  }
}
