import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { AssignmentThread } from "#app/components/followups/assignment-thread";
import { ReportForm } from "#app/components/followups/report-form";
import { ReportView } from "#app/components/followups/report-view";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { type Milestone, messageFormSchema, reportFormSchema } from "#app/domain/followups/assignment-report";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate } from "#app/i18n/format";
import {
  readAssignment,
  sayOnAssignment,
  seeAnswers,
  writeReport,
} from "#app/services/followups/assignment-reports.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => ({
  ...unwrap(await readAssignment(actor, params.id ?? "")),
  formKey: crypto.randomUUID(),
}));

/** `gor`: `rapport` (a draft, or sent with `send`), `fraga` (an answer in the thread), `last` (what was said is read). */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}/rapport`;
  const intent = form.get("gor");
  if (intent === "last") {
    unwrap(await seeAnswers(actor, id));
    return redirectWith(here, "saved");
  }
  if (intent === "fraga") {
    const submission = parseWithZod(form, { schema: messageFormSchema });
    if (submission.status !== "success") {
      unwrap(await readAssignment(actor, id));
      return data({ intent, result: submission.reply() }, 400);
    }
    unwrap(await sayOnAssignment(actor, id, submission.value));
    return redirectWith(here, "answer_sent");
  }
  if (intent !== "rapport") throw notFound();
  const submission = parseWithZod(form, { schema: reportFormSchema });
  if (submission.status !== "success") {
    unwrap(await readAssignment(actor, id));
    return data({ intent, result: submission.reply() }, 400);
  }
  const written = await writeReport(actor, id, submission.value);
  if (written.ok) return redirectWith(here, submission.value.send ? "report_sent" : "saved");
  if (written.code === "not_found") return unwrap(written);
  return data({ intent, result: submission.reply({ formErrors: [written.code] }) }, 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "assignment:report.title" };

/** The assignment for staff: the report that is due, those that were sent with what was said of them, and the questions. */
export default function AssignmentReportPage() {
  const { read, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["assignment", "agreements"]);
  const { agreement, assignment, milestones, left, toWrite, facts, messages } = read;
  const resultOf = (intent: string) =>
    answer && "intent" in answer && answer.intent === intent ? answer.result : null;
  const draftOf = (milestone: string) =>
    milestones.find((one) => one.milestone === milestone && one.report?.sentAt === null)?.report ?? null;
  const sent = milestones.flatMap(({ report }) => (report?.sentAt ? [report] : []));
  const refused = resultOf("rapport");
  // What was refused stays where it was written, also when that report has been sent from elsewhere.
  const tried = milestones.find(({ milestone }) => milestone === refused?.initialValue?.milestone)?.milestone;
  const open = tried ?? toWrite ?? left.find((milestone) => draftOf(milestone)) ?? left[0];
  // Before its time the next report is a step away: nobody sends the last one by mistake.
  const isDue = open !== undefined && (toWrite === open || draftOf(open) !== null);
  const form = (milestone: Milestone) => (
    <ReportForm
      key={`${milestone}-${draftOf(milestone)?.version ?? 0}`}
      milestone={milestone}
      draft={draftOf(milestone)}
      facts={facts}
      question={assignment.question}
      result={refused}
    />
  );
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={agreement.id} number={agreement.number} here={t("report.title")} />
      <PageTitle title={t("report.title")} lead={t("report.lead", { agency: agreement.agencyName })} />
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          {open && (isDue || refused) ? form(open) : null}
          {open && !isDue && !refused ? (
            <Unfold title={t("report.write", { milestone: t(`milestone.${open}`) })}>{form(open)}</Unfold>
          ) : null}
          <section className="pk-stack" aria-labelledby="rapporter">
            <h2 id="rapporter">{t("report.reports")}</h2>
            {sent.length === 0 ? <p>{t("report.noneLater")}</p> : null}
            {sent.map((report) => (
              <ReportView key={report.id} report={report} reader="staff">
                {report.verdict && !report.verdict.seenAt ? (
                  <Form method="post">
                    <button className="ds-button" type="submit" name="gor" value="last">
                      {t("report.seen")}
                    </button>
                  </Form>
                ) : null}
                {report.verdict?.kind === "extend" && agreement.status === "in_force" ? (
                  <p>
                    <LinkButton to={`/overenskommelser/${agreement.id}/forlang`}>
                      {t("report.next")}
                    </LinkButton>
                  </p>
                ) : null}
              </ReportView>
            ))}
          </section>
        </div>
        <aside className="pk-stack" aria-label={t("thread.title")}>
          <AssignmentThread
            key={messages.length}
            messages={messages}
            reader="staff"
            formKey={formKey}
            result={resultOf("fraga")}
          />
          <section className="pk-panel pk-stack" aria-labelledby="milstolpar">
            <h2 id="milstolpar" className="pk-h3">
              {t("report.milestones")}
            </h2>
            <ul className="pk-plain">
              {milestones.map(({ milestone, day }) => (
                <li key={milestone}>
                  {t(`milestone.${milestone}`)}: {formatDate(i18n.language, day)}
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </div>
  );
}
