import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { SuggestionTurns } from "#app/components/profiles/suggestion/suggestion-turns";
import { Choices } from "#app/components/ui/choices";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useFormId } from "#app/components/ui/use-form-id";
import { useTexts } from "#app/components/ui/use-texts";
import { suggestionStepsFrom } from "#app/domain/profiles/suggestion";
import { type SuggestionForm, suggestionFormSchema } from "#app/domain/profiles/suggestion-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import {
  answerOwnSuggestion,
  listMySuggestions,
  sendSuggestion,
} from "#app/services/profiles/send-suggestion.server";

export const loader = page(["participant"], async ({ actor }) => {
  const { suggestions } = unwrap(await listMySuggestions(actor));
  return {
    key: randomUUID(),
    mine: suggestions.map((one) => ({
      ...one,
      mayWithdraw: suggestionStepsFrom(one.status, actor.role).includes("withdrawn"),
    })),
  };
});

const here = "/min-sida/eget-forslag";
const answers = { "ta-tillbaka": "withdraw", kontakta: "may_contact", vanta: "may_not_contact" } as const;

export const action = submit(["participant"], async ({ actor, form }) => {
  const intent = String(form.get("gor") ?? "");
  if (intent in answers) {
    const answer = answers[intent as keyof typeof answers];
    const done = await answerOwnSuggestion(actor, String(form.get("forslag") ?? ""), answer);
    if (done.ok) return redirectWith(here, answer === "withdraw" ? "suggestion_withdrawn" : "answered");
    return done.code === "not_found" ? unwrap(done) : data({ code: done.code as string }, 409);
  }
  const submission = parseWithZod(form, { schema: suggestionFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  unwrap(await sendSuggestion(actor, submission.value));
  return redirectWith(here, "suggestion_sent");
});

/** The page's title, read by root. */
export const handle = { title: "plan:suggestion.title" };

const ns = "plan";

/** "Jag har hittat en arbetsplats själv", and what became of it in plain words. */
export default function OwnSuggestion() {
  const loaded = useLoaderData<typeof loader>();
  const { key, mine } = loaded;
  const answer = useActionData<typeof action>();
  const { t } = useTexts(ns);
  const reply = answer && "status" in answer ? answer : null;
  const [form, fields] = useForm<SuggestionForm>({ id: useFormId("forslag", loaded), lastResult: reply });
  const typedKey = reply?.initialValue?.key;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/min-sida", text: t("shell:nav.home") }]} here={t("own.suggestLink")} />
      <h1>{t("suggestion.title")}</h1>
      <p className="pk-lead">{t("suggestion.lead")}</p>
      {answer && "code" in answer ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${answer.code}`)}</p>
        </Note>
      ) : null}
      <Form method="post" className="pk-form pk-panel" key={form.id} {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns={ns} errors={form.allErrors} />
        <input type="hidden" name="key" value={typeof typedKey === "string" ? typedKey : key} />
        <TextField field={fields.workplace} ns={ns} label={t("suggestion.workplace")} longest={120} />
        <TextField
          field={fields.place}
          ns={ns}
          label={t("suggestion.place")}
          hint={t("suggestion.placeHint")}
          longest={80}
        />
        <TextField
          field={fields.couldDo}
          ns={ns}
          label={t("suggestion.couldDo")}
          hint={t("suggestion.couldDoHint")}
          rows={3}
          longest={1000}
        />
        <TextField
          field={fields.talkedWith}
          ns={ns}
          label={t("suggestion.talkedWith")}
          hint={t("suggestion.talkedWithHint")}
          longest={200}
        />
        <Choices
          field={fields.mayContact}
          ns={ns}
          type="radio"
          legend={t("suggestion.mayContact")}
          choices={[
            { value: "yes", label: t("suggestion.yes") },
            { value: "no", label: t("suggestion.no") },
          ]}
        />
        <button className="ds-button pk-big" type="submit">
          {t("suggestion.send")}
        </button>
      </Form>
      {mine.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="mina">
          <h2 id="mina">{t("suggestion.mine")}</h2>
          <ul className="pk-stack">
            {mine.map((one) => (
              <li key={one.id} className="pk-stack">
                <h3>{t("suggestion.where", { workplace: one.workplace, place: one.place })}</h3>
                <SuggestionTurns turns={one.turns} own />
                {one.reason ? <p>{t(`suggestion.reason.${one.reason}`)}</p> : null}
                {one.answer ? <p className="pk-lines">{one.answer}</p> : null}
                {one.placement ? (
                  <p>
                    <Link to={`/platser/${one.placement.id}`}>{t("suggestion.see")}</Link>
                  </p>
                ) : null}
                {one.mayWithdraw ? (
                  <>
                    <p>{t(one.mayContact ? "suggestion.mayContactYes" : "suggestion.mayContactNo")}</p>
                    <Form method="post" className="pk-actions">
                      <input type="hidden" name="forslag" value={one.id} />
                      {one.status === "contacted" ? null : (
                        <button
                          className="ds-button"
                          data-variant="secondary"
                          type="submit"
                          name="gor"
                          value={one.mayContact ? "vanta" : "kontakta"}
                        >
                          {t(one.mayContact ? "suggestion.forbid" : "suggestion.allow")}
                        </button>
                      )}
                    </Form>
                    <details>
                      <summary className="ds-button" data-variant="tertiary">
                        {t("suggestion.withdraw")}
                        <span className="ds-sr-only">: {one.workplace}</span>
                      </summary>
                      <Form method="post" className="pk-stack">
                        <p>{t("suggestion.withdrawText", { workplace: one.workplace })}</p>
                        <input type="hidden" name="forslag" value={one.id} />
                        <button className="ds-button" type="submit" name="gor" value="ta-tillbaka">
                          {t("suggestion.withdrawYes")}
                        </button>
                      </Form>
                    </details>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
