import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { csvFile } from "#app/http/csv-file.server";
import { receiveUpload } from "#app/http/upload.server";
import { uploadPath } from "#app/platform/uploads.server";
import { checkUpload } from "#app/services/import/check-upload.server";
import { exportRows } from "#app/services/import/export-rows.server";
import { importFile } from "#app/services/import/import-file.server";
import { importForReal } from "#app/services/import/import-for-real.server";
import { listImportRuns } from "#app/services/import/list-import-runs.server";
import { readImportRun } from "#app/services/import/read-import-run.server";
import { importsAreDone, startImport } from "#app/services/import/start-import.server";
import { anEmployer } from "#tests/support/factories/employers";
import { anAssociation, staff } from "#tests/support/factories/people";
import { goldenParticipants, goldenPath, goldenPlacements } from "#tests/support/golden";
import { owner } from "#tests/support/owner";

let ours: Actor;
let others: Actor;
beforeAll(async () => {
  ours = staff("coordinator", await anAssociation(["1863", "1864", "1884", "1885"]));
  others = staff("coordinator", await anAssociation(["0331"]));
});

let count = 0;
async function uploadAndTry(actor: Actor, kind: "platser" | "deltagare", path: string) {
  count += 1;
  const upload = `upload-${count}`;
  copyFileSync(path, uploadPath(upload));
  const started = await startImport(actor, { kind, upload, fileName: "fil.csv", dryRun: true });
  if (!started.ok) throw new Error(started.code);
  await importsAreDone();
  return { id: started.id, upload };
}

async function runOf(actor: Actor, id: string) {
  const read = await readImportRun(actor, id);
  return read.ok ? read.run : null;
}

test("an upload is tried, then imported for real, and the file is removed", async () => {
  const { id, upload } = await uploadAndTry(ours, "platser", goldenPath(goldenPlacements));
  expect(await runOf(ours, id)).toMatchObject({
    dryRun: true,
    status: "done",
    counts: { imported: 48, updated: 0, unchanged: 0, rejected: 0 },
  });
  expect(existsSync(uploadPath(upload))).toBe(true);
  const real = await importForReal(ours, id);
  if (!real.ok) throw new Error(real.code);
  await importsAreDone();
  expect(await runOf(ours, real.id)).toMatchObject({
    dryRun: false,
    status: "done",
    counts: { imported: 48 },
  });
  expect(existsSync(uploadPath(upload))).toBe(false);
  expect(await importForReal(ours, id)).toEqual({ ok: false, code: "file_gone" });
  expect(await importForReal(ours, real.id)).toEqual({ ok: false, code: "wrong_status" });
});

test("two clicks on the button import the file once", async () => {
  const { id } = await uploadAndTry(ours, "platser", goldenPath(goldenPlacements));
  const clicks = await Promise.all([importForReal(ours, id), importForReal(ours, id)]);
  await importsAreDone();
  expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
  expect(clicks.filter(({ ok }) => !ok)).toEqual([{ ok: false, code: "file_gone" }]);
});

test("a file that cannot be read says why, and is removed", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "praktikkartan-")), "fel.csv");
  writeFileSync(path, "referens;skostorlek\nL-1;42\n");
  const { id, upload } = await uploadAndTry(ours, "platser", path);
  expect(await runOf(ours, id)).toMatchObject({ status: "failed", failure: { code: "missing_columns" } });
  expect(existsSync(uploadPath(upload))).toBe(false);
});

test("a picture is no import: it is told at once and removed", async () => {
  const upload = "bild";
  writeFileSync(uploadPath(upload), Buffer.from("89504e470d0a1a0a0000", "hex"));
  expect(await checkUpload(upload)).toEqual({ code: "not_a_sheet" });
  expect(existsSync(uploadPath(upload))).toBe(false);
  const sheet = "tabell";
  copyFileSync(goldenPath(goldenPlacements), uploadPath(sheet));
  expect(await checkUpload(sheet)).toBeNull();
  expect(existsSync(uploadPath(sheet))).toBe(true);
});

test("another association sees neither the run nor its errors, and cannot import its file", async () => {
  const { id } = await uploadAndTry(ours, "deltagare", goldenPath(goldenParticipants));
  expect(await runOf(ours, id)).toMatchObject({ counts: { imported: 16 } });
  for (const name of [id, "00000000-0000-4000-8000-000000000000", "fel"]) {
    expect(await readImportRun(others, name)).toEqual({ ok: false, code: "not_found" });
    expect(await importForReal(others, name)).toEqual({ ok: false, code: "not_found" });
  }
  expect(await listImportRuns(others)).toEqual({ ok: true, runs: [] });
  expect(await readImportRun({ ...ours, role: "coach" }, id)).toEqual({ ok: false, code: "not_found" });
});

test("a run whose process is gone does not look as if it went on", async () => {
  const [row] = await owner`
    INSERT INTO import_runs (association_id, user_id, kind, file_name, dry_run, updated_at)
    VALUES (${ours.associationId}, 'x', 'platser', 'avbruten.csv', false, now() - interval '5 minutes') RETURNING id`;
  expect(await runOf(ours, row!.id)).toMatchObject({ status: "interrupted" });
});

