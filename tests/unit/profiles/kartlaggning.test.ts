import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import {
  firstActivity,
  firstStep,
  withFirstActivity,
  withoutFirstActivity,
} from "#app/domain/profiles/first-activity";
import {
  kartlaggningParts,
  numberOf,
  questionParts,
  questions,
} from "#app/domain/profiles/kartlaggning-parts";
import {
  isConfirmed,
  kartlaggningStatus,
  obstructions,
  type PartFacts,
} from "#app/domain/profiles/kartlaggning-status";
import {
  answeredHow,
  noAnswers,
  parseStoredPart,
  restUnknown,
  unasked,
} from "#app/domain/profiles/part-answers";
import { changedQuestions } from "#app/domain/profiles/part-differences";
import { answersOf, formValues, type PartForm, partFormSchema } from "#app/domain/profiles/part-form";
import { partState, partStates } from "#app/domain/profiles/part-state";
import { withoutStatistics, withStatistics } from "#app/domain/profiles/part-statistics";
import { mayBeShared, mostVisible, readsPart, visibilities } from "#app/domain/profiles/part-visibility";
import { protectedIdentities } from "#app/domain/profiles/protected-identity";
import { answerTo, anyAnswers, anyTwo } from "#tests/unit/profiles/kartlaggning-arbitraries";

const now = new Date("2026-03-03T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("eleven parts, numbered as the field numbers them", () => {
  expect(kartlaggningParts).toHaveLength(11);
  expect(numberOf("nulage")).toBe(1);
  expect(numberOf("arbetsprofil")).toBe(8);
  expect(numberOf("plan")).toBe(11);
});

test.each(questionParts)("%s: no question twice, and the participant's own words first", (part) => {
  const keys = questions[part].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys[0]).toBe("egna_ord");
});

describe("differences between two versions", () => {
  test("a version does not differ from itself, nor from itself stored and read", () => {
    fc.assert(
      fc.property(anyAnswers, ({ part, stored }) => {
        expect(changedQuestions(part, stored, stored)).toEqual([]);
        const again = parseStoredPart(part, JSON.parse(JSON.stringify(stored)));
        expect(changedQuestions(part, stored, again)).toEqual([]);
      }),
    );
  });

  test("what differs one way differs the other way", () => {
    fc.assert(
      fc.property(anyTwo, ({ part, a, b }) => {
        const keys = (questions: { key: string }[]) => questions.map(({ key }) => key);
        expect(keys(changedQuestions(part, a, b))).toEqual(keys(changedQuestions(part, b, a)));
      }),
    );
  });

  test("no difference means the same answers, apart from the order of chosen words", () => {
    const ordered = (value: unknown) =>
      JSON.stringify(value, (_key, one) =>
        Array.isArray(one) && one.every((word) => typeof word === "string") ? [...one].sort() : one,
      );
    fc.assert(
      fc.property(anyTwo, ({ part, a, b }) => {
        const same = questions[part].every(
          ({ key }) =>
            answeredHow({ key, kind: "text" }, a) === answeredHow({ key, kind: "text" }, b) &&
            rowsEqual(ordered(a.answers[key] ?? null), ordered(b.answers[key] ?? null)),
        );
        expect(changedQuestions(part, a, b).length === 0).toBe(same);
      }),
    );
  });

  test("one changed answer is the one that differs", () => {
    const changed = anyAnswers.chain(({ part, stored }) =>
      fc
        .constantFrom(...questions[part])
        .chain((question) => answerTo(question).map((answer) => ({ part, stored, question, answer }))),
    );
    fc.assert(
      fc.property(changed, ({ part, stored, question, answer }) => {
        const next = {
          answers: { ...stored.answers, [question.key]: answer },
          unknown: stored.unknown.filter((key) => key !== question.key),
        };
        const found = changedQuestions(part, stored, next).map(({ key }) => key);
        expect([[], [question.key]]).toContainEqual(found);
        if (stored.answers[question.key] === undefined) expect(found).toEqual([question.key]);
      }),
    );
  });

  test("chosen words in another order are the same answer", () => {
    const a = { answers: { behorigheter: ["truckkort", "motorsag"] }, unknown: [] };
    const b = { answers: { behorigheter: ["motorsag", "truckkort"] }, unknown: [] };
    expect(changedQuestions("kompetens", a, b)).toEqual([]);
  });
});

