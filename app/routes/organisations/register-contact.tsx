import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ChangedNote } from "#app/components/organisations/changed-note";
import { SaidFields } from "#app/components/organisations/contact-form";
import { FormActions } from "#app/components/organisations/form-actions";
import { Choices } from "#app/components/ui/choices";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import {
  type CorrectionValues,
  correctionSchema,
  type LoggedChannel,
  strikeReasons,
  strikeSchema,
} from "#app/domain/organisations/contact-log";
import { readId } from "#app/domain/organisations/employer-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { seenIn } from "#app/http/seen.server";
import { today } from "#app/platform/clock.server";
import {
  correctContact,
  readContact,
  strikeContact,
} from "#app/services/organisations/correct-contact.server";

const ns = "register";

function idsOf(params: Record<string, string>): [id: number, contact: number] {
  const [id, contact] = [readId(params.id), readId(params.kontakt)];
  if (id === null || contact === null) throw notFound();
  return [id, contact];
}

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const [id, contact] = idsOf(params);
  return { id, ...unwrap(await readContact(actor, id, contact)) };
});

/** `intent=strike` strikes the note; otherwise it is put right. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const [id, contactId] = idsOf(params);
  const here = `/samordnare/arbetsgivare/${id}`;
  const struck = form.get("intent") === "strike" ? parseWithZod(form, { schema: strikeSchema }) : null;
  if (struck?.status === "success") {
    unwrap(await strikeContact(actor, id, contactId, struck.value.as));
    return redirectWith(here, "contact_struck");
  }
  const { contact } = unwrap(await readContact(actor, id, contactId));
  if (struck) return data({ strike: struck.reply(), result: null }, 400);
  const submission = parseWithZod(form, { schema: correctionSchema(today(), contact.happenedOn) });
  if (submission.status !== "success") return data({ strike: null, result: submission.reply() }, 400);
  const corrected = await correctContact(actor, id, contactId, submission.value, seenIn(form));
  if (corrected.ok) return redirectWith(here, "saved");
  if (corrected.code === "changed_meanwhile")
    return data({ strike: null, result: submission.reply(), meanwhile: true }, 409);
  if (corrected.code !== "names_participant") return unwrap(corrected);
  return data({ strike: null, result: submission.reply({ fieldErrors: { note: [corrected.code] } }) }, 400);
});

/** The page's title, read by root. */
export const handle = { title: "register:log.correctTitle" };

/** Puts a note in the contact log right, or strikes it. */
export default function CorrectContact() {
  const { id, contact, seen, employerName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t } = useTexts(ns);
  const at = `/samordnare/arbetsgivare/${id}`;
  const [form, fields] = useForm<CorrectionValues>({
    id: "ratta",
    defaultValue: {
      channel: contact.channel as LoggedChannel,
      happenedOn: contact.happenedOn,
      withWhom: contact.withWhom,
      note: contact.note,
    },
    lastResult: again?.result ?? null,
  });
  const [strike, strikeFields] = useForm<{ as: string }>({ id: "stryk", lastResult: again?.strike ?? null });
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare/arbetsgivare", text: t("title") },
          { to: at, text: employerName },
        ]}
        here={t("log.correctTitle")}
      />
      <PageTitle title={t("log.correctTitle")} lead={t("log.correctLead")} />
      {again && "meanwhile" in again ? <ChangedNote /> : null}
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        {/* What the form was made from: it must not follow the page when somebody else has saved. */}
        <input type="hidden" name="seen" defaultValue={seen} />
        <ErrorSummary formId={form.id} ns={ns} errors={form.allErrors} />
        <SaidFields fields={fields} />
        <FormActions cancelTo={at} />
      </Form>
      <section className="pk-panel pk-stack" aria-labelledby="stryk-rubrik">
        <h2 id="stryk-rubrik">{t("log.strikeTitle")}</h2>
        <p>{t("log.strikeLead")}</p>
        <Form method="post" className="pk-form" {...getFormProps(strike)}>
          <ErrorSummary formId={strike.id} ns={ns} errors={strike.allErrors} />
          <input type="hidden" name="intent" value="strike" />
          <Choices
            field={strikeFields.as}
            ns={ns}
            type="radio"
            legend={t("log.strikeWhy")}
            choices={strikeReasons.map((value) => ({ value, label: t(`log.strikeReasons.${value}`) }))}
          />
          <p>
            <button className="ds-button" data-variant="secondary" type="submit">
              {t("log.strike")}
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}
