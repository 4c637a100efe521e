import type { AgreementContent } from "#app/domain/agreements/content";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { suggestSteps } from "#app/domain/agreements/step-plan";
import type { Adaptation, PlacementKind, Task } from "#app/domain/placements/vocabulary";

/**
 * The terms that every draft begins with: words of the agreement itself, hence Swedish and no text of the interface.
 * Drafts for a lawyer to read; the coordinator changes them freely before the text goes out.
 */
export const defaultTerms = {
  insurance: {
    injury: "Kommunens olycksfallsförsäkring gäller under tiden på arbetsplatsen och på vägen dit och hem.",
    damage: "Kommunens ansvarsförsäkring. Arbetsgivaren betalar ingen självrisk.",
  },
  workEnvironment: "Arbetsgivaren ansvarar för arbetsmiljön och för introduktionen.",
  confidentiality: "Alla är försiktiga med det de får veta om varandra, om kunder och om arbetsplatsen.",
} as const;

/** What is known beforehand of both sides. Hours per week. */
export type KnownFacts = {
  title: string;
  kinds: readonly PlacementKind[];
  acceptedKinds: readonly PlacementKind[];
  participant: { reference: string };
  employer: Omit<AgreementContent["parties"]["employer"], "signatories">;
  signatory: { personId: number | null; name: string } | null;
  coordinator: AgreementContent["parties"]["coordinator"];
  agency: { name: string; caseWorker: string } | null;
  purpose: string;
  question: string;
  tasks: readonly Task[];
  taskWords: string;
  offeredAdaptations: readonly Adaptation[];
  neededAdaptations: readonly Adaptation[];
  hours: { from: number; to: number } | null;
  weeks: number;
  supervisor: string;
};

/** The first draft: what is known is filled in, the rest is empty. */
export function firstDraft(known: KnownFacts): AgreementDraft {
  const kind = known.kinds.find((one) => known.acceptedKinds.includes(one)) ?? known.kinds[0] ?? null;
  return {
    schema: 1,
    title: known.title,
    kind,
    purpose: known.purpose,
    parties: {
      participant: known.participant,
      employer: {
        ...known.employer,
        signatories: known.signatory ? [{ ...known.signatory, title: "" }] : [],
      },
      coordinator: known.coordinator,
      agency: known.agency && { ...known.agency, signs: false },
    },
    assignment: known.agency
      ? {
          question: known.question,
          hoursPerWeek: known.hours?.to ?? null,
          weeks: known.weeks,
          reportDueOn: "",
        }
      : null,
    period: { startsOn: "", endsOn: "" },
    closedDays: [],
    schedule: [],
    stepPlan: known.hours ? suggestSteps({ ...known.hours, weeks: known.weeks }) : [],
    tasks: { list: [...known.tasks], words: known.taskWords },
    adaptations: { list: [...known.neededAdaptations], words: "" },
    goals: [],
    supervisor: { name: known.supervisor, title: "" },
    insurance: defaultTerms.insurance,
    workEnvironment: {
      responsible: defaultTerms.workEnvironment,
      introduction: ["round", "who_to_ask", "breaks_and_lunch", "fire_and_exits", "sick_and_late"],
    },
    confidentiality: defaultTerms.confidentiality,
    costs: { payer: "none", perWeek: null, words: "" },
    parallel: "",
  };
}
