import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { MeetingFields } from "#app/components/profiles/meeting/meeting-fields";
import { Choices } from "#app/components/ui/choices";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import { type MeetingForm, meetingFormSchema } from "#app/domain/profiles/meeting-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { createMeeting, prepareMeeting } from "#app/services/profiles/save-meeting.server";

export const loader = page(["coordinator"], async ({ actor }) => ({
  ...unwrap(await prepareMeeting(actor)),
  key: randomUUID(),
  me: actor.userId,
}));

export const action = submit(["coordinator"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: meetingFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const made = await createMeeting(actor, submission.value);
  if (made.ok) return redirectWith(`/arendemoten/${made.id}`, "saved");
  if (made.code === "unknown_choice")
    return data(submission.reply({ fieldErrors: { people: ["unknown_choice"] } }), 400);
  if (made.code === "in_the_past")
    return data(submission.reply({ fieldErrors: { date: ["in_the_past"] } }), 400);
  return unwrap(made);
});

/** The page's title, read by root. */
export const handle = { title: "referrals:meeting.new" };

/** Calls a case meeting. */
export default function NewMeeting() {
  const { options, key, me } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("referrals");
  const reply = lastResult && "status" in lastResult ? lastResult : null;
  const [form, fields] = useForm<MeetingForm>({
    id: "mote",
    lastResult: reply,
    defaultValue: { people: me ? [me] : [], time: "13.00" },
  });
  const typedKey = reply?.initialValue?.key;
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/remisser", text: t("show.crumb") },
          { to: "/arendemoten", text: t("meeting.title") },
        ]}
        here={t("meeting.new")}
      />
      <h1>{t("meeting.new")}</h1>
      <Form method="post" className="pk-form pk-panel" {...getFormProps(form)}>
        <ErrorSummary formId="mote" ns="referrals" errors={form.allErrors} />
        <input type="hidden" name="key" value={typeof typedKey === "string" ? typedKey : key} />
        <MeetingFields fields={fields} options={options} />
        <Choices
          field={fields.hasBeen}
          ns="referrals"
          type="checkbox"
          legend={t("meeting.hasBeen")}
          hint={t("meeting.hasBeenHint")}
          choices={[{ value: "on", label: t("meeting.hasBeen") }]}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("meeting.create")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/arendemoten">
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
