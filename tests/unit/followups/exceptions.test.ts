import { describe, expect, test } from "vitest";
import { exceptionLists, exceptionRow } from "#app/components/followups/exception-lists";
import type { ExceptionReader } from "#app/components/followups/exception-reader";
import { canException, whoseSnoozes } from "#app/domain/followups/exception-policy";
import { type Exception, exceptionKinds, exceptionKindsOf } from "#app/domain/followups/exceptions";
import { parseFollowupSearch } from "#app/domain/followups/list-search";
import { longestSnoozeDays, snoozeFormSchema } from "#app/domain/followups/snooze";
import { publicActor, roles } from "#app/domain/identity/actor";
import { slotFitOf } from "#app/domain/matching/slot-fit";
import { dayAfter } from "#app/domain/organisations/day";
import { translator } from "#app/i18n/instance.server";
import { aPlace, aProfile } from "#tests/support/factories/matching";

const today = "2026-03-03";
const reader: ExceptionReader = {
  role: "coordinator",
  userId: "jag",
  today,
  language: "sv",
  t: translator("sv", "todo"),
};
const about = {
  subject: "x",
  matter: "m",
  isOwn: false,
  reference: "L-0714",
  agreementId: "avtal",
  employerId: 7,
  employerName: "Café Masugnen",
  placementId: 9,
  title: "Hjälpa till i köket",
  locality: "Nora",
};
const row = (exception: object, of: Partial<ExceptionReader> = {}) =>
  exceptionRow({ ...about, ...exception } as Exception, { ...reader, ...of });

const unsigned = {
  kind: "unsigned",
  startsOn: dayAfter(today, 1),
  missing: ["employer"],
  signatory: { name: "Ulla Franzén", phone: "070-174 06 99" },
  sentOn: "2026-02-20",
  remindedOn: "2026-02-27",
};
const late = {
  kind: "late",
  dueOn: dayAfter(today, -7),
  form: "besok",
  coach: { userId: "u2", name: "Anna-Karin Ek" },
  remindedOn: null,
};
const silent = {
  kind: "silent",
  since: dayAfter(today, -74),
  asked: [{ what: "proposal", count: 2 }],
  contact: null,
  lastChannel: "sms",
};
const free = { kind: "free_slots", freeSince: dayAfter(today, -23), fits: 4, hinder: null, contact: null };

describe("a row says who, why now, and one thing to do, named by its result", () => {
  test.each([
    [unsigned, {}, "Börjar i morgon.", "Ring Ulla Franzén", "tel:0701740699"],
    [
      { ...unsigned, signatory: { name: "Ulla Franzén", phone: null } },
      {},
      "Börjar i morgon.",
      "Påminn Ulla Franzén",
      "/overenskommelser/avtal/underskrifter",
    ],
    [
      { ...unsigned, missing: ["coordinator"] },
      {},
      "Börjar i morgon.",
      "Skriv under",
      "/overenskommelser/avtal",
    ],
    [
      { ...unsigned, missing: ["agency"] },
      { role: "case_worker" as const },
      "Börjar i morgon.",
      "Skriv under",
      "/handlaggare/overenskommelser/avtal",
    ],
    [late, {}, "7 dagar sen.", "Påminn coachen", "/samordnare"],
    [{ ...late, remindedOn: today }, {}, "7 dagar sen.", "Välj annan coach", "/uppfoljningar/overlamna"],
    [{ ...late, coach: null }, {}, "7 dagar sen.", "Välj coach", "/uppfoljningar/overlamna"],
    [
      late,
      { role: "coach" as const, userId: "u2" },
      "7 dagar sen.",
      "Skriv om besöket",
      "/uppfoljningar/x/logga",
    ],
    [
      { kind: "ends_soon", endsOn: "2026-03-13", lastStep: "ok" },
      {},
      "Sista dag fre 13 mars.",
      "Förläng",
      "/overenskommelser/avtal/forlang",
    ],
    [
      { kind: "ends_soon", endsOn: "2026-03-16", lastStep: null },
      {},
      "Sista dag mån 16 mars.",
      "Planera avslut",
      "/overenskommelser/avtal/avslut",
    ],
    [
      { kind: "unclosed", lastDay: "2026-03-01", isEarly: false },
      {},
      "Slutade sön 1 mars.",
      "Skriv avslutet",
      "/overenskommelser/avtal/avslut",
    ],
    [
      { kind: "unclosed", lastDay: "2026-03-01", isEarly: true },
      { role: "case_worker" as const },
      "Slutade i förtid sön 1 mars.",
      "Läs överenskommelsen",
      "/handlaggare/overenskommelser/avtal",
    ],
    [silent, {}, "74 dagar.", "Kontakta arbetsgivaren", "/samordnare/arbetsgivare/7"],
    [free, {}, "Ledig i 23 dagar.", "Se 4 förslag", "/samordnare/platser/9/passar"],
    [
      { ...free, fits: 0, hinder: "licence_missing" },
      {},
      "Ledig i 23 dagar.",
      "Fråga om krav",
      "/samordnare/arbetsgivare/7",
    ],
  ])("%o", (exception, of, reason, action, actionTo) => {
    expect(row(exception, of)).toMatchObject({ reason, action, actionTo });
  });

  test("the words of the mock", () => {
    expect(row(unsigned).explained).toBe("Inte påskriven av arbetsgivaren. Påmind fre 27 februari.");
    expect(row(late).explained).toBe("Besöket skulle varit tis 24 februari. Anna-Karin Ek följer upp.");
    expect(row(silent).explained).toBe("Inget svar på 2 förslag. Ni hördes senast via sms.");
    expect(row(free).explained).toBe("Fyra deltagare kan passa.");
    expect(row({ ...free, fits: 0, hinder: "licence_missing" }).explained).toBe(
      "Ingen passar ännu. Kräver körkort.",
    );
  });

  test("what the answers differ on is named, but for health", () => {
    const differs = { kind: "disagreement", since: "2026-03-01", code: "grund", item: "trivs", more: 0 };
    expect(row(differs).explained).toBe("Det gäller trivseln. Sedan sön 1 mars.");
    expect(row({ ...differs, item: null }).explained).toBe("Sedan sön 1 mars.");
  });
});

