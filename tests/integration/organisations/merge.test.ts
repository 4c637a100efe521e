import { expect, test } from "vitest";
import { clashesOf, differingFields, freeName, type MergeChoices } from "#app/domain/organisations/merge";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { mergeEmployers, previewMerge } from "#app/services/organisations/merge-employers.server";
import { showEmployer } from "#app/services/organisations/show-employer.server";
import { movedByMerge } from "#db/queries/employer-merge.server";
import { anEmployer, aPlacementAt, aProposalAt, aWorkplace } from "#tests/support/factories/employers";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

/** Two records of one employer: both have "Butiken" with "Packa varor"; the second also has "Lagret". */
async function twoRecords() {
  const here = await anAssociation();
  const elsewhere = await anAssociation(["0331"]);
  const kept = await anEmployer({ name: "Råsvalens Livs AB" });
  const gone = await anEmployer({ name: "Råsvalens Livs", appetite: "maybe" });
  const keptShop = await aWorkplace(kept.id, "Butiken");
  const goneShop = await aWorkplace(gone.id, "Butiken");
  const store = await aWorkplace(gone.id, "Lagret");
  const placements = {
    kept: await aPlacementAt({ employerId: kept.id, workplaceId: keptShop }),
    same: await aPlacementAt({ employerId: gone.id, workplaceId: goneShop }),
    other: await aPlacementAt({ employerId: gone.id, workplaceId: goneShop }, "Sätta upp varor"),
    stored: await aPlacementAt({ employerId: gone.id, workplaceId: store }, "Plocka"),
  };
  return {
    here,
    elsewhere,
    kept,
    gone,
    keptShop,
    goneShop,
    store,
    placements,
    me: staff("coordinator", here),
  };
}
type World = Awaited<ReturnType<typeof twoRecords>>;

/** The order as the page makes it, with the first answer everywhere: the record that stays wins, same names same place. */
async function orderFor(world: World, answer: "same" | "apart" = "same") {
  const seen = await previewMerge(world.me, world.kept.id, world.gone.id);
  if (!seen.ok) throw new Error(seen.code);
  const { kept, gone, version } = seen.preview;
  const choices: MergeChoices = { fields: {}, workplaces: {}, titles: {} };
  for (const field of differingFields(kept, gone)) choices.fields[field] = "kept";
  for (const clash of clashesOf(kept, gone)) {
    choices.workplaces[clash.gone.id] = { answer, newName: freeName(clash.gone.name, new Set()) };
    for (const { id, title } of clash.titles) choices.titles[id] = freeName(title, new Set());
  }
  return { keptId: kept.id, goneId: gone.id, choices, typed: world.gone.number, version };
}

