import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { DifferenceList } from "#app/components/agreements/difference-list";
import { AboutFields, SafetyFields, WorkFields } from "#app/components/agreements/draft-about";
import { DraftConflict } from "#app/components/agreements/draft-conflict";
import type { DraftFields } from "#app/components/agreements/draft-fields";
import { PeopleFields } from "#app/components/agreements/draft-people";
import { type StepRow, TimeFields } from "#app/components/agreements/draft-times";
import { ProblemList } from "#app/components/agreements/problem-list";
import { useDraftCheck } from "#app/components/agreements/use-draft-check";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import {
  type AgreementForm,
  agreementFormSchema,
  contactsOf,
  draftOf,
  formOf,
  stepRows,
} from "#app/domain/agreements/agreement-form";
import { weeksIn } from "#app/domain/agreements/period";
import { suggestSteps } from "#app/domain/agreements/step-plan";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDateTime } from "#app/i18n/format";
import { dropAmendment } from "#app/services/agreements/amend-agreement.server";
import { editAgreement, saveAgreement } from "#app/services/agreements/save-agreement.server";
import { sendAgreement } from "#app/services/agreements/send-agreement.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params, url }) => {
  const id = params.id ?? "";
  const edited = await editAgreement(actor, id);
  // Nothing is a draft any more: the page that shows how it stands.
  if (!edited.ok && edited.code === "wrong_status") throw redirect(`/overenskommelser/${id}`);
  const { agreement, version, inForce, differences, check, people } = unwrap(edited);
  return {
    id,
    number: agreement.number,
    agency: version.content.parties.agency?.name ?? null,
    isAmendment: inForce !== null,
    differences,
    mayDrop: version.amendment > 0,
    revision: version.revision,
    saved: { at: version.savedAt, by: version.savedByName },
    values: formOf(version.content, agreement.contacts),
    check,
    people: people.map(({ id, name }) => ({ id, name })),
    refused: url.searchParams.get("nej"),
  };
});

/** The form again: what was typed, and what there is to mend or to choose. */
type Again = {
  result: SubmissionResult;
  suggested: StepRow[] | null;
  conflict: { saved: ReturnType<typeof formOf>; who: string; revision: number } | null;
};

