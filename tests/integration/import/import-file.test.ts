import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { publicActor } from "#app/domain/identity/actor";
import type { ImportKind } from "#app/domain/import/import-kind";
import type { RejectedRow } from "#app/domain/import/problem";
import { importFile } from "#app/services/import/import-file.server";
import { db, withActor } from "#db/client.server";
import { goldenParticipants, goldenPath, goldenPlacements } from "#tests/support/golden";

const folder = mkdtempSync(join(tmpdir(), "praktikkartan-import-"));
let north: Actor;
let east: Actor;

beforeAll(async () => {
  north = await coordinatorOf("Norr");
  east = await coordinatorOf("Öst");
});

async function coordinatorOf(name: string): Promise<Actor> {
  const rows = await db.execute<{ id: number }>(
    sql`INSERT INTO associations (name) VALUES (${name}) RETURNING id`,
  );
  return {
    ...publicActor,
    role: "coordinator",
    userId: `samordnare ${name}`,
    name,
    associationId: rows[0]!.id,
  };
}

async function take(actor: Actor, kind: ImportKind, path: string, dryRun = false) {
  const rejected: RejectedRow[] = [];
  const result = await importFile(actor, {
    kind,
    path,
    dryRun,
    onRejected: (row) => void rejected.push(row),
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { ...result.counts, rejectedRows: rejected };
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Everything that an import could touch, to compare before and after. */
async function everything(actor: Actor) {
  return withActor(actor, async (tx) => {
    const tables = [
      "employers",
      "workplaces",
      "contact_persons",
      "placements",
      "commissioning_agencies",
      "participants",
      "referrals",
      "work_profiles",
      "work_profile_versions",
      "audit_events",
    ];
    const found: Record<string, unknown> = {};
    for (const table of tables) {
      found[table] = [
        ...(await tx.execute(sql`SELECT t::text AS row FROM ${sql.identifier(table)} t ORDER BY 1`)),
      ];
    }
    return found;
  });
}

const golden = { imported: 48, updated: 0, unchanged: 0, rejected: 0 };

test("a dry run tells what would happen and writes nothing", async () => {
  const before = await everything(north);
  expect(await take(north, "platser", goldenPath(goldenPlacements), true)).toMatchObject(golden);
  expect(await take(north, "deltagare", goldenPath(goldenParticipants), true)).toMatchObject({
    imported: 16,
  });
  expect(await everything(north)).toEqual(before);
});

test("the golden placements: 48 imported, 0 rejected, and the second time without change", async () => {
  expect(await take(north, "platser", goldenPath(goldenPlacements))).toMatchObject(golden);
  const once = await everything(north);
  const again = await take(north, "platser", goldenPath(goldenPlacements));
  expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: 48, rejected: 0 });
  expect(await everything(north)).toEqual(once);
  const placements = await db.execute<Record<string, unknown>>(sql`
    SELECT p.*, e.verified, e.sector, w.address, l.east, l.north, p.point[0] AS at_east, p.point[1] AS at_north
      FROM placements p JOIN employers e ON e.id = p.employer_id JOIN workplaces w ON w.id = p.workplace_id
      JOIN localities l ON l.name = p.locality AND l.municipality_code = p.municipality_code
     WHERE p.employer_name = 'Silverviken AB' AND p.title = 'Packa beställningar på lager'`);
  expect(placements[0]).toMatchObject({
    status: "published",
    visibility: "public",
    verified: true,
    sector: "privat",
    address: "Järnvägsgatan 46",
    kinds: ["praktik", "arbetsprovning", "arbetstraning"],
    hours_min: "8.0",
    weekdays: ["man", "tis", "ons", "tors"],
    capacity: 1,
    demand_lyft: 2,
    demand_finmotorik: 2,
    last_confirmed_on: "2026-08-19",
    claimed: 0,
  });
  expect(placements[0]!.at_east).toBe(placements[0]!.east);
  expect(placements[0]!.at_north).toBe(placements[0]!.north);
});

test("the golden participants: 16 imported with their referrals, each with one audit event, and never doubled", async () => {
  expect(await take(north, "deltagare", goldenPath(goldenParticipants))).toMatchObject({
    imported: 16,
    rejected: 0,
  });
  const once = await everything(north);
  expect(await take(north, "deltagare", goldenPath(goldenParticipants))).toMatchObject({
    unchanged: 16,
    updated: 0,
  });
  expect(await everything(north)).toEqual(once);
  await withActor(north, async (tx) => {
    const agencies = await tx.execute(sql`
      SELECT a.name, count(*)::integer AS n FROM referrals r JOIN commissioning_agencies a ON a.id = r.agency_id
       GROUP BY a.name ORDER BY n`);
    expect([...agencies]).toEqual([
      { name: "Försäkringskassan", n: 3 },
      { name: "Arbetsförmedlingen", n: 4 },
      { name: "Socialförvaltningen", n: 9 },
    ]);
    const events = await tx.execute(sql`
      SELECT count(DISTINCT participant_id)::integer AS people, count(*)::integer AS events, min(user_name) AS by
        FROM audit_events WHERE action = 'participant.imported'`);
    expect(events[0]).toEqual({ people: 16, events: 16, by: "Norr" });
  });
});

test("another association sees none of it, and may use the same references for its own", async () => {
  const ours = (await everything(north)).participants;
  const seen = await everything(east);
  expect([seen.participants, seen.referrals, seen.audit_events]).toEqual([[], [], []]);
  expect(await take(east, "deltagare", goldenPath(goldenParticipants))).toMatchObject({ imported: 16 });
  expect((await everything(north)).participants).toEqual(ours);
});

const profileHeader =
  "referens;typer;start_timmar;mal_timmar;max_timmar_per_dag;dagar;ort;max_avstand_km;korkort_b;stodbehov;klarar_lyft;" +
  "klarar_staende;klarar_tempo;klarar_sociala_kontakter;klarar_buller;klarar_koncentration;klarar_sjalvstandighet;" +
  "klarar_lasa_skriva;klarar_tala_svenska;klarar_finmotorik;behov;onskade_uppgifter;undantag_arbetsgivare";
const profile = (reference: string, start: string, avoids = "") =>
  `${reference};praktik;${start};20;4;mån-fre;Kopparberg;30;ja;1;2;2;2;2;2;2;2;2;2;2;tyst_rum;kafe;${avoids}`;

test("work profiles belong to known participants; a changed one is a new version that must be confirmed anew", async () => {
  const file = (start: string) =>
    write(
      "profiler.csv",
      [
        profileHeader,
        profile("L-0701", start, "Nora kommun,559817-0941"),
        profile("X-1", "8"),
        profile("L-0702", "8", "Ingen AB"),
      ].join("\n"),
    );
  expect(await take(north, "arbetsprofiler", file("8"))).toMatchObject({
    imported: 1,
    rejectedRows: [
      { line: 3, problems: [{ column: "referens", code: "unknown_participant" }] },
      { line: 4, problems: [{ column: "undantag_arbetsgivare", code: "unknown_employer" }] },
    ],
  });
  expect(await take(north, "arbetsprofiler", file("8"))).toMatchObject({
    imported: 0,
    updated: 0,
    unchanged: 1,
  });
  await withActor(north, (tx) =>
    tx.execute(sql`UPDATE work_profiles SET status = 'confirmed', confirmed_at = now()`),
  );
  expect(await take(north, "arbetsprofiler", file("9,5"))).toMatchObject({ updated: 1 });
  await withActor(north, async (tx) => {
    const rows = await tx.execute<Record<string, unknown>>(sql`
      SELECT w.version, w.status, w.confirmed_at, w.profile, v.status AS before,
             (SELECT count(*)::integer FROM employers WHERE id IN
               (SELECT jsonb_array_elements_text(w.profile->'excludedEmployerIds')::integer)) AS avoided
        FROM work_profiles w JOIN work_profile_versions v USING (participant_id)`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      version: 2,
      status: "complete",
      confirmed_at: null,
      before: "confirmed",
      avoided: 2,
    });
    expect(rows[0]!.profile).toMatchObject({
      startHours: 9.5,
      kinds: ["praktik"],
      drivingLicenceB: true,
      locality: "Kopparberg",
      excludedWorkplaceIds: [],
    });
  });
  expect(
    await take(
      east,
      "arbetsprofiler",
      write("andras.csv", [profileHeader, profile("L-0799", "8")].join("\n")),
    ),
  ).toMatchObject({ rejected: 1 });
});

