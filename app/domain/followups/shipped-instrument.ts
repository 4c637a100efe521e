import type { InstrumentVersion, RatingItem } from "#app/domain/followups/instrument";

const scale: Pick<RatingItem, "low" | "high"> = {
  low: { sv: "inte alls", en: "not at all" },
  high: { sv: "helt och hållet", en: "completely" },
};

/**
 * The six statements that count until an association has put an own instrument to use. Our own neutral wording: nothing is
 * taken from anybody's instrument. domain.md "Instrument".
 */
export const shippedInstrument: InstrumentVersion = {
  code: "grund",
  version: 1,
  name: "Sex påståenden",
  items: [
    {
      id: "trivs",
      topic: { sv: "trivseln", en: "feeling at home" },
      statement: { sv: "Trivs på platsen", en: "Feels at home at the workplace" },
      plain: { sv: "Jag trivs på platsen.", en: "I like being here." },
      ...scale,
      isHealth: false,
    },
    {
      id: "uppgifter",
      topic: { sv: "arbetsuppgifterna", en: "the tasks" },
      statement: { sv: "Arbetsuppgifterna passar", en: "The tasks are right" },
      plain: { sv: "Det jag får göra passar mig.", en: "What I do here is right for me." },
      ...scale,
      isHealth: false,
    },
    {
      id: "tempo",
      topic: { sv: "tempot", en: "the pace" },
      statement: { sv: "Tempo och timmar är lagom", en: "Pace and hours are about right" },
      plain: {
        sv: "Det är lagom fort och lagom många timmar.",
        en: "The pace and the hours are about right.",
      },
      ...scale,
      isHealth: false,
    },
    {
      id: "stod",
      topic: { sv: "stödet", en: "the support" },
      statement: { sv: "Får det stöd som behövs", en: "Gets the support that is needed" },
      plain: { sv: "Jag får den hjälp jag behöver.", en: "I get the help I need." },
      ...scale,
      isHealth: false,
    },
    {
      id: "ork",
      topic: { sv: "orken", en: "strength" },
      statement: { sv: "Ork och hälsa räcker", en: "Strength and health are enough" },
      plain: { sv: "Jag orkar med dagarna här.", en: "I have the strength for the days here." },
      ...scale,
      isHealth: true,
    },
    {
      id: "nasta_steg",
      topic: { sv: "nästa steg", en: "the next step" },
      statement: { sv: "Tror på nästa steg", en: "Believes in the next step" },
      plain: { sv: "Jag tror på mitt nästa steg.", en: "I believe in my next step." },
      ...scale,
      isHealth: false,
    },
  ],
};
