import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeadClosingLink } from "#app/components/agreements/dead-closing-link";
import { CheckupFields } from "#app/components/followups/checkup-fields";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { type CheckupForm, checkupFormSchema } from "#app/domain/followups/checkup";
import { page, submit } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import {
  answerLinkedCheckup,
  readLinkedCheckup,
  stopCheckups,
} from "#app/services/followups/linked-checkup.server";

const gone = { link_unknown: 404, link_expired: 410, checkup_over: 409, answered_already: 409 } as const;

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params }) => {
  const read = await readLinkedCheckup(params.token ?? "");
  if (!read.ok) return data({ dead: read.code, checkup: null }, gone[read.code]);
  return data({ dead: null, checkup: read.checkup });
});

/** Two answers, or `gor=sluta`: do not ask me again. */
export const action = submit("public", async ({ params, form }) => {
  const token = params.token ?? "";
  const here = `/hur-gar-det/${encodeURIComponent(token)}`;
  if (form.get("gor") === "sluta") {
    const stopped = await stopCheckups(token);
    return stopped.ok ? redirect(here, 303) : data({ result: null }, gone[stopped.code]);
  }
  const submission = parseWithZod(form, { schema: checkupFormSchema });
  if (submission.status !== "success") {
    const read = await readLinkedCheckup(token);
    return data({ result: submission.reply() }, read.ok ? 400 : gone[read.code]);
  }
  const answered = await answerLinkedCheckup(token, submission.value);
  return answered.ok ? redirect(here, 303) : data({ result: submission.reply() }, gone[answered.code]);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "closing:checkup.title" };

/** Some months after the end: what are you doing now, and how is it. No account, no script. */
export default function CheckupLink() {
  const { dead, checkup } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer && "result" in answer ? answer.result : null;
  const { t } = useTexts("closing");
  const [form, fields] = useForm<CheckupForm>({ id: "svar", lastResult: result });
  if (!checkup) return <DeadClosingLink code={dead} />;
  const { status, months } = checkup;
  const words = status === "dropped" ? "stopped" : result ? "saidAlready" : "done";
  if (status === "answered" || status === "dropped")
    return (
      <div className="pk-stack">
        <PageTitle title={t("checkup.title")} />
        <Note
          tone={words === "saidAlready" ? "warn" : "ok"}
          role={words === "saidAlready" ? "alert" : "status"}
        >
          <p>
            <strong>{t(`checkup.${words}`)}</strong> {t(`checkup.${words}Text`)}
          </p>
          <p>
            <Link to="/kontakt">{t("checkup.talk")}</Link>
          </p>
        </Note>
        {status === "answered" ? <Stop /> : null}
      </div>
    );
  return (
    <div className="pk-stack">
      <PageTitle title={t("checkup.title")} lead={t("checkup.formLead", { count: months })} />
      <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
        {result?.error ? <ErrorSummary formId="svar" ns="closing" errors={form.allErrors} /> : null}
        <CheckupFields fields={fields} voice="own" />
        <p>
          <button className="ds-button pk-big" type="submit">
            {t("checkup.button")}
          </button>
        </p>
      </Form>
      <Stop />
    </div>
  );
}

function Stop() {
  const { t } = useTexts("closing");
  return (
    <Form method="post" className="pk-panel pk-stack">
      <h2>{t("checkup.stop")}</h2>
      <p>{t("checkup.stopText")}</p>
      <p>
        <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="sluta">
          {t("checkup.stopButton")}
        </button>
      </p>
    </Form>
  );
}
