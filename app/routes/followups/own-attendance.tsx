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

const here = "/min-sida/narvaro";

export const loader = page(["participant"], async ({ actor, url }) =>
  unwrap(await readOwnWeeks(actor, url.searchParams.get("vecka"))),
);

export const action = submit(["participant"], ({ actor, url, form }) =>
  submitWeek(actor, `${here}${url.search}`, form),
);

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "attendance:own.title" };

/** The participant's own days, week by week. */
export default function OwnAttendance() {
  const { week, people, before, after } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t } = useTexts(["attendance", "agreements"]);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[{ to: "/min-sida/overenskommelse", text: t("agreements:own.title") }]}
        here={t("own.title")}
      />
      <PageTitle title={t("own.title")} lead={people.length > 0 ? t("own.lead") : t("own.none")} />
      <WeeksNav monday={week} before={before} after={after} at={(monday) => `${here}?vecka=${monday}`} />
      {people.length > 0 ? (
        <WeekForm
          people={people.map((person) => ({ ...person, who: person.title, title: person.number }))}
          suggestPlanned={false}
          isOwn
          named
          submit={t("form.save")}
          answer={answer}
        />
      ) : null}
    </div>
  );
}
