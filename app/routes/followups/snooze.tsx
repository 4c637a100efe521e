import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  type SnoozeForm,
  snoozedThingSchema,
  snoozeFormSchema,
  usualSnoozeDays,
} from "#app/domain/followups/snooze";
import { dayAfter } from "#app/domain/organisations/day";
import { homeOf, notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { readSnoozable, snooze } from "#app/services/followups/snooze.server";

const thingOf = (params: Record<string, string | undefined>) => {
  const parsed = snoozedThingSchema.safeParse({ kind: params.slag, subject: params.vad });
  if (!parsed.success) throw notFound();
  return parsed.data;
};

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const read = unwrap(await readSnoozable(actor, thingOf(params)));
  return { ...read.thing, proposed: dayAfter(today(), usualSnoozeDays), home: homeOf(actor) };
});

/** `until`, `reason`: put off until that day. */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const thing = thingOf(params);
  unwrap(await readSnoozable(actor, thing));
  const submission = parseWithZod(form, { schema: snoozeFormSchema(today()) });
  if (submission.status !== "success")
    return data<{ result: SubmissionResult }>({ result: submission.reply() }, 400);
  unwrap(await snooze(actor, thing, submission.value));
  return redirectWith(homeOf(actor), "snoozed");
});

/** The page's title, read by root. */
export const handle = { title: "exceptions:snooze.title" };

/** Until when something can wait, and why. */
export default function Snooze() {
  const { reference, who, proposed, home } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("exceptions");
  const [form, fields] = useForm<SnoozeForm>({
    id: "vila",
    lastResult: answer && "result" in answer ? answer.result : null,
    defaultValue: { until: proposed, reason: "" },
    shouldRevalidate: "onSubmit",
  });
  const name = reference ? t("todo:who", { reference }) : who;
  return (
    <>
      <Crumbs steps={[{ to: home, text: t("shell:nav.todo") }]} here={t("snooze.title")} />
      <PageTitle title={t("snooze.title")} lead={t("snooze.lead", { who: name })} />
      <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
        {answer && "result" in answer ? (
          <ErrorSummary formId="vila" ns="exceptions" errors={form.allErrors} labels="snooze" />
        ) : null}
        <TextField field={fields.until} ns="exceptions" label={t("snooze.until")} type="date" />
        <TextField
          field={fields.reason}
          ns="exceptions"
          label={t("snooze.reason")}
          hint={t("snooze.reasonHelp")}
          longest={200}
        />
        <div className="pk-row">
          <button className="ds-button" type="submit">
            {t("snooze.save")}
          </button>
          <Link className="pk-tap" to={home}>
            {t("snooze.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
