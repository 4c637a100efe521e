import { useActionData, useLoaderData } from "@remix-run/react";
import { WeekForm } from "#app/components/followups/week-form";
import { WeeksNav } from "#app/components/followups/weeks-nav";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { submitWeek } from "#app/http/attendance-actions.server";
import { page, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { readOwnWeeks } from "#app/services/followups/own-weeks.server";

const here = "/arbetsgivare/narvaro";

export const loader = page(["employer"], async ({ actor, url }) =>
  unwrap(await readOwnWeeks(actor, url.searchParams.get("vecka"))),
);

export const action = submit(["employer"], ({ actor, url, form }) =>
  submitWeek(actor, `${here}${url.search}`, form),
);

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "attendance:employer.title" };

/** The week of everybody that the employer's person reaches: the same form as a supervisor's link. */
export default function EmployerAttendance() {
  const { week, people, before, after } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t } = useTexts(["attendance", "agreements"]);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[{ to: "/arbetsgivare", text: t("shell:nav.employerHome") }]}
        here={t("employer.title")}
      />
      <PageTitle
        title={t("employer.title")}
        lead={people.length > 0 ? t("employer.lead") : t("form.nobody")}
      />
      <WeeksNav monday={week} before={before} after={after} at={(monday) => `${here}?vecka=${monday}`} />
      {people.length > 0 ? (
        <WeekForm people={people} suggestPlanned named submit={t("form.send")} answer={answer} />
      ) : null}
    </div>
  );
}
