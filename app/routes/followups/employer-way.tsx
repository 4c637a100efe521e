import { useActionData, useLoaderData } from "@remix-run/react";
import { WayForm } from "#app/components/followups/way-form";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { submitWay } from "#app/http/way-actions.server";
import { readSharedPlan } from "#app/services/followups/way-there.server";

export const loader = page(["employer"], async ({ actor, params }) =>
  unwrap(await readSharedPlan(actor, params.id ?? "")),
);

export const action = submit(["employer"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  return submitWay(actor, id, `/arbetsgivare/overenskommelser/${id}`, form);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "today:employer.title" };

/** The employer writes how to find the workplace: the participant reads it on the phone. */
export default function EmployerWay() {
  const { agreement, way } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(["today", "shell"]);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[{ to: `/arbetsgivare/overenskommelser/${agreement.id}`, text: agreement.number }]}
        here={t("employer.title")}
      />
      <PageTitle title={t("employer.title")} lead={t("employer.lead")} />
      <WayForm
        key={way.version}
        way={way}
        result={answer && "result" in answer ? answer.result : null}
        conflict={answer && "conflict" in answer ? answer.conflict : false}
      />
    </div>
  );
}