/** Rows are compared by their fields, not by the order in which the fields were written. */
function rowsEqual(a: string, b: string): boolean {
  const sorted = (text: string) =>
    JSON.stringify(JSON.parse(text), (_key, one) =>
      one && typeof one === "object" && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([x], [y]) => x.localeCompare(y)))
        : one,
    );
  return sorted(a) === sorted(b);
}

describe("unknown is an answer", () => {
  test("a part whose rest is answered vet inte has nothing left to ask", () => {
    fc.assert(
      fc.property(anyAnswers, ({ part, stored }) => {
        const full = restUnknown(part, stored);
        expect(unasked(part, full)).toEqual([]);
        expect(full.answers).toEqual(stored.answers);
        expect(partState(part, { ...full, touchedAt: now }, now)).not.toBe("started");
      }),
    );
  });

  test("a question is answered, unknown or not asked, never two of them", () => {
    fc.assert(
      fc.property(anyAnswers, ({ stored }) => {
        expect(stored.unknown.filter((key) => key in stored.answers)).toEqual([]);
      }),
    );
  });

  test("everything unknown is said as unknown, and nothing asked as not begun", () => {
    const unknown = restUnknown("social", noAnswers);
    expect(unknown.unknown).toEqual(["hushall", "boende", "ekonomi", "tider"]);
    expect(partState("social", { ...unknown, touchedAt: now }, now)).toBe("unknown");
    expect(partState("social", null, now)).toBe("none");
    expect(partState("social", { ...noAnswers, touchedAt: now }, now)).toBe("started");
  });

  test("none at all is an answer too", () => {
    const none = { answers: { myndigheter: [] }, unknown: [] };
    expect(unasked("nulage", none).map(({ key }) => key)).toEqual(["forsorjning", "sysselsattning", "sedan"]);
  });
});

describe("the columns that reports count", () => {
  const empty = { education: null, household: null, incomeSource: null, obstacles: [] as string[] };

  test("a part split into its columns and put together again is the same part", () => {
    fc.assert(
      fc.property(anyAnswers, ({ part, stored }) => {
        const { stored: kept, statistics } = withoutStatistics(part, stored);
        expect(withStatistics(part, kept, { ...empty, ...statistics })).toEqual(stored);
      }),
    );
  });

  test("no value is stored both in the part and in its column", () => {
    fc.assert(
      fc.property(anyAnswers, ({ part, stored }) => {
        const { stored: kept, statistics } = withoutStatistics(part, stored);
        for (const { key, column } of questions[part]) {
          if (column === "obstacles") expect(kept.answers[key]).not.toBe("ja");
          else if (column) expect(kept.answers[key]).toBeUndefined();
        }
        const columns = new Set(questions[part].flatMap(({ column }) => column ?? []));
        expect(Object.keys(statistics).sort()).toEqual([...columns].sort());
      }),
    );
  });

  test("unknown is counted as unknown: null, or no obstacle", () => {
    expect(withoutStatistics("kompetens", { answers: {}, unknown: ["utbildning"] }).statistics).toEqual({
      education: null,
    });
    const hinder = { answers: { fysiska: "ja", kompetens: "nej" }, unknown: ["social"] };
    expect(withoutStatistics("hinder", hinder).statistics).toEqual({ obstacles: ["fysiska"] });
  });
});