test("what is exported can be imported again without change", async () => {
  const real = await importFile(ours, {
    kind: "deltagare",
    path: goldenPath(goldenParticipants),
    dryRun: false,
  });
  expect(real.ok).toBe(true);
  for (const [kind, rows] of [
    ["platser", 48],
    ["deltagare", 16],
  ] as const) {
    const exported = await exportRows(ours, kind);
    if (!exported.ok) throw new Error(exported.code);
    expect(exported.rows).toHaveLength(rows + 1);
    const path = join(mkdtempSync(join(tmpdir(), "praktikkartan-")), "ut.csv");
    writeFileSync(path, Buffer.from(await csvFile("ut.csv", exported.rows).arrayBuffer()));
    const back = await importFile(ours, { kind, path, dryRun: false });
    expect(back).toMatchObject({ counts: { imported: 0, updated: 0, unchanged: rows, rejected: 0 } });
  }
  const others16 = await exportRows(others, "deltagare");
  expect(others16).toMatchObject({ rows: [expect.arrayContaining(["referens"])] });
  expect(await exportRows({ ...ours, role: "coach" }, "deltagare")).toEqual({ ok: false, code: "forbidden" });
});

test("each participant in an export has an audit event; a protected identity never leaves in a file", async () => {
  await owner`UPDATE participants SET protected_identity = 'protected' WHERE reference = 'L-0701'`;
  const exported = await exportRows(ours, "deltagare");
  expect(exported.ok && exported.rows.flat().includes("L-0701")).toBe(false);
  expect(exported).toMatchObject({ rows: { length: 16 } });
  const [events] =
    await owner`SELECT count(*)::integer AS n FROM audit_events WHERE action = 'participant.exported'`;
  expect(events).toEqual({ n: 16 + 15 });
  const again = await importFile(ours, {
    kind: "deltagare",
    path: goldenPath(goldenParticipants),
    dryRun: false,
  });
  expect(again).toMatchObject({ counts: { unchanged: 15, rejected: 1 } });
});

test("an employer to be left out goes by name in a file when it has no number, or a person's own", async () => {
  await anEmployer({ organisation_number: "811218-9876", name: "Eriks Trädgård" });
  await anEmployer({ organisation_number: null, name: "Kiosken" });
  const known = await anEmployer();
  const abilities = Array.from({ length: 10 }, () => "2").join(";");
  const folder = mkdtempSync(join(tmpdir(), "praktikkartan-"));
  const [header] = ((await exportRows(ours, "arbetsprofiler")) as { rows: string[][] }).rows;
  const avoids = `Kiosken,Eriks Trädgård,${known.number}`;
  const line = `L-0702;praktik;8;20;4;mån-fre;Kopparberg;30;ja;1;${abilities};tyst_rum;kafe;${avoids}`;
  writeFileSync(join(folder, "in.csv"), `${header!.join(";")}\n${line}`);
  const take = (name: string) =>
    importFile(ours, { kind: "arbetsprofiler", path: join(folder, name), dryRun: false });
  expect(await take("in.csv")).toMatchObject({ counts: { imported: 1, rejected: 0 } });
  const exported = await exportRows(ours, "arbetsprofiler");
  if (!exported.ok) throw new Error(exported.code);
  expect(String(exported.rows[1]?.at(-1)).split(",").sort()).toEqual([
    known.number,
    "Eriks Trädgård",
    "Kiosken",
  ]);
  writeFileSync(join(folder, "ut.csv"), Buffer.from(await csvFile("ut.csv", exported.rows).arrayBuffer()));
  expect(await take("ut.csv")).toMatchObject({ counts: { unchanged: 1, rejected: 0 } });
});

test("no cell of a file is a formula", async () => {
  const text = await csvFile("fel.csv", [["=1+1", "+46", "-a", "@b", "säker", 3]]).text();
  expect(parse(text, { delimiter: ";", bom: true })).toEqual([["'=1+1", "'+46", "'-a", "'@b", "säker", "3"]]);
});

function formWith(file: Blob | null, name = "C:\\fakepath\\plåtser.csv"): Request {
  const form = new FormData();
  form.set("innehall", "platser");
  if (file) form.set("fil", file, name);
  return new Request("http://localhost/samordnare/importera", { method: "POST", body: form });
}

test("a file goes to the disk under a name of our own; one that is too large leaves nothing behind", async () => {
  const received = await receiveUpload(formWith(new Blob(["hej"])), "fil", 1000);
  expect(received).toMatchObject({ ok: true, upload: { fileName: "plåtser.csv" } });
  expect(received.ok && received.form.get("innehall")).toBe("platser");
  expect(received.ok && existsSync(uploadPath(received.upload!.upload))).toBe(true);
  expect(await receiveUpload(formWith(null), "fil", 1000)).toMatchObject({ ok: true, upload: null });
  expect(await receiveUpload(formWith(new Blob(["x".repeat(2000)])), "fil", 1000)).toEqual({
    ok: false,
    code: "too_large",
  });
  const plain = new Request("http://localhost/", {
    method: "POST",
    body: new URLSearchParams({ fil: "hej" }),
  });
  expect(await receiveUpload(plain, "fil", 1000)).toEqual({ ok: false, code: "bad_request" });
});
