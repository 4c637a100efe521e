import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { spanText } from "#app/components/placements/number-text";
import { useTexts } from "#app/components/ui/use-texts";
import { filledIn, type OfferAnswers } from "#app/domain/placements/offer-answers";
import { hoursOf, isStepDone, stepSchemas } from "#app/domain/placements/offer-form";
import { isAnyLength, weekPresets } from "#app/domain/placements/offer-hours";
import { suggestTitle, supervisorOf, unknownDemands } from "#app/domain/placements/offer-listing";
import { type OfferStep, offerSteps, stepPath } from "#app/domain/placements/offer-steps";
import { demands } from "#app/domain/placements/vocabulary";
import { formatNumber } from "#app/i18n/format";

/** What has been answered, step by step, each with a way back to it; `fixed` shows it without. */
export function OfferSummary({ answers, fixed = false }: { answers: OfferAnswers; fixed?: boolean }) {
  const { t } = useTexts("offer");
  return (
    <div className="pk-stack">
      {offerSteps.map((step) => {
        const name = t(`step.${step}.name`);
        const isDone = isStepDone(step, answers);
        return (
          <section className="pk-panel pk-stack" key={step} aria-labelledby={`steg-${step}`}>
            <header className="pk-offer__part">
              <h2 id={`steg-${step}`}>{name}</h2>
              {fixed ? null : (
                <Link
                  className="pk-tap"
                  to={stepPath(step)}
                  aria-label={t("summary.changeLabel", { step: name.toLowerCase() })}
                >
                  {t(isDone ? "summary.change" : "summary.fill")}
                </Link>
              )}
            </header>
            {isDone ? <Said step={step} answers={answers} /> : <p>{t("summary.missing")}</p>}
          </section>
        );
      })}
    </div>
  );
}

function Said({ step, answers }: { step: OfferStep; answers: OfferAnswers }) {
  const { t, i18n } = useTexts("offer");
  const facts = factsOf(step, answers, t as Translate, i18n.language);
  return (
    <dl className="pk-dl">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Translate = (key: string, values?: Record<string, unknown>) => string;
type Fact = [term: string, value: ReactNode];

/** A step's answers as terms and values. The step is known to be whole. */
function factsOf(step: OfferStep, answers: OfferAnswers, t: Translate, language: string): Fact[] {
  const filled = filledIn(answers);
  const words = (list: readonly string[], key: string, none: string) =>
    list.length === 0 ? none : list.map((word) => t(`vocabulary:${key}.${word}`)).join(", ");
  switch (step) {
    case "tasks": {
      const { tasks, title, description } = stepSchemas.tasks.parse(filled);
      const suggested = suggestTitle(tasks, (task) => t(`phrase.${task}`), t("and"));
      const facts: Fact[] = [
        [t("summary.title"), title || suggested],
        [t("field.tasks"), words(tasks, "task", "")],
      ];
      return description ? [...facts, [t("summary.words"), description]] : facts;
    }
    case "employer": {
      const { employerName, organisationNumber, workplaceName } = stepSchemas.employer.parse(filled);
      return [
        [t("field.employerName"), employerName],
        [t("field.organisationNumber"), organisationNumber],
        [t("summary.workplace"), workplaceName || employerName],
      ];
    }
    case "place": {
      const { address, locality, lat } = stepSchemas.place.parse(filled);
      return [
        [t("field.address"), address],
        [t("field.locality"), locality],
        [t("pin.title"), t(lat === null ? "summary.noPin" : "summary.pin")],
      ];
    }
    case "hours": {
      const said = stepSchemas.hours.parse(filled);
      const { hoursMin, hoursMax, shortestDay } = hoursOf(said);
      const { weeksMin, weeksMax } = weekPresets[said.weeks];
      const hours = spanText(hoursMin, hoursMax, language);
      const day = t("placements:show.hoursValue", {
        hours: formatNumber(language, shortestDay),
        count: shortestDay,
      });
      return [
        [t("field.hours"), t("summary.hours", { hours, day })],
        [t("field.weekdays"), words(said.weekdays, "weekday", "")],
        [
          t("field.weeks"),
          isAnyLength({ weeksMin, weeksMax })
            ? t("weeksChoice.any")
            : t("summary.weeks", { weeks: spanText(weeksMin, weeksMax, language) }),
        ],
      ];
    }
    case "demands": {
      const said = stepSchemas.demands.parse(filled);
      const known = demands.flatMap((demand): Fact[] => {
        const level = said[`demand_${demand}`];
        return level === null
          ? []
          : [[t(`vocabulary:demand.${demand}`), t(`vocabulary:demandLevel.${demand}.${level}`)]];
      });
      const count = unknownDemands({ demands: said }).length;
      return [
        ...known,
        ...(count > 0 ? ([[t("unknown"), t("summary.unknownDemands", { count })]] as Fact[]) : []),
        [
          t("summary.requirements"),
          words(said.otherRequirements, "requirement", t("summary.noRequirements")),
        ],
      ];
    }
    case "adaptations": {
      const { adaptations } = stepSchemas.adaptations.parse(filled);
      return [[t("field.adaptations"), words(adaptations, "adaptation", t("summary.noAdaptations"))]];
    }
    case "people": {
      const said = stepSchemas.people.parse(filled);
      return [
        [t("field.contactName"), said.contactName],
        [t("field.email"), said.email],
        [t("field.phone"), said.phone],
        [t("field.supervising"), supervisorOf(said) || t("summary.noSupervisor")],
        [t("field.capacity"), String(said.capacity)],
      ];
    }
  }
}