async function hangingOn(employerId: number) {
  const rows = await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'merge', true)`;
    return tx`SELECT (SELECT count(*)::int FROM workplaces WHERE employer_id = ${employerId}) AS workplaces,
      (SELECT count(*)::int FROM placements WHERE employer_id = ${employerId}) AS placements,
      (SELECT count(*)::int FROM contact_persons WHERE employer_id = ${employerId}) AS people,
      (SELECT count(*)::int FROM employer_contacts WHERE employer_id = ${employerId}) AS contacts,
      (SELECT count(*)::int FROM proposals WHERE employer_id = ${employerId}) AS proposals,
      (SELECT count(*)::int FROM disclosures WHERE employer_id = ${employerId}) AS disclosures,
      (SELECT count(*)::int FROM memberships WHERE employer_id = ${employerId}) AS memberships,
      (SELECT count(*)::int FROM employer_ring_members WHERE employer_id = ${employerId}) AS rings`;
  });
  return rows[0]!;
}

test("every table that points at an employer, a workplace or a contact person is moved by a merge", async () => {
  const rows = await owner`
    SELECT c.conrelid::regclass::text || '.' || a.attname AS column FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
     WHERE c.contype = 'f' AND c.confrelid IN ('employers'::regclass, 'workplaces'::regclass, 'contact_persons'::regclass)
     ORDER BY 1`;
  expect(rows.map(({ column }) => column)).toEqual([...movedByMerge]);
});

test("a merge moves everything of every association, and the old id leads to the record that stays", async () => {
  const world = await twoRecords();
  const { kept, gone, here, elsewhere, placements } = world;
  const at = (associationId: number, placementId: number) => ({
    associationId,
    placementId,
    employerId: gone.id,
  });
  const ours = await aProposalAt(at(here, placements.same), "agreed");
  const theirs = await aProposalAt(at(elsewhere, placements.stored), "visit_booked");
  await owner`INSERT INTO disclosures (association_id, participant_id, proposal_id, employer_id, name, disclosed_by_name)
    VALUES (${elsewhere}, ${theirs.participantId}, ${theirs.proposalId}, ${gone.id}, 'Kim', 'Någon')`;
  await owner`INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, happened_on)
    VALUES (${gone.id}, ${elsewhere}, 'x', 'Elias', 'telefon', current_date)`;
  const [ring] =
    await owner`INSERT INTO employer_rings (name, created_by_name) VALUES ('Ring M', 'x') RETURNING id`;
  await owner`INSERT INTO employer_ring_members (ring_id, employer_id) VALUES (${ring!.id}, ${gone.id})`;
  const both = await seedAccount({
    email: "bada@merge.example",
    name: "Båda",
    memberships: [
      { role: "employer", employerId: kept.id },
      { role: "employer", employerId: gone.id },
    ],
  });
  await seedAccount({
    email: "en@merge.example",
    name: "En",
    memberships: [{ role: "employer", employerId: gone.id }],
  });

  const merged = await mergeEmployers(world.me, await orderFor(world));
  expect(merged).toMatchObject({
    ok: true,
    id: kept.id,
    moved: {
      workplaces: 2,
      placements: 3,
      contacts: 1,
      proposals: 2,
      disclosures: 1,
      rings: 1,
      memberships: 2,
    },
  });
  expect(await hangingOn(gone.id)).toEqual({
    workplaces: 0,
    placements: 0,
    people: 0,
    contacts: 0,
    proposals: 0,
    disclosures: 0,
    memberships: 0,
    rings: 0,
  });
  expect(await hangingOn(kept.id)).toMatchObject({
    workplaces: 2,
    placements: 4,
    proposals: 2,
    memberships: 2,
    rings: 1,
  });
  expect(await showEmployer(world.me, gone.id)).toMatchObject({ ok: true, movedTo: kept.id });

  // The two shops are one; the placement with the same title has another one now, and both are still there.
  const titles =
    await owner`SELECT title FROM placements WHERE workplace_id = ${world.keptShop} ORDER BY title`;
  expect(titles.map(({ title }) => title)).toEqual(["Packa varor", "Packa varor (2)", "Sätta upp varor"]);
  const [copied] = await owner`SELECT employer_name FROM placements WHERE id = ${placements.stored}`;
  expect(copied!.employer_name).toBe("Råsvalens Livs AB");

  // Each participant whose proposal was touched can see who did it.
  const seen = await owner`SELECT association_id, user_name FROM audit_events
     WHERE participant_id IN (${ours.participantId}, ${theirs.participantId}) ORDER BY association_id`;
  expect(seen.map((row) => [row.association_id, row.user_name])).toEqual([
    [here, world.me.name],
    [elsewhere, world.me.name],
  ]);
  const roles = await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    return tx`SELECT employer_id FROM memberships WHERE user_id = ${both}`;
  });
  expect(roles.map(({ employer_id }) => employer_id)).toEqual([kept.id]);

  // It can be read later what was merged, by whom, and what the other record said.
  const page = await showEmployer(world.me, kept.id);
  expect(page.ok && page.employer?.merges).toMatchObject([
    { byName: world.me.name, goneName: "Råsvalens Livs", goneNumber: gone.number, moved: { placements: 3 } },
  ]);
  const lost = page.ok ? page.employer?.merges[0]?.lost : [];
  expect(lost).toEqual(expect.arrayContaining([{ field: "name", value: "Råsvalens Livs" }]));
});

test("different places keep both names, and the chosen values win", async () => {
  const world = await twoRecords();
  const order = await orderFor(world, "apart");
  order.choices.fields = { organisationNumber: "gone", name: "kept", appetite: "gone" };
  expect(await mergeEmployers(world.me, order)).toMatchObject({ ok: true });
  const names = await owner`SELECT name FROM workplaces WHERE employer_id = ${world.kept.id} ORDER BY name`;
  expect(names.map(({ name }) => name)).toEqual(["Butiken", "Butiken (2)", "Lagret"]);
  const [row] =
    await owner`SELECT organisation_number, name, appetite FROM employers WHERE id = ${world.kept.id}`;
  expect(row).toEqual({
    organisation_number: world.gone.number,
    name: "Råsvalens Livs AB",
    appetite: "maybe",
  });
  const [alias] = await owner`SELECT * FROM employer_aliases WHERE gone_id = ${world.gone.id}`;
  expect(alias).toMatchObject({ organisation_number: world.kept.number, employer_id: world.kept.id });
});

test("missing answers, a wrongly typed number and a record that changed meanwhile stop the merge", async () => {
  const world = await twoRecords();
  const order = await orderFor(world);
  const empty = { fields: {}, workplaces: {}, titles: {} };
  expect(await mergeEmployers(world.me, { ...order, choices: empty, typed: "556016-0680" })).toEqual({
    ok: false,
    code: "choices",
    errors: {
      "falt.organisationNumber": "choose_side",
      "falt.name": "choose_side",
      "falt.appetite": "choose_side",
      [`stalle.${world.goneShop}`]: "choose_same",
      typed: "typed_number",
    },
  });
  await aWorkplace(world.gone.id, "Kontoret");
  expect(await mergeEmployers(world.me, order)).toEqual({ ok: false, code: "changed_meanwhile" });
  expect(await hangingOn(world.gone.id)).toMatchObject({ workplaces: 3, placements: 3 });
});

test("a record without a number goes by its name, also one that begins as a personal number does", async () => {
  const world = await twoRecords();
  const name = "300 Kök och Bar";
  await owner`UPDATE employers SET organisation_number = NULL, name = ${name} WHERE id = ${world.gone.id}`;
  const order = { ...(await orderFor(world)), typed: "300 Kök" };
  expect(await mergeEmployers(world.me, order)).toMatchObject({ errors: { typed: "typed_number" } });
  expect(await mergeEmployers(world.me, { ...order, typed: ` ${name} ` })).toMatchObject({ ok: true });
});

test("only a coordinator merges, and what is not there is not found", async () => {
  const world = await twoRecords();
  const order = await orderFor(world);
  for (const role of ["coach", "admin"] as const) {
    expect(await mergeEmployers(staff(role, world.here), order)).toMatchObject({ code: "not_found" });
  }
  expect(await previewMerge(world.me, world.kept.id, 999_999)).toMatchObject({ code: "not_found" });
  expect(await previewMerge(world.me, world.kept.id, world.kept.id)).toMatchObject({ code: "same_record" });
});

test("of many who merge the same two at once, in both directions, exactly one does; the rest are told where it went", async () => {
  const world = await twoRecords();
  const order = await orderFor(world);
  const backwards = { ...world, kept: world.gone, gone: world.kept };
  const other = await orderFor(backwards);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, nth) => mergeEmployers(world.me, nth % 2 === 0 ? order : other)),
  );
  const won = answers.filter(({ ok }) => ok);
  expect(won).toHaveLength(1);
  const survivor = won[0]!.ok ? won[0]!.id : 0;
  for (const answer of answers) {
    if (!answer.ok) expect(answer).toEqual({ ok: false, code: "already_merged", into: survivor });
  }
  expect(await hangingOn(survivor)).toMatchObject({ workplaces: 2, placements: 4 });
});

test("merged again, the oldest id still leads to the last record", async () => {
  const world = await twoRecords();
  await mergeEmployers(world.me, await orderFor(world));
  const last = { ...world, gone: world.kept, kept: await anEmployer({ name: "Råsvalens Livsmedel AB" }) };
  expect(await mergeEmployers(world.me, await orderFor(last))).toMatchObject({ ok: true });
  for (const id of [world.gone.id, world.kept.id]) {
    expect(await showEmployer(world.me, id)).toMatchObject({ movedTo: last.kept.id });
  }
});

test("whoever did not want to be at a record or a workplace that was merged away does not want to be where it went", async () => {
  const world = await twoRecords();
  await mergeEmployers(world.me, await orderFor(world));
  const profile = {
    excludedEmployerIds: [world.gone.id],
    excludedWorkplaceIds: [world.goneShop, 7],
    maxKm: 5,
  };
  const [row] = await owner`SELECT follow_merges(${owner.json(profile)}::jsonb) AS profile`;
  expect(row!.profile).toEqual({
    excludedEmployerIds: [world.kept.id],
    excludedWorkplaceIds: expect.arrayContaining([world.keptShop, 7]),
    maxKm: 5,
  });
});