/** `gor`: `spara`, `steg` (suggest a step plan), `skicka` (save and send), `slang` (drop the amendment). */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}`;
  const intent = String(form.get("gor") ?? "spara");
  const again = (result: SubmissionResult, more: Partial<Again> = {}, status = 400) =>
    data<Again>({ result, suggested: null, conflict: null, ...more }, status);
  if (intent === "slang") {
    const dropped = await dropAmendment(actor, id);
    if (dropped.ok) return redirectWith(here, "amendment_dropped");
    return dropped.code === "not_found" ? unwrap(dropped) : redirect(here);
  }
  const submission = parseWithZod(form, { schema: agreementFormSchema });
  if (submission.status !== "success") {
    await reached(editAgreement(actor, id));
    return again(submission.reply());
  }
  const typed = submission.value;
  if (intent === "steg") {
    await reached(editAgreement(actor, id));
    return suggest(typed, submission.reply(), again);
  }
  const saved = await saveAgreement(actor, id, {
    revision: typed.revision,
    contacts: contactsOf(typed),
    write: (before, people, isAmendment) => draftOf(typed, before, people, isAmendment),
  });
  if (!saved.ok) {
    if (saved.code === "changed_meanwhile") {
      const { current, contacts, revision, byName: who } = saved;
      return again(
        submission.reply(),
        { conflict: { saved: formOf(current, contacts), who, revision } },
        409,
      );
    }
    return saved.code === "wrong_status" ? redirect(here) : unwrap(saved);
  }
  if (intent !== "skicka") return redirectWith(`${here}/andra`, "agreement_saved");
  const sent = await sendAgreement(actor, id, saved.revision);
  if (sent.ok)
    return redirectWith(here, sent.signed === "asked_for" ? "agreement_sent" : "amendment_in_force");
  if (sent.code === "not_found") return unwrap(sent);
  // It is saved: nothing is lost, and the page says what to mend.
  return redirect(`${here}/andra?nej=${sent.code}`, 303);
});

/** Only whoever reaches the draft is told what is wrong with a form. */
async function reached(edited: ReturnType<typeof editAgreement>): Promise<void> {
  const found = await edited;
  if (!found.ok && found.code === "not_found") unwrap(found);
}

function suggest(
  typed: AgreementForm,
  kept: SubmissionResult,
  again: (result: SubmissionResult, more?: Partial<Again>, status?: number) => ReturnType<typeof data<Again>>,
) {
  const { suggestFrom: from, suggestTo: to, suggestLevels: levels, startsOn, endsOn } = typed;
  const ofPeriod = startsOn && endsOn ? weeksIn({ startsOn, endsOn }) : 0;
  const weeks = typed.suggestWeeks ?? (ofPeriod > 0 ? ofPeriod : undefined);
  if (from === undefined || to === undefined || weeks === undefined)
    return again({ ...kept, status: "error", error: { suggestFrom: ["suggest_required"] } });
  const steps = stepRows(suggestSteps({ from, to, weeks, ...(levels === undefined ? {} : { levels }) }));
  return again({ initialValue: { ...kept.initialValue, steps } }, { suggested: steps }, 200);
}

/** The page's title, read by root. */
export const handle = { title: "agreements:edit.title" };

export default function EditAgreement() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t, i18n } = useTexts("agreements");
  const [form, fields] = useForm<AgreementForm>({
    id: "avtal",
    lastResult: again?.result ?? null,
    defaultValue: { ...loaded.values, ...again?.result.initialValue } as never,
  });
  const typedRevision = again?.result.initialValue?.revision;
  const revision =
    again?.conflict?.revision ?? (typeof typedRevision === "string" ? typedRevision : loaded.revision);
  const at = `/overenskommelser/${loaded.id}`;
  const live = useDraftCheck(`${at}/andra/kontroll`, loaded.check, Number(revision));
  const { problems, conflicts, week, period } = live.check;
  const of = fields as unknown as DraftFields;
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={loaded.id} number={loaded.number} here={t("edit.crumb")} />
      <div>
        <h1>{t(loaded.isAmendment ? "edit.titleAmendment" : "edit.title")}</h1>
        <p className="pk-lead">{t(loaded.isAmendment ? "edit.leadAmendment" : "edit.lead")}</p>
        <p className="pk-soft">
          {t("edit.saved", { when: formatDateTime(i18n.language, loaded.saved.at), who: loaded.saved.by })}
        </p>
      </div>
      {loaded.refused && !again ? (
        <Note tone="warn" role="alert">
          <p>{t([`error.${loaded.refused}`, "error.not_ready"])}</p>
        </Note>
      ) : null}
      {!again && loaded.differences.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="andras">
          <h2 id="andras">{t("difference.title")}</h2>
          <DifferenceList differences={loaded.differences} />
        </section>
      ) : null}
      {again && !live.isLive ? null : (
        <ProblemList formId="avtal" problems={problems} conflicts={conflicts} />
      )}
      <Form method="post" {...getFormProps(form)} className="pk-form pk-form--wide" onChange={live.onChange}>
        {/* Enter in a field saves a draft, whatever button comes first on the page. */}
        <button
          className="ds-sr-only"
          type="submit"
          name="gor"
          value="spara"
          tabIndex={-1}
          aria-hidden="true"
        >
          {t("edit.save")}
        </button>
        {again?.result.error ? (
          <ErrorSummary formId="avtal" ns="agreements" errors={form.allErrors} labels="field" />
        ) : null}
        {again?.conflict ? (
          <DraftConflict
            saved={again.conflict.saved}
            yours={again.result.initialValue ?? {}}
            who={again.conflict.who}
            reload={`${at}/andra`}
          />
        ) : null}
        <input type="hidden" name="revision" value={revision} />
        <AboutFields fields={of} agency={loaded.agency} conflicts={conflicts} />
        <TimeFields
          fields={of}
          week={week}
          period={period}
          conflicts={conflicts}
          suggested={again?.suggested ?? null}
        />
        <WorkFields fields={of} />
        <PeopleFields fields={of} people={loaded.people} partiesAreFixed={loaded.isAmendment} />
        <SafetyFields fields={of} conflicts={conflicts} />
        <p className="pk-soft" id="skicka-hint">
          {t("edit.sendHint")}
        </p>
        <div className="pk-actions">
          <button
            className="ds-button"
            type="submit"
            name="gor"
            value="skicka"
            aria-describedby="skicka-hint"
          >
            {t(loaded.isAmendment ? "edit.sendAmendment" : "edit.send")}
          </button>
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="spara">
            {t("edit.save")}
          </button>
          {loaded.mayDrop ? (
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="slang">
              {t("edit.drop")}
            </button>
          ) : null}
          <Link className="ds-button" data-variant="tertiary" to={at}>
            {t("edit.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
