import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type SupervisorForm, supervisorFormSchema } from "#app/domain/agreements/supervisor-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { changeSupervisor } from "#app/services/agreements/change-supervisor.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const id = params.id ?? "";
  const { agreement, shown } = unwrap(await readAgreement(actor, id));
  if (agreement.status !== "in_force") throw redirect(`/overenskommelser/${id}`);
  const { supervisor, trouble } = agreement.contacts;
  return {
    id,
    number: agreement.number,
    mayName: actor.role === "coordinator",
    values: {
      supervisorName: shown.content.supervisor.name,
      supervisorTitle: shown.content.supervisor.title,
      supervisorPhone: supervisor.phone,
      supervisorEmail: supervisor.email,
      troubleName: trouble.name,
      troublePhone: trouble.phone,
    },
  };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const submission = parseWithZod(form, { schema: supervisorFormSchema });
  if (submission.status !== "success") {
    unwrap(await readAgreement(actor, id));
    return data({ result: submission.reply(), code: null }, 400);
  }
  const changed = await changeSupervisor(actor, id, submission.value);
  if (changed.ok)
    return redirectWith(
      `/overenskommelser/${id}`,
      changed.named ? "amendment_in_force" : "agreement_contacts_saved",
    );
  if (changed.code === "not_found") return unwrap(changed);
  return data({ result: submission.reply(), code: changed.code }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "lifecycle:supervisor.title" };

/** Another supervisor, logged; and how people are reached, freely. Nobody has to sign anew. */
export default function ChangeSupervisor() {
  const { id, number, mayName, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t } = useTexts(["lifecycle", "agreements"]);
  const [form, fields] = useForm<SupervisorForm>({
    id: "handledare",
    lastResult: again?.result ?? null,
    defaultValue: values,
  });
  const ns = "agreements";
  const text = (name: keyof SupervisorForm) => ({
    field: fields[name],
    ns,
    label: t(`agreements:field.${name}`),
  });
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={id} number={number} here={t("supervisor.crumb")} />
      <PageTitle title={t("supervisor.title")} lead={t("supervisor.lead")} />
      {again?.code ? (
        <Note tone="warn" role="alert">
          <p>
            {again.code === "same_reach" ? t("supervisor.sameReach") : t(`agreements:error.${again.code}`)}
          </p>
        </Note>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
        {again?.result.error ? (
          <ErrorSummary formId="handledare" ns={ns} errors={form.allErrors} labels="field" />
        ) : null}
        {mayName ? (
          <div className="pk-fields">
            <TextField {...text("supervisorName")} longest={120} />
            <TextField {...text("supervisorTitle")} longest={120} />
          </div>
        ) : (
          <>
            <p>{t("supervisor.named", { name: values.supervisorName })}</p>
            <input type="hidden" name="supervisorName" value={values.supervisorName} />
            <input type="hidden" name="supervisorTitle" value={values.supervisorTitle} />
          </>
        )}
        <p className="pk-soft">{t("agreements:edit.hint.contacts")}</p>
        <div className="pk-fields">
          <TextField {...text("supervisorPhone")} inputMode="tel" />
          <TextField {...text("supervisorEmail")} inputMode="email" />
          <TextField {...text("troubleName")} />
          <TextField {...text("troublePhone")} inputMode="tel" />
        </div>
        {again?.code === "same_reach" ? (
          <label className="pk-check">
            <input className="ds-input" type="checkbox" name="sameReach" value="ja" />
            <span>{t("supervisor.sameReachTick")}</span>
          </label>
        ) : null}
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("supervisor.button")}
          </button>
        </div>
      </Form>
    </div>
  );
}