const [placementHeader, ...placementLines] = readFileSync(goldenPath(goldenPlacements), "utf8")
  .trim()
  .split(/\r?\n/);

test("rejected rows are told by their line, the others are kept", async () => {
  const lines = [...placementLines];
  lines[1] = lines[1]!.replace("559817-0941", "559817-0940");
  lines[2] = lines[2]!.replace(";Storå;Lindesberg;", ";Storå;Nora;");
  lines[3] = lines[3]!.replace(";Nora;Nora;", ";Nora;Nowa;");
  lines.push(lines[0]!, lines[0]!.replace("Silverviken AB", "Kopparviken AB").replace("Packa", "Plocka"));
  const found = await take(north, "platser", write("fel.csv", [placementHeader, ...lines].join("\n")));
  expect(found).toMatchObject({ unchanged: 45, imported: 0, rejected: 5 });
  expect(
    found.rejectedRows.map(({ line, problems }) => [line, problems[0]!.column, problems[0]!.code]),
  ).toEqual([
    [3, "organisationsnummer", "wrong_check_digit"],
    [4, "ort", "unknown_locality"],
    [5, "kommun", "unknown_municipality"],
    [50, "rubrik", "repeated"],
    [51, "arbetsgivare", "differs"],
  ]);
});

test("a refused row says nothing of the rows after it", async () => {
  const put = (line: string, column: string, value: string) => {
    const cells = line.split(";");
    cells[
      placementHeader!
        .replace(/^\uFEFF/, "")
        .split(";")
        .indexOf(column)
    ] = value;
    return cells.join(";");
  };
  const wrong = put(put(placementLines[0]!, "arbetsgivare", "Kopparviken AB"), "kommun", "Nowa");
  const file = [placementHeader, wrong, placementLines[0]].join("\n");
  const found = await take(north, "platser", write("vägrad.csv", file), true);
  expect(found).toMatchObject({ unchanged: 1, rejected: 1 });
  expect(found.rejectedRows.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
    [2, ["unknown_municipality"]],
  ]);
});

