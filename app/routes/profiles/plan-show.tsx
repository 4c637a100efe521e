import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Decisions } from "#app/components/profiles/plan/decisions";
import { PlanParts } from "#app/components/profiles/plan/plan-parts";
import { WayList } from "#app/components/profiles/plan/way-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { TextField } from "#app/components/ui/text-field";
import { useFormId } from "#app/components/ui/use-form-id";
import { useTexts } from "#app/components/ui/use-texts";
import { noteFormSchema } from "#app/domain/profiles/plan-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatMoment } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { readPlan } from "#app/services/profiles/read-plan.server";
import { writePlanNote } from "#app/services/profiles/save-plan.server";

export const loader = page(["coordinator", "coach", "case_worker"], async ({ actor, params }) => ({
  ...unwrap(await readPlan(actor, params.referens ?? "")),
  today: today(),
  key: randomUUID(),
}));

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const submission = parseWithZod(form, { schema: noteFormSchema });
  if (submission.status !== "success") {
    unwrap(await readPlan(actor, params.referens ?? ""));
    return data(submission.reply(), 400);
  }
  unwrap(await writePlanNote(actor, params.referens ?? "", submission.value));
  return redirectWith(`/deltagare/${encodeURIComponent(params.referens ?? "")}/plan`, "saved");
});

/** The page's title, read by root. */
export const handle = { title: "plan:staff.crumb" };

/** A participant's plan: staff change it, the case worker of the case reads it. */
export default function ShowPlan() {
  const loaded = useLoaderData<typeof loader>();
  const { reference, plan, way, decisions, notes, mayChange, today, key } = loaded;
  const lastResult = useActionData<typeof action>();
  const { t, i18n } = useTexts("plan");
  const at = `/deltagare/${encodeURIComponent(reference)}`;
  const [form, fields] = useForm<{ note: string }>({
    id: useFormId("anteckning", loaded),
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  const steps = mayChange
    ? [
        { to: "/deltagare", text: t("profiles:list.title") },
        { to: at, text: reference },
      ]
    : [{ to: "/handlaggare", text: t("profiles:cases.title") }];
  return (
    <div className="pk-stack">
      <Crumbs steps={steps} here={t("staff.crumb")} />
      <h1>{t("staff.title", { reference })}</h1>
      <p className="pk-lead">{t(mayChange ? "staff.lead" : "staff.leadCaseWorker")}</p>
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <PlanParts plan={plan} changeAt={mayChange ? `${at}/plan` : null} />
          <Decisions decisions={decisions} today={today} />
          {notes ? (
            <section className="pk-panel pk-stack" aria-labelledby="anteckningar">
              <h2 id="anteckningar">{t("staff.notes")}</h2>
              <p className="pk-soft">{t("staff.notesLead")}</p>
              <Form method="post" className="pk-form" key={form.id} {...getFormProps(form)}>
                <input type="hidden" name="key" value={key} />
                <TextField field={fields.note} ns="plan" label={t("staff.note")} rows={3} longest={2000} />
                <div className="pk-actions">
                  <button className="ds-button" data-variant="secondary" type="submit">
                    {t("staff.saveNote")}
                  </button>
                </div>
              </Form>
              <ul className="pk-stack">
                {notes.map((note) => (
                  <li key={note.id}>
                    <p className="pk-lines">{note.note}</p>
                    <p className="pk-soft pk-small">
                      {t("staff.notedBy", {
                        name: note.byName,
                        moment: formatMoment(i18n.language, note.notedAt),
                      })}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        <aside className="pk-stack" aria-label={t("staff.way")}>
          <section className="pk-panel pk-stack" aria-labelledby="vagen">
            <h2 id="vagen">{t("staff.way")}</h2>
            <WayList way={way} />
          </section>
        </aside>
      </div>
    </div>
  );
}