test("the most pressing stands first; a kind with nothing is not there; a case worker puts nothing off", () => {
  const rows = [late, unsigned].map((one) => ({ ...about, ...one })) as Exception[];
  const exceptions = { rows, totals: { late: 3, unsigned: 1 }, municipalities: [], snoozed: 0 };
  const lists = exceptionLists(exceptions, reader);
  expect(lists.map(({ name, total, urgent }) => [name, total, urgent])).toEqual([
    ["unsigned", 1, true],
    ["late", 3, false],
  ]);
  // Where all that are late are, as that page reads its address.
  const { searchParams } = new URL(lists[1]!.all!, "http://x");
  expect(parseFollowupSearch(searchParams).time).toBe("late");
  expect(lists[0]!.rows[0]!.snoozeTo).toBe("/samordnare/vilande/unsigned/x");
  expect(row(unsigned, { role: "case_worker" })).not.toHaveProperty("snoozeTo");
});

test("who is shown what, and who puts off in whose list", () => {
  expect(exceptionKindsOf.coordinator).toEqual(exceptionKinds);
  for (const kind of ["silent", "free_slots", "unconfirmed"] as const)
    expect(exceptionKindsOf.coach).not.toContain(kind);
  const may = (action: Parameters<typeof canException>[1]) =>
    roles.filter((role) => canException({ ...publicActor, role, associationId: 1 }, action));
  expect(may("exceptions.list")).toEqual(["coordinator", "coach", "case_worker"]);
  expect(may("exceptions.snooze")).toEqual(["coordinator", "coach"]);
  expect(may("followup.remind")).toEqual(["coordinator"]);
  expect(canException({ ...publicActor, role: "coordinator" }, "exceptions.list")).toBe(false);
  expect(whoseSnoozes({ ...publicActor, role: "coordinator", userId: "jag" })).toBe("");
  expect(whoseSnoozes({ ...publicActor, role: "coach", userId: "jag" })).toBe("jag");
});

test.each([
  [today, "Senare", ["until_later"]],
  [dayAfter(today, longestSnoozeDays + 1), "Senare", ["until_too_late"]],
  ["snart", "Senare", ["until_required"]],
  [dayAfter(today, 7), "  ", ["reason_required"]],
  [dayAfter(today, 7), "x".repeat(201), ["text_too_long"]],
  [dayAfter(today, longestSnoozeDays), "Pratade i dag", []],
])("until %s, %s: %j", (until, reason, codes) => {
  const parsed = snoozeFormSchema(today).safeParse({ until, reason });
  expect(parsed.success ? [] : parsed.error.issues.map(({ message }) => message)).toEqual(codes);
});

test("how many fit a place, and what stands in the way of most when it is one thing", () => {
  const place = aPlace();
  const person = { profile: aProfile(), age: null };
  expect(slotFitOf(place, [person, person])).toEqual({ fits: 2, hinder: null });
  expect(slotFitOf(place, [])).toEqual({ fits: 0, hinder: null });
  const strict = { ...place, otherRequirements: ["korkort_b" as const] };
  expect(slotFitOf(strict, [person])).toEqual({ fits: 0, hinder: "licence_missing" });
  // That somebody would rather not go there is nobody's to know.
  const avoiding = { profile: aProfile({ excludedEmployerIds: [place.employerId] }), age: null };
  expect(slotFitOf(place, [avoiding])).toEqual({ fits: 0, hinder: null });
  // Two things at once: nobody can be asked to change the one.
  expect(slotFitOf({ ...strict, freeSlots: 0 }, [person])).toEqual({ fits: 0, hinder: null });
});
