import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseAssignment } from "#app/components/profiles/case-assignment";
import { CaseEvents } from "#app/components/profiles/case-events";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { messageFormSchema, verdictFormSchema } from "#app/domain/followups/assignment-report";
import type { WeekSums } from "#app/domain/followups/week-sums";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { today } from "#app/platform/clock.server";
import { answerReport, sayOnAssignment } from "#app/services/followups/assignment-reports.server";
import { readWeeklyHours } from "#app/services/followups/read-attendance.server";
import { reachInCase, readCase } from "#app/services/profiles/read-case.server";

export const loader = page(["case_worker"], async ({ actor, params }) => {
  const read = unwrap(await readCase(actor, params.referens ?? ""));
  const weeks: Record<string, WeekSums[]> = {};
  for (const { id } of read.agreements) {
    const hours = await readWeeklyHours(actor, id);
    if (hours.ok) weeks[id] = hours.weeks;
  }
  const formKeys = Object.fromEntries(read.agreements.map(({ id }) => [id, crypto.randomUUID()]));
  return { ...read, weeks, formKeys, today: today() };
});

/** `gor`: `fraga` (asks) or `utlatande` (what is said of a report), of the `agreement`. */
export const action = submit(["case_worker"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const here = `/handlaggare/arenden/${encodeURIComponent(reference)}`;
  const intent = String(form.get("gor") ?? "");
  const id = String(form.get("agreement") ?? "");
  unwrap(await reachInCase(actor, reference, id));
  if (intent === "fraga") {
    const submission = parseWithZod(form, { schema: messageFormSchema });
    if (submission.status !== "success") return data({ intent, of: id, result: submission.reply() }, 400);
    unwrap(await sayOnAssignment(actor, id, submission.value));
    return redirectWith(here, "question_sent");
  }
  if (intent !== "utlatande") throw notFound();
  const submission = parseWithZod(form, { schema: verdictFormSchema });
  const of = String(form.get("report") ?? "");
  if (submission.status !== "success") return data({ intent, of, result: submission.reply() }, 400);
  const answered = await answerReport(actor, id, submission.value);
  if (answered.ok) return redirectWith(here, "verdict_sent");
  if (answered.code === "not_found") return unwrap(answered);
  return data({ intent, of, result: submission.reply({ formErrors: [answered.code] }) }, 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "assignment:case.pageTitle" };

/** One of the case worker's own cases: what has happened, each assignment against reality, reports, questions and answers. */
export default function CaseShow() {
  const { case: own, events, hasOlder, agreements, weeks, formKeys, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(["assignment", "profiles"]);
  const { reference, referralId, purpose, question, isOpened } = own;
  const at = encodeURIComponent(reference);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[{ to: "/handlaggare", text: t("profiles:cases.title") }]}
        here={t("case.title", { reference })}
      />
      <PageTitle title={t("case.title", { reference })} lead={purpose || question || t("case.lead")} />
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          {agreements.length === 0 ? (
            <section className="pk-panel">
              <p>{t("case.noAgreement")}</p>
            </section>
          ) : null}
          {agreements.map((agreement) => (
            <CaseAssignment
              key={agreement.id}
              agreement={agreement}
              weeks={weeks[agreement.id] ?? []}
              today={today}
              formKey={formKeys[agreement.id] ?? ""}
              refused={answer && "intent" in answer ? answer : null}
            />
          ))}
        </div>
        <aside className="pk-stack" aria-label={t("case.events")}>
          <CaseEvents events={events} hasOlder={hasOlder} />
          <section className="pk-panel pk-stack" aria-labelledby="i-arendet">
            <h2 id="i-arendet" className="pk-h3">
              {t("case.links")}
            </h2>
            {isOpened ? (
              <LinkButton to={`/handlaggare/kartlaggning/${at}`}>{t("case.shared")}</LinkButton>
            ) : null}
            <LinkButton to={`/deltagare/${at}/plan`}>{t("case.plan")}</LinkButton>
            <LinkButton to={`/handlaggare/remiss/${referralId}`}>{t("case.referral")}</LinkButton>
          </section>
        </aside>
      </div>
    </div>
  );
}
