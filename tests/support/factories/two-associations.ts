import { publicActor } from "#app/domain/identity/actor";
import { anonymousCard } from "#app/domain/matching/anonymous-card";
import { demands, type Levels } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { sealNotes } from "#app/services/profiles/medical-seal.server";
import { withActor } from "#db/client.server";
import { seedAgreement } from "#tests/support/factories/agreement-canaries";
import { seedEnded } from "#tests/support/factories/ended-canaries";
import { owner } from "#tests/support/owner";

/**
 * Two associations with a word in every personal field that says whose it is: `kanarie-a1-namn` is the name of
 * participant a1. a1 and a2 belong to association a; b1 to association b. The employer e1 has been shown a1, e2 the
 * others. The case worker follows a1; a colleague at the same agency follows a2. In each association an employer of its
 * own has sent in an offer without account, and waits for the review.
 */
export type TwoAssociations = Awaited<ReturnType<typeof seedTwoAssociations>>;
export type Whose = "a1" | "a2" | "b1";

const canary = (whose: Whose, field: string) => `kanarie-${whose}-${field}`;

const profile = (whose: Whose): WorkProfile => ({
  kinds: ["praktik", "arbetstraning"],
  startHours: 10,
  targetHours: 20,
  longestDay: 4,
  weekdays: ["man", "tis", "ons", "tors", "fre"],
  abilities: Object.fromEntries(demands.map((demand) => [demand, 3])) as Levels,
  neededAdaptations: [],
  supportNeed: 1,
  wishedTasks: ["kontor"],
  locality: canary(whose, "ort"),
  from: { east: 520_000, north: 6_600_000 },
  maxKm: 60,
  drivingLicenceB: true,
  excludedEmployerIds: [],
  excludedWorkplaceIds: [],
});

export async function seedTwoAssociations() {
  const [a, b] = [
    await association("Förbundet A", ["1884", "1885"]),
    await association("Förbundet B", ["0331"]),
  ];
  const agency = await idOf(
    owner`INSERT INTO commissioning_agencies (name) VALUES ('Försäkringskassan') RETURNING id`,
  );
  const [e1, e2] = [await employer("556000-0001", "Bageriet"), await employer("556000-0002", "Sågverket")];

  await owner`INSERT INTO employer_rings (name, created_by_name) VALUES ('Ringen', 'Någon')`;
  // What staff write of a talk is theirs, never the employer's to read.
  await owner`INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, note, happened_on)
    VALUES (${e1.id}, ${a}, 'kollega', 'Kollegan', 'telefon', ${canary("a1", "samtal")}, current_date)`;

  const users = {
    coordinator: await user("samordnare", { role: "coordinator", associationId: a }),
    coach: await user("coach", { role: "coach", associationId: a }),
    admin: await user("admin", { role: "admin", associationId: a }),
    board: await user("styrgrupp", { role: "board", associationId: a }),
    case_worker: await user("handlaggare", { role: "case_worker", associationId: a, agencyId: agency }),
    employer: await user("arbetsgivare", { role: "employer", employerId: e1.id }),
  };
  await owner`INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, note, happened_on)
    VALUES (${e1.id}, ${a}, ${users.coordinator}, 'Samordnaren', 'telefon', 'Ringde', current_date)`;
  const colleague = await user("kollega", { role: "case_worker", associationId: a, agencyId: agency });
  const coordinatorB = await user("samordnare-b", { role: "coordinator", associationId: b });

  const a1 = await participant("a1", a, agency, users.case_worker, users.coordinator);
  const a2 = await participant("a2", a, agency, colleague, users.coordinator);
  const b1 = await participant("b1", b, agency, null, coordinatorB);
  const proposals = {
    a1: await proposal("a1", a, a1.id, e1),
    a2: await proposal("a2", a, a2.id, e2),
    b1: await proposal("b1", b, b1.id, e2),
  };
  const agreed = (whose: Whose, association: number, { id, reference }: typeof a1, employer: Employer) =>
    seedAgreement({ whose, association, participantId: id, reference, agency, employer });
  const papers = {
    a1: await agreed("a1", a, a1, e1),
    a2: await agreed("a2", a, a2, e2),
    b1: await agreed("b1", b, b1, e2),
  };
  const [agreements, evidence, followups] = (["agreement", "evidence", "followup"] as const).map((part) => ({
    a1: papers.a1[part],
    a2: papers.a2[part],
    b1: papers.b1[part],
  })) as [Record<Whose, string>, Record<Whose, string>, Record<Whose, string>];
  const over = (whose: Whose, association: number, { id, reference }: typeof a1, employer: Employer) =>
    seedEnded({ whose, association, participantId: id, reference, agency, employer });
  const ended = {
    a1: await over("a1", a, a1, e1),
    a2: await over("a2", a, a2, e2),
    b1: await over("b1", b, b1, e2),
  };
  const listings = { a1: await offered("a1", a, "1884"), b1: await offered("b1", b, "0331") };
  const imports = { a1: await importRun("a1", a), b1: await importRun("b1", b) };
  return {
    users: {
      ...users,
      participant: await user("deltagare", { role: "participant", associationId: a, participantId: a1.id }),
    },
    participants: { a1, a2, b1 },
    proposals,
    agreements,
    ended,
    evidence,
    followups,
    imports,
    listings,
    placement: e1.placement,
    associations: { a, b },
  };
}

