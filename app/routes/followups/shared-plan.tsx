import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { LatestFeelings } from "#app/components/followups/latest-feelings";
import { WayForm } from "#app/components/followups/way-form";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import type { OwnStep } from "#app/domain/followups/own-step";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { submitWay } from "#app/http/way-actions.server";
import { formatDateTime, formatDayInSentence } from "#app/i18n/format";
import { handleOwnStep, readSharedPlan } from "#app/services/followups/way-there.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) =>
  unwrap(await readSharedPlan(actor, params.id ?? "")),
);

/** `gor`: `vagen` (steps, bring, recognise), `hort-av` (somebody has been in touch). */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}/deltagarens-plan`;
  if (form.get("gor") === "hort-av") {
    unwrap(await handleOwnStep(actor, id));
    return redirectWith(here, "own_step_handled");
  }
  return submitWay(actor, id, here, form);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "today:staff.title" };

/** What staff do for the participant's own page: the way there, the latest answers, and what was done without them. */
export default function SharedPlan() {
  const { agreement, way, feelings, steps } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(["today", "agreements"]);
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={agreement.id} number={agreement.number} here={t("staff.title")} />
      <PageTitle title={t("staff.title")} lead={t("staff.lead")} />
      <div className="pk-two pk-two--right">
        <WayForm
          key={way.version}
          way={way}
          result={answer && "result" in answer ? answer.result : null}
          conflict={answer && "conflict" in answer ? answer.conflict : false}
        />
        <aside className="pk-stack" aria-label={t("staff.own")}>
          <OwnSteps steps={steps} />
          <LatestFeelings reference={agreement.reference} days={feelings} />
        </aside>
      </div>
    </div>
  );
}

function OwnSteps({ steps }: { steps: readonly OwnStep[] }) {
  const { t, i18n } = useTexts("today");
  const when = (moment: string) => formatDateTime(i18n.language, moment);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="sjalv">
      <h2 id="sjalv" className="pk-h3">
        {t("staff.own")}
      </h2>
      {steps.length === 0 ? <p>{t("staff.noOwn")}</p> : null}
      <ul className="pk-events">
        {steps.map(({ id, what, day, at, handledAt, handledByName }) => (
          <li key={id}>
            <b>{t(`staff.did.${what}`, { day: formatDayInSentence(i18n.language, day) })}</b>
            <span className="pk-soft">{when(at)}</span>
            {handledAt ? (
              <span className="pk-soft">
                {t("staff.handled", { name: handledByName, when: when(handledAt) })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {steps.some(({ handledAt }) => handledAt === null) ? (
        <Form method="post">
          <button className="ds-button" type="submit" name="gor" value="hort-av">
            {t("staff.handle")}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
