import { expect, test } from "vitest";
import type { ImportKind } from "#app/domain/import/import-kind";
import { readRow, rowFormats } from "#app/domain/import/row-format";
import { goldenParticipants, goldenPlacements, goldenRows } from "#tests/support/golden";

const placement = goldenRows(goldenPlacements)[0]!;
const participant = goldenRows(goldenParticipants)[0]!;
const profile: Record<string, string> = {
  referens: "L-0701",
  typer: "praktik,arbetsprovning",
  start_timmar: "7,5",
  mal_timmar: "20",
  max_timmar_per_dag: "3",
  dagar: "mån-tors",
  ort: "Kopparberg",
  max_avstand_km: "25",
  korkort_b: "ja",
  stodbehov: "2",
  klarar_lyft: "0",
  klarar_staende: "1",
  klarar_tempo: "2",
  klarar_sociala_kontakter: "3",
  klarar_buller: "0",
  klarar_koncentration: "1",
  klarar_sjalvstandighet: "2",
  klarar_lasa_skriva: "3",
  klarar_tala_svenska: "0",
  klarar_finmotorik: "1",
  behov: "tyst_rum, eget_tempo",
  onskade_uppgifter: "kafe",
  undantag_arbetsgivare: "Nora kommun, 559711-6028",
};

test.each(goldenRows(goldenPlacements).map((row, index) => [index + 2, row]))(
  "golden placement of row %i is read",
  (_, row) => {
    expect(readRow("platser", row as Record<string, string>).ok).toBe(true);
  },
);

test.each(goldenRows(goldenParticipants).map((row) => [row.referens, row]))(
  "golden participant %s is read",
  (_, row) => {
    expect(readRow("deltagare", row as Record<string, string>).ok).toBe(true);
  },
);

test("a placement's words become the domain's", () => {
  expect(readRow("platser", { ...placement, timmar_per_vecka_min: "7,5" })).toMatchObject({
    ok: true,
    row: {
      employer: { organisationNumber: "559817-0941", name: "Silverviken AB", sector: "privat" },
      workplace: { name: "Kvarnen, Lindesberg", locality: "Lindesberg", coordinates: null },
      kinds: ["praktik", "arbetsprovning", "arbetstraning"],
      hoursMin: 7.5,
      weekdays: ["man", "tis", "ons", "tors"],
      demands: { lyft: 2, staende: 3, tempo: 2, sociala_kontakter: 0, finmotorik: 2 },
      adaptations: ["eget_tempo", "skriftliga_instruktioner", "bildstod", "flexibel_start"],
      lastConfirmedOn: "2026-08-19",
    },
  });
});

test("a work profile's words become the domain's", () => {
  expect(readRow("arbetsprofiler", profile)).toMatchObject({
    ok: true,
    row: {
      startHours: 7.5,
      drivingLicenceB: true,
      neededAdaptations: ["eget_tempo", "tyst_rum"],
      excludedEmployers: ["Nora kommun", "559711-6028"],
      abilities: { lyft: 0, sociala_kontakter: 3, finmotorik: 1 },
    },
  });
});

test("what a participant file does not know is unknown, never a mistake", () => {
  const empty = Object.fromEntries(rowFormats.deltagare.columns.map((column) => [column, ""]));
  expect(readRow("deltagare", { ...empty, referens: "L-1" })).toMatchObject({
    ok: true,
    row: { sex: "okant", birthYear: null, agency: null, education: null, obstacles: [], closedOn: null },
  });
});

test.each<[ImportKind, Record<string, string>, string, string]>([
  ["platser", { organisationsnummer: "559817-0942" }, "organisationsnummer", "wrong_check_digit"],
  ["platser", { organisationsnummer: "hej" }, "organisationsnummer", "not_an_organisation_number"],
  ["platser", { organisationsnummer: "" }, "organisationsnummer", "missing"],
  ["platser", { rubrik: "" }, "rubrik", "missing"],
  ["platser", { rubrik: "x".repeat(201) }, "rubrik", "too_long"],
  ["platser", { typer: "praktik,jobb" }, "typer", "unknown_word"],
  ["platser", { typer: "," }, "typer", "missing"],
  ["platser", { sektor: "hemlig" }, "sektor", "unknown_word"],
  ["platser", { dagar: "mån-xyz" }, "dagar", "unknown_day"],
  ["platser", { timmar_per_vecka_min: "åtta" }, "timmar_per_vecka_min", "not_a_number"],
  ["platser", { timmar_per_vecka_min: "7,25" }, "timmar_per_vecka_min", "too_many_decimals"],
  ["platser", { timmar_per_vecka_min: "0" }, "timmar_per_vecka_min", "too_small"],
  ["platser", { timmar_per_vecka_max: "400" }, "timmar_per_vecka_max", "too_large"],
  ["platser", { timmar_per_vecka_max: "5" }, "timmar_per_vecka_max", "below_minimum"],
  ["platser", { timmar_per_dag_min: "11" }, "timmar_per_dag_min", "longer_than_week"],
  ["platser", { veckor_max: "1" }, "veckor_max", "below_minimum"],
  ["platser", { platser: "1,5" }, "platser", "not_whole"],
  ["platser", { platser: "0" }, "platser", "too_small"],
  ["platser", { krav_lyft: "4" }, "krav_lyft", "too_large"],
  ["platser", { bekraftad: "19 augusti" }, "bekraftad", "not_a_date"],
  ["platser", { bekraftad: "2026-02-30" }, "bekraftad", "not_a_date"],
  ["platser", { epost: "lars" }, "epost", "not_an_email"],
  ["platser", { lat: "59.1" }, "lon", "only_one_coordinate"],
  ["platser", { lat: "9", lon: "15" }, "lat", "outside_sweden"],
  ["platser", { alder_min: "30", alder_max: "20" }, "alder_max", "below_minimum"],
  ["platser", { beskrivning: "Fråga efter 850101-1239" }, "beskrivning", "holds_personnummer"],
  ["platser", { handledare: "Ulla 8501011239" }, "handledare", "holds_personnummer"],
  ["deltagare", { referens: "19820101-1234" }, "referens", "is_personnummer"],
  ["deltagare", { referens: "Anna" }, "referens", "not_a_reference"],
  ["deltagare", { kon: "hen" }, "kon", "unknown_word"],
  ["deltagare", { fodelsear: "82" }, "fodelsear", "too_small"],
  ["deltagare", { hinder_social: "kanske" }, "hinder_social", "not_yes"],
  ["deltagare", { avslutad: "2007-01-01" }, "avslutad", "before"],
  ["deltagare", { avslutsresultat: "arbete" }, "avslutad", "needs"],
  ["deltagare", { kommun: "" }, "kommun", "needs"],
  ["arbetsprofiler", { stodbehov: "" }, "stodbehov", "missing"],
  ["arbetsprofiler", { klarar_buller: "-1" }, "klarar_buller", "too_small"],
  ["arbetsprofiler", { behov: "massage" }, "behov", "unknown_word"],
])("%s with %j is refused at %s: %s", (kind, change, column, code) => {
  const good = { platser: placement, deltagare: participant, arbetsprofiler: profile }[kind];
  const read = readRow(kind, { ...good, ...change });
  expect(read).toMatchObject({ ok: false, problems: [expect.objectContaining({ column, code })] });
});

test("all that is wrong in a row is told at once", () => {
  const read = readRow("platser", { ...placement, organisationsnummer: "1", typer: "", platser: "många" });
  expect(read.ok ? [] : read.problems.map(({ column }) => column)).toEqual([
    "organisationsnummer",
    "typer",
    "platser",
  ]);
});
