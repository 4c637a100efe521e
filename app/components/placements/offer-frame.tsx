import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTexts } from "#app/components/ui/use-texts";
import { type OfferStep, offerSteps, stepPath } from "#app/domain/placements/offer-steps";

/** How far each step has come: nothing yet, something, or all that is asked for. */
export type StepState = { step: OfferStep; state: "empty" | "begun" | "done" };

/** A step's page: where one is, the question as h1, and the way between the steps. */
export function OfferFrame(props: {
  here: OfferStep | "summary";
  steps: readonly StepState[];
  children: ReactNode;
}) {
  const { t } = useTexts("offer");
  const { here, steps, children } = props;
  const all = [...offerSteps, "summary"] as const;
  return (
    <div className="pk-offer">
      <nav aria-label={t("stepsLabel")}>
        <p className="pk-offer__where">{t("progress", { step: all.indexOf(here) + 1, steps: all.length })}</p>
        <ol className="pk-offer__steps">
          {all.map((step) => {
            const state = steps.find((one) => one.step === step)?.state ?? "empty";
            const reachable =
              step === "summary" ? steps.every((one) => one.state !== "empty") : state !== "empty";
            return (
              <li key={step} data-state={state} aria-current={step === here ? "step" : undefined}>
                {step !== here && reachable ? (
                  <Link to={stepPath(step)}>{t(`step.${step}.name`)}</Link>
                ) : (
                  <span>{t(`step.${step}.name`)}</span>
                )}
                {state === "done" ? <span className="ds-sr-only">{t("stepDone")}</span> : null}
              </li>
            );
          })}
        </ol>
      </nav>
      <header>
        <h1>{t(`step.${here}.title`)}</h1>
        <p className="pk-lead">{t(`stepLead.${here}`)}</p>
      </header>
      {children}
    </div>
  );
}