type Employer = { id: number; placement: number };

async function idOf<Id = number>(insert: PromiseLike<readonly { [column: string]: unknown }[]>): Promise<Id> {
  const [row] = await insert;
  return row!.id as Id;
}

async function association(name: string, municipalities: string[]): Promise<number> {
  const id = await idOf(owner`INSERT INTO associations (name) VALUES (${name}) RETURNING id`);
  for (const code of municipalities)
    await owner`INSERT INTO association_municipalities VALUES (${id}, ${code})`;
  return id;
}

async function employer(organisationNumber: string, name: string, municipality = "1884"): Promise<Employer> {
  const id = await idOf(owner`INSERT INTO employers (organisation_number, name, sector, verified)
    VALUES (${organisationNumber}, ${name}, 'privat', true) RETURNING id`);
  const workplace =
    await idOf(owner`INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
    VALUES (${id}, ${name}, 'Storgatan 1', 'Nora', ${municipality}, '(520000,6600000)') RETURNING id`);
  await owner`INSERT INTO contact_persons (employer_id, workplace_id, name, email)
    VALUES (${id}, ${workplace}, 'Kim Kontakt', ${`kim@${id}.example`})`;
  const levels = Object.fromEntries(demands.map((demand) => [`demand_${demand}`, 1]));
  const placement = await idOf(
    owner`INSERT INTO placements ${owner({
      employer_id: id,
      workplace_id: workplace,
      title: `Plats hos ${name}`,
      status: "published",
      kinds: ["praktik", "arbetstraning"],
      purposes: ["prova_yrke"],
      tasks: ["kontor"],
      hours_min: 8,
      hours_max: 25,
      shortest_day: 2,
      weekdays: ["man", "tis", "ons", "tors", "fre"],
      weeks_min: 4,
      weeks_max: 12,
      capacity: 3,
      support_level: 2,
      last_confirmed_on: new Date(),
      ...levels,
    })} RETURNING id`,
  );
  return { id, placement };
}

/** A listing in review that came as an offer, with the keys to the offer and a word said about it before. */
async function offered(whose: "a1" | "b1", association: number, municipality: string) {
  // A number that no page holds by chance.
  await owner`SELECT setval(pg_get_serial_sequence('placements', 'id'), ${whose === "a1" ? 190_000_100 : 190_000_200})`;
  const { id: employerId, placement } = await employer(
    whose === "a1" ? "556000-0003" : "556000-0004",
    "Nykomlingen",
    municipality,
  );
  await owner`UPDATE employers SET verified = false WHERE id = ${employerId}`;
  await owner`UPDATE placements SET status = 'in_review' WHERE id = ${placement}`;
  const email = `${canary(whose, "erbjudare")}@probe.example`;
  const offer = await idOf<string>(
    owner`INSERT INTO placement_offers ${owner({
      status: "in_review",
      answers: owner.json({
        contactName: canary(whose, "erbjuder"),
        description: canary(whose, "erbjudande"),
      }),
      email,
      confirmed_email: email,
      placement_id: placement,
      employer_id: employerId,
    })} RETURNING id`,
  );
  await owner`INSERT INTO offer_keys ${owner({
    token_hash: canary(whose, "nyckel"),
    offer_id: offer,
    purpose: "write",
    email,
    expires_at: new Date(Date.now() + 86_400_000),
  })}`;
  await owner`INSERT INTO placement_reviews ${owner({
    placement_id: placement,
    employer_id: employerId,
    association_id: association,
    decision: "more_needed",
    note: canary(whose, "granskning"),
    call_name: canary(whose, "ringmig"),
    user_name: canary(whose, "granskare"),
  })}`;
  return { placement, offer };
}

function user(name: string, membership: Parameters<typeof seedAccount>[0]["memberships"][number]) {
  return seedAccount({
    id: `probe-${name}`,
    email: `${name}@probe.example`,
    name: `Person ${name}`,
    memberships: [membership],
  });
}

