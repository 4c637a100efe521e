import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ParticipantFields, participantFieldOrder } from "#app/components/profiles/participant-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import { type NewParticipantForm, newParticipantSchema } from "#app/domain/profiles/participant-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { createParticipant, prepareParticipant } from "#app/services/profiles/create-participant.server";

export const loader = page(["coordinator"], async ({ actor }) => unwrap(await prepareParticipant(actor)));

export const action = submit(["coordinator"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: newParticipantSchema(today()) });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const made = await createParticipant(actor, submission.value);
  if (made.ok) return redirectWith(`/deltagare/${encodeURIComponent(made.reference)}`, "participant_created");
  if (made.code === "unknown_choice") {
    const fieldErrors = Object.fromEntries(made.fields.map((name) => [name, ["choose_in_list"]]));
    return data(submission.reply({ fieldErrors }), 400);
  }
  if (made.code === "reference_taken") {
    return data(submission.reply({ fieldErrors: { reference: ["reference_taken"] } }), 409);
  }
  return unwrap(made);
});

/** The page's title, read by root. */
export const handle = { title: "profiles:form.newTitle" };

export default function NewParticipant() {
  const { options } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("profiles");
  const [form, fields] = useForm<NewParticipantForm>({
    id: "deltagare",
    defaultValue: { invite: "on" },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/deltagare", text: t("list.title") }]} here={t("form.newTitle")} />
      <h1>{t("form.newTitle")}</h1>
      <p className="pk-lead">{t("form.newLead")}</p>
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary
          formId="deltagare"
          ns="profiles"
          errors={form.allErrors}
          order={participantFieldOrder}
        />
        <ParticipantFields fields={fields} options={options} invite={fields.invite} />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("form.create")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/deltagare">
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
