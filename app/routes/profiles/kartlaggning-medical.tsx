import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, type HeadersFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConflictNote } from "#app/components/profiles/conflict-note";
import { MedicalHistory } from "#app/components/profiles/kartlaggning/medical-history";
import { MedicalNotesList } from "#app/components/profiles/kartlaggning/medical-notes-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { UnsavedNote } from "#app/components/ui/unsaved-note";
import { useTexts } from "#app/components/ui/use-texts";
import { useUnsavedWarning } from "#app/components/ui/use-unsaved-warning";
import {
  changedNotes,
  type MedicalForm,
  type MedicalNotes,
  medicalFields,
  medicalFormSchema,
  notesOf,
} from "#app/domain/profiles/medical-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { type ReadMedical, readMedical } from "#app/services/profiles/read-medical.server";
import { saveMedical } from "#app/services/profiles/save-medical.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const read = unwrap(await readMedical(actor, params.referens ?? ""));
  return data({ medical: read.medical, mayChange: actor.role === "coordinator" }, unkept);
});

/** No browser keeps a copy of the page or of its data on disk. */
const unkept = { headers: { "Cache-Control": "no-store" } };
export const headers: HeadersFunction = () => unkept.headers;

/** The form again: what was typed, why it was not saved, and what somebody else saved meanwhile. */
type Again = {
  result: SubmissionResult;
  code: string | null;
  conflict: { current: ReadMedical; yours: MedicalNotes } | null;
};

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const submission = parseWithZod(form, { schema: medicalFormSchema });
  if (submission.status !== "success")
    return data<Again>({ result: submission.reply(), code: null, conflict: null }, 400);
  const saved = await saveMedical(actor, reference, submission.value);
  if (saved.ok) {
    const here = `/deltagare/${encodeURIComponent(reference)}/kartlaggning/halsa/medicinskt`;
    return redirectWith(here, "medical_saved");
  }
  if (saved.code === "not_found") return unwrap(saved);
  const conflict = "current" in saved ? { current: saved.current, yours: notesOf(submission.value) } : null;
  return data<Again>({ result: submission.reply(), code: conflict ? null : saved.code, conflict }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:medical.title" };

/** The medical layer of part 3: sealed in the database, shut without a consent of its own. */
export default function KartlaggningMedical() {
  const { medical, mayChange } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("kartlaggning");
  const person = `/deltagare/${encodeURIComponent(medical.reference)}`;
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("profiles:list.title") },
          { to: person, text: medical.reference },
          { to: `${person}/kartlaggning`, text: t("short") },
          { to: `${person}/kartlaggning/halsa`, text: t("part.halsa.title") },
        ]}
        here={t("medical.title")}
      />
      <PageTitle title={t("medical.titleOf", { reference: medical.reference })} lead={t("medical.lead")} />
      {medical.consentUntil === null ? (
        <Note tone="warn">
          <p>{t("medical.noConsent")}</p>
          <p>
            <LinkButton to={`${person}/samtycke?syfte=keep_medical_notes`}>
              {t("medical.askConsent")}
            </LinkButton>
          </p>
        </Note>
      ) : (
        <p>{t("medical.consentUntil", { day: formatDate(i18n.language, medical.consentUntil) })}</p>
      )}
      {medical.problem ? (
        <Note tone="warn" role="alert">
          {t(`error.${medical.problem}`)}
        </Note>
      ) : null}
      {medical.consentUntil === null || medical.problem ? null : mayChange ? (
        <EditMedical key={medical.version} medical={medical} back={`${person}/kartlaggning/halsa`} />
      ) : (
        <section className="pk-panel pk-stack">
          <MedicalNotesList notes={medical.notes} empty={t("medical.empty")} />
        </section>
      )}
      <MedicalHistory current={medical} />
    </div>
  );
}

function EditMedical({ medical, back }: { medical: ReadMedical; back: string }) {
  const { t, i18n } = useTexts("kartlaggning");
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  useUnsavedWarning("medicinskt", t("form.unsaved"), again);
  const [form, fields] = useForm<MedicalForm>({
    id: "medicinskt",
    lastResult: again?.result ?? null,
    defaultValue: { ...medical.notes, ...again?.result.initialValue },
  });
  const conflict = again?.conflict ?? null;
  const typed = again?.result.initialValue?.version;
  const version = conflict?.current.version ?? (typeof typed === "string" ? typed : medical.version);
  return (
    <Form method="post" className="pk-form" autoComplete="off" {...getFormProps(form)}>
      <ErrorSummary formId="medicinskt" ns="kartlaggning" errors={form.allErrors} />
      <UnsavedNote />
      {again?.code ? (
        <Note tone="warn" role="alert">
          {t(`error.${again.code}`)}
        </Note>
      ) : null}
      {conflict ? (
        <ConflictNote
          rows={changedNotes(conflict.current.notes, conflict.yours).map((key) => ({
            key,
            label: t(`medical.field.${key}`),
            saved: conflict.current.notes[key] ?? "",
            yours: conflict.yours[key] ?? "",
          }))}
        />
      ) : null}
      <input type="hidden" name="version" value={String(version)} />
      {medicalFields.map((key) => (
        <TextField
          key={key}
          field={fields[key]}
          ns="kartlaggning"
          label={t(`medical.field.${key}`)}
          hint={t(`medical.hint.${key}`)}
          rows={5}
        />
      ))}
      {medical.savedAt ? (
        <p className="pk-soft pk-small">
          {t("medical.saved", {
            version: medical.version,
            day: formatDate(i18n.language, medical.savedAt),
            name: medical.savedByName,
          })}
        </p>
      ) : null}
      <div className="pk-actions">
        <button className="ds-button" type="submit">
          {t("medical.save")}
        </button>
        <Link className="ds-link" to={back}>
          {t("part.halsa.title")}
        </Link>
      </div>
    </Form>
  );
}