async function participant(
  whose: Whose,
  association: number,
  agency: number,
  caseWorker: string | null,
  by: string,
) {
  const reference = { a1: "N-7101", a2: "N-7102", b1: "H-7103" }[whose];
  const id = await idOf<string>(
    owner`INSERT INTO participants ${owner({
      association_id: association,
      reference,
      name: canary(whose, "namn"),
      email: `${canary(whose, "epost")}@probe.example`,
      sex: "kvinna",
      birth_year: 1990,
      municipality_code: whose === "b1" ? "0331" : "1884",
      locality: canary(whose, "ort"),
      education: canary(whose, "utbildning"),
      mapped_on: new Date(),
    })} RETURNING id`,
  );
  const referral = await idOf<string>(
    owner`INSERT INTO referrals ${owner({
      association_id: association,
      participant_id: id,
      agency_id: agency,
      case_worker_user: caseWorker,
      referred_on: new Date(),
      sent_by_role: "case_worker",
      sent_by_user: caseWorker,
      purpose: canary(whose, "syfte"),
      question: canary(whose, "fraga"),
      tried: canary(whose, "provat"),
      wishes: canary(whose, "vill"),
      decision: canary(whose, "beslut"),
      decided_on: new Date(),
    })} RETURNING id`,
  );
  const stored = owner.json(profile(whose));
  const name = canary(whose, "handlagd");
  await owner`INSERT INTO work_profiles (participant_id, association_id, version, status, profile, updated_by_name, confirmed_at)
    VALUES (${id}, ${association}, 2, 'confirmed', ${stored}, ${name}, now())`;
  await owner`INSERT INTO work_profile_versions (participant_id, association_id, version, status, profile, updated_by_name, updated_at)
    VALUES (${id}, ${association}, 1, 'started', ${stored}, ${name}, now())`;
  const comment =
    await idOf<string>(owner`INSERT INTO work_profile_comments (association_id, participant_id, version, comment)
    VALUES (${association}, ${id}, 2, ${canary(whose, "kommentar")}) RETURNING id`);
  await owner`INSERT INTO participant_invitations ${owner({ association_id: association, participant_id: id, asked_by_name: canary(whose, "inbjudenav"), sent_at: new Date() })}`;
  await owner`INSERT INTO consents (association_id, participant_id, purpose, text_version, given_how, recorded_by_name, valid_from, valid_until)
    VALUES (${association}, ${id}, 'present_to_employers', '1', 'spoken', ${canary(whose, "samtycke")}, current_date - 1, current_date + 300)`;
  await kartlaggning(whose, association, id);
  await owner`INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id)
    VALUES (${association}, ${by}, ${canary(whose, "lasare")}, 'coordinator', 'participant.read', ${id})`;
  return { id, reference, comment, ...(await cases(whose, association, id, referral, agency, caseWorker)) };
}

/** A case meeting where the case stands, a plan with its parts, and a workplace that the participant has found. */
async function cases(
  whose: Whose,
  association: number,
  participantId: string,
  referral: string,
  agency: number,
  caseWorker: string | null,
) {
  const whom = { association_id: association, participant_id: participantId };
  const said = (field: string) => canary(whose, field);
  const meeting = await idOf<string>(
    owner`INSERT INTO case_meetings ${owner({
      association_id: association,
      held_at: new Date(Date.now() + 86_400_000),
      place: said("sammantradesrum"),
      created_by_name: said("kalladav"),
    })} RETURNING id`,
  );
  await owner`INSERT INTO case_meeting_parties ${owner({ association_id: association, meeting_id: meeting, agency_id: agency, user_id: caseWorker, name: said("part") })}`;
  await owner`INSERT INTO case_meeting_items ${owner({ association_id: association, meeting_id: meeting, referral_id: referral, note: said("motesnotering") })}`;
  const task = await idOf<string>(
    owner`INSERT INTO case_tasks ${owner({ association_id: association, referral_id: referral, what: said("uppgift"), responsible_user: caseWorker, responsible_name: said("ansvarig"), due_on: new Date() })} RETURNING id`,
  );
  await owner`INSERT INTO referral_events ${owner({ association_id: association, referral_id: referral, to_status: "accepted", by_role: "coordinator", by_name: said("beslutadav"), note: said("beslut") })}`;
  const goal = await idOf<string>(
    owner`INSERT INTO plan_goals ${owner({ ...whom, goal: said("malet") })} RETURNING id`,
  );
  const aim = { ...whom, responsible: said("ansvarig"), starts_on: new Date() };
  const activity = await idOf<string>(
    owner`INSERT INTO plan_activities ${owner({ ...aim, kind: "grupp", title: said("aktivitet") })} RETURNING id`,
  );
  await owner`INSERT INTO plan_activities ${owner({ ...aim, responsible: said("vardgivare"), kind: "vard", title: said("vardbredvid") })}`;
  const commitment = await idOf<string>(
    owner`INSERT INTO plan_commitments ${owner({ ...whom, party: said("lovar"), what: said("lofte") })} RETURNING id`,
  );
  await owner`INSERT INTO plan_notes ${owner({ ...whom, note: said("arbetsnotering"), by_name: said("noteradav") })}`;
  const suggestion = await idOf<string>(
    owner`INSERT INTO workplace_suggestions ${owner({
      ...whom,
      workplace: said("egenplats"),
      place: "Nora",
      could_do: said("kangora"),
      may_contact: true,
    })} RETURNING id`,
  );
  await owner`INSERT INTO suggestion_events ${owner({ association_id: association, suggestion_id: suggestion, to_status: "sent", by_role: "participant", by_name: said("namn") })}`;
  return { referral, meeting, task, goal, activity, commitment, suggestion };
}