test("all that only the database and the other rows know of a row is told at once", async () => {
  const cells = placementLines[0]!.replace("Silverviken AB", "Kopparviken AB").split(";");
  cells[placementHeader!.split(";").indexOf("kommun")] = "Nowa";
  const file = [placementHeader, placementLines[0], cells.join(";")].join("\n");
  const found = await take(north, "platser", write("allt.csv", file), true);
  expect(found).toMatchObject({ unchanged: 1, rejected: 1 });
  expect(found.rejectedRows[0]!.problems.map(({ column, code }) => [column, code])).toEqual([
    ["arbetsgivare", "differs"],
    ["kommun", "unknown_municipality"],
    ["rubrik", "repeated"],
  ]);
});

test("an unknown place is told together with whatever else is wrong with the row", async () => {
  const template = readFileSync(goldenPath(goldenPlacements), "utf8");
  const [header, first] = template.replace(/^\uFEFF/, "").split(/\r?\n/);
  const separator = header!.includes(";") ? ";" : ",";
  const at = (column: string) => header!.split(separator).indexOf(column);
  const cells = first!.split(separator);
  cells[at("rubrik")] = "";
  cells[at("ort")] = "Ingenstans";
  for (const column of ["lat", "lon"]) if (at(column) >= 0) cells[at(column)] = "";
  const result = await take(
    north,
    "platser",
    write("ort.csv", `${header}\n${cells.join(separator)}\n`),
    true,
  );
  expect(result.rejectedRows[0]!.problems.map(({ column, code }) => [column, code])).toEqual([
    ["rubrik", "missing"],
    ["ort", "unknown_locality"],
  ]);
});

test("what staff decided afterwards outlives a new import of the same file", async () => {
  await db.execute(sql`
    UPDATE placements SET status = 'paused', visibility = 'coordinators', last_confirmed_on = '2026-11-20', claimed = 1
     WHERE title = 'Montera små delar' AND employer_name = 'Vattentorget skyddat arbete'`);
  expect(await take(north, "platser", goldenPath(goldenPlacements))).toMatchObject({ unchanged: 48 });
  const line = placementLines.find((one) => one.startsWith("Vattentorget skyddat arbete"))!;
  const fewer = (slots: string) =>
    write("färre.csv", [placementHeader, line.replace("mån-fre;4;8;3;", `mån-fre;4;8;${slots};`)].join("\n"));
  expect(await take(north, "platser", fewer("2"))).toMatchObject({ updated: 1 });
  await db.execute(
    sql`UPDATE placements SET claimed = 2 WHERE title = 'Montera små delar' AND status = 'paused'`,
  );
  expect(await take(north, "platser", fewer("1"))).toMatchObject({
    updated: 0,
    rejectedRows: [
      { line: 2, problems: [{ column: "platser", code: "already_taken", params: { taken: 2 } }] },
    ],
  });
  const rows = await db.execute(sql`
    SELECT status, visibility, last_confirmed_on, capacity FROM placements WHERE status = 'paused'`);
  expect([...rows]).toEqual([
    { status: "paused", visibility: "coordinators", last_confirmed_on: "2026-11-20", capacity: 2 },
  ]);
});

