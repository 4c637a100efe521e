import fc from "fast-check";
import { timeOf } from "#app/domain/agreements/clock-time";
import type { AgreementContent, Session } from "#app/domain/agreements/content";
import { weekdays } from "#app/domain/placements/vocabulary";

/** A whole text: eight hours the first week, then ten and twelve. */
export const exampleContent: AgreementContent = {
  schema: 1,
  title: "Arbetsprövning i växthuset",
  kind: "arbetsprovning",
  purpose: "Se hur många timmar som håller över tid.",
  parties: {
    participant: { reference: "L-0714" },
    employer: {
      name: "Silverbäckens Handelsträdgård",
      organisationNumber: "556123-4567",
      workplace: "Växthuset",
      address: "Silvergatan 1, Lindesberg",
      signatories: [{ personId: 7, name: "Maj Lindqvist", title: "handledare" }],
    },
    coordinator: { name: "Jonas Wikberg", organisation: "Samordningsförbundet" },
    agency: { name: "Försäkringskassan", caseWorker: "Berit Åkerlund", signs: true },
  },
  assignment: {
    question: "Håller 10 timmar i veckan?",
    hoursPerWeek: 10,
    weeks: 12,
    reportDueOn: "2026-04-24",
  },
  period: { startsOn: "2026-01-26", endsOn: "2026-04-17" },
  closedDays: [],
  schedule: [
    { weekday: "man", from: "09:00", to: "12:00", breakMinutes: 0 },
    { weekday: "ons", from: "09:00", to: "12:00", breakMinutes: 0 },
    { weekday: "tors", from: "09:00", to: "11:30", breakMinutes: 30 },
  ],
  stepPlan: [
    { fromWeek: 1, hoursPerWeek: 8 },
    { fromWeek: 5, hoursPerWeek: 10 },
    { fromWeek: 9, hoursPerWeek: 12 },
  ],
  tasks: { list: ["vaxthus"], words: "Vattna, plantera om och packa." },
  adaptations: { list: ["eget_tempo"], words: "" },
  goals: ["Komma på avtalad tid tre dagar i veckan"],
  supervisor: { name: "Maj Lindqvist", title: "trädgårdsmästare" },
  insurance: { injury: "Kommunens olycksfallsförsäkring", damage: "Kommunens ansvarsförsäkring" },
  workEnvironment: { responsible: "Arbetsgivaren ansvarar.", introduction: ["round", "who_to_ask"] },
  confidentiality: "Det som rör andra stannar här.",
  costs: { payer: "none", perWeek: null, words: "" },
  parallel: "",
};

/** A session in quarters of an hour, sometimes with a pause that fits in. */
export const anySession: fc.Arbitrary<Session> = fc
  .record({
    weekday: fc.constantFrom(...weekdays),
    begin: fc.integer({ min: 24, max: 80 }),
    quarters: fc.integer({ min: 2, max: 14 }),
    pause: fc.constantFrom(0, 15),
  })
  .map(({ weekday, begin, quarters, pause }) => ({
    weekday,
    from: timeOf(begin * 15),
    to: timeOf((begin + quarters) * 15),
    breakMinutes: pause,
  }));