/** A part that only the circle reads, one that the case worker reads too, a comment, and sealed medical notes. */
async function kartlaggning(whose: Whose, association: number, participantId: string) {
  const whom = { association_id: association, participant_id: participantId };
  await owner`INSERT INTO own_ratings ${owner({ ...whom, rated_on: "2026-01-02", rating: 3 })}`;
  await owner`INSERT INTO profiles ${owner({ ...whom, completed_at: new Date(), completed_by_name: canary(whose, "klarav") })}`;
  for (const [part, visibility] of [
    ["halsa", "circle"],
    ["plan", "case_worker"],
  ] as const) {
    const answers = owner.json({ answers: { egna_ord: canary(whose, part) }, unknown: [] });
    const saved = { saved_by_name: canary(whose, "sparadav"), saved_at: new Date() };
    await owner`INSERT INTO profile_parts ${owner({ ...whom, part, version: 2, answers, visibility, owner_role: "coordinator", ...saved })}`;
    await owner`INSERT INTO profile_part_versions ${owner({ ...whom, part, version: 1, answers, ...saved })}`;
    await owner`INSERT INTO profile_part_confirmations ${owner({ ...whom, part, version: 1 })}`;
    await owner`INSERT INTO profile_part_comments ${owner({ ...whom, part, version: 1, comment: canary(whose, "delkommentar") })}`;
  }
  await owner`INSERT INTO consents (association_id, participant_id, purpose, text_version, given_how, recorded_by_name, valid_from, valid_until)
    VALUES (${association}, ${participantId}, 'keep_medical_notes', '2026-1', 'spoken', ${canary(whose, "samtycke")}, current_date - 1, current_date + 300)`;
  const coordinator = {
    ...publicActor,
    userId: "probe",
    role: "coordinator" as const,
    associationId: association,
  };
  const notes = { dokumenterat: canary(whose, "medicinskt") };
  const failed = await withActor(coordinator, (tx) =>
    sealNotes(
      tx,
      { associationId: association, participantId },
      { version: 1, notes, savedByName: canary(whose, "skrivenav") },
    ),
  );
  if (failed) throw new Error(failed);
}

/** Presented to the employer and a visit booked: everything that an employer may ever see has been written. */
async function proposal(
  whose: Whose,
  association: number,
  participantId: string,
  { id: employerId, placement }: Employer,
) {
  const id = await idOf<string>(
    owner`INSERT INTO proposals ${owner({
      association_id: association,
      participant_id: participantId,
      placement_id: placement,
      employer_id: employerId,
      status: "visit_booked",
      holds_slot: true,
      anonymous_card: owner.json({
        ...anonymousCard(profile(whose)),
        note: canary(whose, "kort"),
      }),
      visit_at: new Date(Date.now() + 86_400_000),
      visit_place: canary(whose, "motesplats"),
    })} RETURNING id`,
  );
  await owner`UPDATE placements SET claimed = claimed + 1 WHERE id = ${placement}`;
  await owner`INSERT INTO proposal_events (association_id, proposal_id, from_status, to_status, by_role, by_name, note)
    VALUES (${association}, ${id}, 'held', 'visit_booked', 'coordinator', ${canary(whose, "gjordav")}, ${canary(whose, "anteckning")})`;
  await owner`INSERT INTO disclosures (association_id, participant_id, proposal_id, employer_id, name, disclosed_by_name)
    VALUES (${association}, ${participantId}, ${id}, ${employerId}, ${canary(whose, "namn")}, ${canary(whose, "utlamnat")})`;
  return id;
}

function importRun(whose: Whose, association: number) {
  return idOf<string>(
    owner`INSERT INTO import_runs ${owner({
      association_id: association,
      user_id: "probe",
      kind: "deltagare",
      file_name: `${canary(whose, "fil")}.csv`,
      dry_run: false,
      status: "done",
      rejected: 1,
      errors: owner.json([
        {
          line: 5,
          problems: [{ column: "ort", code: "unknown_place", params: { value: canary(whose, "radfel") } }],
        },
      ]),
    })} RETURNING id`,
  );
}