describe("the form of a part", () => {
  const form = (part: (typeof questionParts)[number], changes: object) =>
    partFormSchema(part).safeParse({ version: "1", ...changes });

  test("whatever is stored comes back unchanged through the form", () => {
    fc.assert(
      fc.property(anyAnswers, ({ part, stored }) => {
        const parsed = form(part, formValues(part, stored));
        expect(parsed.success ? answersOf(part, parsed.data as PartForm) : parsed.error).toEqual(stored);
      }),
    );
  });

  test("blank rows are dropped, a row without what it is about is asked for", () => {
    const blank = form("plan", { answers: { delmal: [{ delmal: "", senast: "" }, { delmal: "Åka buss" }] } });
    expect(answersOf("plan", blank.data as PartForm).answers).toEqual({ delmal: [{ delmal: "Åka buss" }] });
    const half = form("plan", { answers: { delmal: [{ senast: "2026-04-01" }] } });
    expect(half.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["answers.delmal.0.delmal", "fill_in"],
    ]);
  });

  test("what cannot be is refused with a code, never with what was typed", () => {
    const wrong = form("plan", { answers: { forsta_start: "i morgon", mal: "x".repeat(4001) } });
    expect(wrong.error?.issues.map(({ message }) => message).sort()).toEqual([
      "date_pattern",
      "text_too_long",
    ]);
  });

  test("the case worker reads only after the participant's yes", () => {
    expect(form("plan", { visibility: "case_worker" }).error?.issues[0]?.message).toBe("agreed_required");
    expect(form("plan", { visibility: "case_worker", agreed: "on" }).success).toBe(true);
  });

  test("words win over a tick on vet inte", () => {
    const both = form("social", { answers: { ekonomi: "Det går runt." }, unknown: ["ekonomi", "tider"] });
    expect(answersOf("social", both.data as PartForm)).toEqual({
      answers: { ekonomi: "Det går runt." },
      unknown: ["tider"],
    });
  });
});

describe("the first activity", () => {
  const visit = { what: "Studiebesök", startsOn: "2026-12-01", responsible: "Nadja" };

  test("leaves part 11 for the plan and comes back as it was; without a day it stays with the part", () => {
    const rest = { answers: { mal: "Ett jobb" }, unknown: ["delmal"] };
    const whole = withFirstActivity(rest, visit);
    expect(firstActivity(whole)).toEqual(visit);
    expect(withoutFirstActivity(whole)).toEqual(rest);
    const undated = { answers: { forsta_aktivitet: "Studiebesök" }, unknown: ["forsta_start"] };
    expect(withoutFirstActivity(undated)).toEqual(undated);
    expect(withFirstActivity(undated, null)).toEqual(undated);
  });

  test.each([
    [null, null, "none"],
    [null, visit, "add"],
    [{ ...visit, status: "planned" }, visit, "none"],
    [{ ...visit, status: "planned" }, { ...visit, startsOn: "2026-12-08" }, "change"],
    [{ ...visit, status: "done" }, { ...visit, responsible: "Maj" }, "change"],
    [{ ...visit, status: "done" }, { ...visit, what: "Provvecka" }, "replace"],
    [{ ...visit, status: "ongoing" }, null, "call_off"],
  ] as const)("%j to %j: %s", (now, next, step) => expect(firstStep(now, next)).toBe(step));

  test("is there when both what and when are known", () => {
    const plan = (answers: Record<string, string>) => firstActivity({ answers, unknown: [] });
    expect(plan({ forsta_aktivitet: "Studiebesök" })).toBeNull();
    expect(plan({ forsta_start: "2026-04-01" })).toBeNull();
    expect(plan({ forsta_aktivitet: "Studiebesök", forsta_start: "2026-04-01" })).toEqual({
      what: "Studiebesök",
      startsOn: "2026-04-01",
      responsible: "",
    });
  });
});

