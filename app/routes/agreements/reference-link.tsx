import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeadClosingLink } from "#app/components/agreements/dead-closing-link";
import { ReferenceWords } from "#app/components/agreements/reference-words";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type ReferenceForm, referenceFormSchema } from "#app/domain/agreements/supervisor-reference";
import { page, submit } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { giveReference, readLinkedReference } from "#app/services/agreements/linked-reference.server";

const gone = { link_unknown: 404, link_expired: 410, said_already: 409 } as const;
const ns = "closing";

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params }) => {
  const read = await readLinkedReference(params.token ?? "");
  if (!read.ok) return data({ dead: read.code, linked: null }, gone[read.code]);
  return data({ dead: null, linked: read.linked });
});

/** Three answers. Sent twice it is once; something else is not taken, and told. */
export const action = submit("public", async ({ params, form }) => {
  const token = params.token ?? "";
  const submission = parseWithZod(form, { schema: referenceFormSchema });
  if (submission.status !== "success") {
    const read = await readLinkedReference(token);
    return data({ result: submission.reply() }, read.ok ? 400 : gone[read.code]);
  }
  const given = await giveReference(token, submission.value);
  if (!given.ok) return data({ result: submission.reply() }, gone[given.code]);
  return redirect(`/referens/${encodeURIComponent(token)}`, 303);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "closing:reference.titlePlain" };

/** A supervisor says a few words of somebody who has been there, without an account. */
export default function ReferenceLink() {
  const { dead, linked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer && "result" in answer ? answer.result : null;
  const { t } = useTexts("closing");
  const [form, fields] = useForm<ReferenceForm>({ id: "ord", lastResult: result });
  if (!linked) return <DeadClosingLink code={dead} />;
  const { supervisor, who, title, said } = linked;
  if (said)
    return (
      <div className="pk-stack">
        <PageTitle title={t("reference.title", { who })} />
        {result ? (
          <Note tone="warn" role="alert">
            <p>
              <strong>{t("reference.saidAlready")}</strong> {t("reference.saidAlreadyText")}
            </p>
          </Note>
        ) : (
          <Note tone="ok" role="status">
            <p>
              <strong>{t("reference.done")}</strong> {t("reference.doneText")}
            </p>
          </Note>
        )}
        <section className="pk-panel pk-stack" aria-labelledby="sa">
          <h2 id="sa">{t("reference.youSaid")}</h2>
          <ReferenceWords said={said} />
        </section>
      </div>
    );
  return (
    <div className="pk-stack">
      <PageTitle title={t("reference.title", { who })} lead={t("reference.formLead", { title })} />
      <p>{t("reference.forWhom", { name: supervisor, who })}</p>
      <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
        {result?.error ? <ErrorSummary formId="ord" ns={ns} errors={form.allErrors} /> : null}
        <TextField
          field={fields.wentWell}
          ns={ns}
          label={t("reference.wentWell")}
          hint={t("reference.wentWellHint")}
          rows={4}
          longest={800}
        />
        <Choices
          field={fields.recommends}
          ns={ns}
          type="radio"
          legend={t("reference.recommends", { who })}
          choices={[
            { value: "ja", label: t("reference.yes") },
            { value: "nej", label: t("reference.no") },
          ]}
        />
        <TextField
          field={fields.contact}
          ns={ns}
          label={t("reference.contact")}
          hint={t("reference.contactHint")}
          longest={120}
        />
        <label className="pk-check">
          <input
            className="ds-input"
            type="checkbox"
            name="mayCertify"
            value="ja"
            defaultChecked={fields.mayCertify.initialValue === "ja"}
          />
          <span>{t("reference.mayCertify", { who })}</span>
        </label>
        <p>
          <button className="ds-button pk-big" type="submit">
            {t("reference.button")}
          </button>
        </p>
      </Form>
    </div>
  );
}