test("a placement that is another association's to change is refused as in its form, and nothing around it is touched", async () => {
  await db.execute(sql`
    INSERT INTO association_municipalities SELECT id, '1885' FROM associations WHERE name = 'Norr'`);
  const line = placementLines.find((one) => one.includes(";Lindesberg;Lindesberg;"))!;
  const [employer] = line.split(";");
  const path = write("andras.csv", [placementHeader, line.replaceAll(employer!, "Kapat namn")].join("\n"));
  const before = await everything(north);
  expect(await take(east, "platser", path)).toMatchObject({
    imported: 0,
    updated: 0,
    rejectedRows: [
      {
        line: 2,
        problems: [{ column: "rubrik", code: "of_another_association", params: { association: "Norr" } }],
      },
    ],
  });
  expect(await everything(north)).toEqual(before);
  await db.execute(sql`DELETE FROM association_municipalities`);
  expect(await take(east, "platser", path)).toMatchObject({
    rejectedRows: [{ line: 2, problems: [{ column: "rubrik", code: "of_somebody_else" }] }],
  });
});

test("a changed name or address is one update, and reaches every placement of the employer", async () => {
  const renamed = [placementHeader, ...placementLines]
    .join("\n")
    .replaceAll("Silverviken AB", "Nya Silverviken AB");
  const path = write("nytt-namn.csv", renamed);
  const first = await take(north, "platser", path, true);
  expect(await take(north, "platser", path)).toEqual(first);
  expect(first).toMatchObject({ imported: 0, rejected: 0 });
  const rows = await db.execute(sql`
    SELECT employer_name, count(*)::integer AS n FROM placements WHERE employer_name LIKE '%Silverviken%' GROUP BY 1`);
  expect([...rows]).toEqual([{ employer_name: "Nya Silverviken AB", n: 3 }]);
  expect(await take(north, "platser", path)).toMatchObject({ updated: 0, unchanged: 48 });
});

test("an Excel file comes to the same as the text file", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Platser");
  for (const line of [placementHeader!, ...placementLines]) {
    sheet.addRow(line.split(";").map((text) => (/^\d+$/.test(text) ? Number(text) : text)));
  }
  const path = join(folder, "platser.xlsx");
  await book.xlsx.writeFile(path);
  await take(north, "platser", goldenPath(goldenPlacements));
  expect(await take(north, "platser", path)).toMatchObject({ imported: 0, unchanged: 48, rejected: 0 });
});

test("nobody but coordinators and administrators imports", async () => {
  for (const role of [
    "coach",
    "participant",
    "employer",
    "case_worker",
    "board",
    "public",
    "system",
  ] as const) {
    const result = await importFile(
      { ...north, role },
      {
        kind: "platser",
        path: goldenPath(goldenPlacements),
        dryRun: false,
      },
    );
    expect(result).toEqual({ ok: false, code: "forbidden" });
  }
});

test("whatever a file holds and however it is cut into batches, the second import changes nothing", async () => {
  const cell = fc.constantFrom("", "x", "man", "kvinna", "2007-05-01", "Nora", "grundskola", "1980", "ja");
  const row = fc.tuple(
    fc.integer({ min: 1, max: 6 }).map((n) => `F-${n}`),
    fc.array(cell, { maxLength: 18 }),
  );
  const header = readFileSync(goldenPath(goldenParticipants), "utf8").split(/\r?\n/)[0]!;
  const known = ["Försäkringskassan", "Vårdcentralen"];
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, agency) => {
      const lines = rows.map(([reference, cells]) => {
        const all = [reference, ...cells];
        if (all.length > 5) all[5] = known[agency ? 0 : 1]!;
        return all.join(";");
      });
      const path = write("slump.csv", [header, ...lines].join("\n"));
      const first = await take(north, "deltagare", path);
      const after = await everything(north);
      const second = await take(north, "deltagare", path);
      expect(second.imported + second.updated).toBe(0);
      expect(second.unchanged).toBe(first.imported + first.updated + first.unchanged);
      expect(second.rejectedRows).toEqual(first.rejectedRows);
      expect(await everything(north)).toEqual(after);
    }),
    { numRuns: 25 },
  );
});