describe("how the whole stands", () => {
  const first = { what: "Studiebesök", startsOn: "2026-04-01", responsible: "" };
  const all = (changes: Partial<PartFacts> = {}): PartFacts[] =>
    kartlaggningParts.map((part) => ({
      part,
      state: "done",
      version: 1,
      confirmedVersion: null,
      touchedAt: daysAgo(10),
      ...changes,
    }));

  test("nothing begun, something begun, marked complete, confirmed, old", () => {
    const none = all({ state: "none", version: 0, touchedAt: null });
    expect(kartlaggningStatus(null, none, null, now)).toBe("none");
    expect(kartlaggningStatus(null, all(), first, now)).toBe("started");
    expect(kartlaggningStatus(daysAgo(5), all(), first, now)).toBe("complete");
    expect(kartlaggningStatus(daysAgo(5), all({ confirmedVersion: 1 }), first, now)).toBe("confirmed");
    const old = all({ confirmedVersion: 1, touchedAt: daysAgo(190) });
    expect(kartlaggningStatus(daysAgo(190), old, first, now)).toBe("outdated");
  });

  test("a change after the participant's yes asks for a new yes", () => {
    const changed = all({ confirmedVersion: 1 }).map((part) =>
      part.part === "framtid" ? { ...part, version: 2 } : part,
    );
    expect(kartlaggningStatus(daysAgo(5), changed, first, now)).toBe("complete");
    expect(changed.filter((part) => !isConfirmed(part)).map(({ part }) => part)).toEqual(["framtid"]);
  });

  test("a first activity that is taken away makes it started again", () => {
    expect(kartlaggningStatus(daysAgo(5), all(), null, now)).toBe("started");
    expect(obstructions(all(), null)).toEqual([{ part: "plan", code: "first_activity_missing" }]);
  });

  test("complete exactly when every part is asked through and the plan begins somewhere", () => {
    const anyState = fc.tuple(...kartlaggningParts.map(() => fc.constantFrom(...partStates)));
    fc.assert(
      fc.property(anyState, fc.boolean(), (states, begins) => {
        const parts = all().map((part, index) => ({ ...part, state: states[index]! }));
        const missing = obstructions(parts, begins ? first : null);
        const isWhole = begins && states.every((state) => state !== "none" && state !== "started");
        expect(missing.length === 0).toBe(isWhole);
        expect(
          ["complete", "outdated"].includes(
            kartlaggningStatus(daysAgo(5), parts, begins ? first : null, now),
          ),
        ).toBe(isWhole);
        expect(new Set(missing.map(({ part }) => part)).size).toBe(missing.length);
      }),
    );
  });

  test("done six months ago is outdated, part by part", () => {
    const full = restUnknown("framtid", { answers: { mal: "Ett jobb" }, unknown: [] });
    expect(partState("framtid", { ...full, touchedAt: daysAgo(20) }, now)).toBe("done");
    expect(partState("framtid", { ...full, touchedAt: daysAgo(190) }, now)).toBe("outdated");
  });
});

describe("who reads a part", () => {
  test.each(kartlaggningParts)("%s: coordinator, coach and participant; others never by default", (part) => {
    const readers = roles.filter((role) => readsPart(role, part, "circle", "none"));
    expect(readers.sort()).toEqual(["coach", "coordinator", "participant"]);
  });

  test("the case worker reads what was opened, and never health, home or obstacles", () => {
    for (const part of kartlaggningParts) {
      expect(readsPart("case_worker", part, "case_worker", "none")).toBe(mostVisible[part] === "case_worker");
    }
    for (const part of ["social", "halsa", "hinder", "arbetsprofil"] as const) {
      expect(mayBeShared(part, "none")).toBe(false);
    }
  });

  test("nothing of a protected or unknown identity leaves the circle; no other role ever reads", () => {
    for (const part of kartlaggningParts)
      for (const visibility of visibilities)
        for (const identity of protectedIdentities) {
          const readers = roles.filter((role) => readsPart(role, part, visibility, identity));
          expect(readers).not.toEqual(expect.arrayContaining(["employer"]));
          for (const role of ["employer", "board", "admin"] as const) expect(readers).not.toContain(role);
          if (identity !== "none") expect(readers).not.toContain("case_worker");
        }
  });
});
