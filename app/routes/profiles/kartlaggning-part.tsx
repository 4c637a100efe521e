import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CommentList } from "#app/components/profiles/comment-list";
import { ConflictNote } from "#app/components/profiles/conflict-note";
import { AboutPartFields } from "#app/components/profiles/kartlaggning/about-part-fields";
import { Assessments } from "#app/components/profiles/kartlaggning/assessments";
import { fieldFinder } from "#app/components/profiles/kartlaggning/field-finder";
import { OwnRatings } from "#app/components/profiles/kartlaggning/own-ratings";
import { PartAnswersList } from "#app/components/profiles/kartlaggning/part-answers-list";
import { PartFields } from "#app/components/profiles/kartlaggning/part-fields";
import { PartHistory } from "#app/components/profiles/kartlaggning/part-history";
import { PartReferral } from "#app/components/profiles/kartlaggning/part-referral";
import { PartStateMark } from "#app/components/profiles/kartlaggning/part-state-mark";
import { PartSteps } from "#app/components/profiles/kartlaggning/part-steps";
import { partDifferences } from "#app/components/profiles/kartlaggning/part-words";
import { SaveAndGo } from "#app/components/profiles/kartlaggning/save-and-go";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { UnsavedNote } from "#app/components/ui/unsaved-note";
import { useTexts } from "#app/components/ui/use-texts";
import { useUnsavedWarning } from "#app/components/ui/use-unsaved-warning";
import {
  isQuestionPart,
  type KartlaggningPart,
  kartlaggningParts,
  numberOf,
  type QuestionPart,
} from "#app/domain/profiles/kartlaggning-parts";
import type { PartAnswers } from "#app/domain/profiles/part-answers";
import { answersOf, formValues, type PartForm, partFormSchema } from "#app/domain/profiles/part-form";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { type ReadPart, readPart } from "#app/services/profiles/read-part.server";
import { savePart } from "#app/services/profiles/save-part.server";

const addressOf = (reference: string, part: string) => {
  return beside(`/deltagare/${encodeURIComponent(reference)}`, part as KartlaggningPart);
};

/** Where the buttons lead that save and go on: other parts, and what stands beside this one. */
const elsewhere: Record<string, (person: string, part: QuestionPart) => string> = {
  nasta: (person, part) => beside(person, kartlaggningParts[numberOf(part)]),
  fore: (person, part) => beside(person, kartlaggningParts[numberOf(part) - 2]),
  medicinskt: (person) => `${person}/kartlaggning/halsa/medicinskt`,
  remiss: (person) => `${person}/andra`,
};
const beside = (person: string, part: KartlaggningPart | undefined) =>
  part === "arbetsprofil" ? `${person}/arbetsprofil` : `${person}/kartlaggning${part ? `/${part}` : ""}`;

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const { referens = "", del = "" } = params;
  if (del === "arbetsprofil") throw redirect(addressOf(referens, del));
  return {
    ...unwrap(await readPart(actor, referens, del)),
    mayChange: actor.role === "coordinator",
    me: actor.name,
  };
});

/** The form again, with what was typed, and what somebody else saved meanwhile. */
type Again = { result: SubmissionResult; conflict: { current: ReadPart; yours: PartAnswers } | null };

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const { referens = "", del = "" } = params;
  if (!isQuestionPart(del)) throw notFound();
  const submission = parseWithZod(form, { schema: partFormSchema(del) });
  const again = (result: SubmissionResult, status = 400, conflict: Again["conflict"] = null) =>
    data<Again>({ result, conflict }, status);
  // More rows: the form as it was typed, and nothing to complain of.
  if (form.get("gor") === "rad") return again({ initialValue: submission.payload as never }, 200);
  if (submission.status !== "success") return again(submission.reply());
  const typed = submission.value as PartForm;
  const gor = String(form.get("gor") ?? "spara");
  const way = Object.hasOwn(elsewhere, gor) ? elsewhere[gor] : undefined;
  const how = gor === "rest" ? "unknown" : way ? "if_changed" : "as_is";
  const saved = await savePart(actor, referens, del, typed, how);
  if (saved.ok) {
    const person = `/deltagare/${encodeURIComponent(referens)}`;
    const to = way?.(person, del) ?? `${person}/kartlaggning`;
    return saved.version === typed.version ? redirect(to) : redirectWith(to, "part_saved");
  }
  if (!("current" in saved)) return unwrap(saved);
  return again(submission.reply(), 409, { current: saved.current, yours: answersOf(del, typed) });
});

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:short" };

/** One part of a kartläggning: the coordinator fills it in, the coach reads it. */
export default function KartlaggningPartPage() {
  const { part: read, mayMarkRead, mayChange, me } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("kartlaggning");
  const { part, reference } = read;
  const overview = `/deltagare/${encodeURIComponent(reference)}/kartlaggning`;
  const hrefOf = (other: KartlaggningPart) => addressOf(reference, other);
  const day = (moment: string | Date) => formatDate(i18n.language, moment);
  const { answers, unknown, version, savedAt, savedByName } = read;
  const versions = savedAt ? [{ answers, unknown, version, savedAt, savedByName }, ...read.older] : [];
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("profiles:list.title") },
          { to: `/deltagare/${encodeURIComponent(reference)}`, text: reference },
          { to: overview, text: t("short") },
        ]}
        here={t(`part.${part}.title`)}
      />
      <p className="pk-soft">{t("partOf", { number: numberOf(part) })}</p>
      <PageTitle title={t(`part.${part}.title`)} lead={t(`part.${part}.lead`)}>
        <PartStateMark state={read.state} />
      </PageTitle>
      {read.isHidden ? <Note tone="warn">{t("protected")}</Note> : null}
      {read.confirmed ? (
        <Note tone={read.confirmed.version === version ? "ok" : "warn"}>
          {read.confirmed.version === version
            ? `${t("line.confirmed", { version })}, ${day(read.confirmed.confirmedAt)}.`
            : t("line.confirmedOld", { version: read.confirmed.version, current: version })}
        </Note>
      ) : null}
      {read.comments.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="egna-ord">
          <h2 id="egna-ord">{t("comments.heading")}</h2>
          <CommentList
            comments={read.comments}
            markAt={mayMarkRead ? `/deltagare/${encodeURIComponent(reference)}/kommentar` : null}
          />
        </section>
      ) : null}
      {part === "nulage" ? (
        <PartReferral reference={reference} referral={read.referral} saveFirst={mayChange ? "del" : null} />
      ) : null}
      {part === "halsa" ? (
        <section className="pk-panel pk-stack" aria-labelledby="medicinskt">
          <h2 id="medicinskt">{t("medical.title")}</h2>
          <p>{t("medical.linkHint")}</p>
          {mayChange ? (
            <SaveAndGo form="del" to="medicinskt">
              {t("form.saveMedical")}
            </SaveAndGo>
          ) : (
            <LinkButton to={`${overview}/halsa/medicinskt`}>{t("medical.link")}</LinkButton>
          )}
        </section>
      ) : null}
      {read.ownRatings ? <OwnRatings ratings={read.ownRatings} /> : null}
      {part === "bedomningar" ? <Assessments stored={read} /> : null}
      {mayChange ? (
        <EditPart key={`${part} ${version}`} read={read} me={me} overview={overview} />
      ) : (
        <section className="pk-panel pk-stack">
          <PartAnswersList part={part} stored={read} except={part === "bedomningar" ? ["bedomningar"] : []} />
        </section>
      )}
      <PartHistory part={part} versions={versions} />
      {/* Who writes goes on by saving: a link beside the form would leave behind what was typed. */}
      {mayChange ? null : <PartSteps part={part} hrefOf={hrefOf} />}
    </div>
  );
}

function EditPart({ read, me, overview }: { read: ReadPart; me: string; overview: string }) {
  const { t, i18n } = useTexts("kartlaggning");
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const [form] = useForm({ id: "del", lastResult: again?.result ?? null });
  useUnsavedWarning("del", t("form.unsaved"), again);
  const typed = again?.result.initialValue as Record<string, unknown> | undefined;
  const stored = {
    ...formValues(read.part, read),
    owner: read.ownerRole ? "keep" : "me",
    visibility: read.visibility,
    agreed: read.visibility === "case_worker" ? "on" : "",
  };
  const field = fieldFinder("del", typed ?? stored, form.allErrors);
  const conflict = again?.conflict ?? null;
  const version =
    conflict?.current.version ?? (typeof typed?.version === "string" ? typed.version : read.version);
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      {/* Enter in a field saves the part, whatever button comes first on the page. */}
      <button className="ds-sr-only" type="submit" name="gor" value="spara" tabIndex={-1} aria-hidden="true">
        {t("form.save")}
      </button>
      <ErrorSummary formId="del" ns="kartlaggning" errors={form.allErrors} />
      <UnsavedNote />
      {conflict ? (
        <ConflictNote
          rows={partDifferences(t, i18n.language, read.part, conflict.current, conflict.yours).map(
            ({ key, label, before, after }) => ({ key, label, saved: before, yours: after }),
          )}
        />
      ) : null}
      <input type="hidden" name="version" value={String(version)} />
      <PartFields part={read.part} field={field} />
      <AboutPartFields
        field={field}
        owner={read.ownerRole ? { role: read.ownerRole, name: read.ownerName } : null}
        me={me}
        mayBeShared={read.mayBeShared}
        isHidden={read.isHidden}
      />
      <div className="pk-actions">
        <button className="ds-button" type="submit" name="gor" value="nasta">
          {t("form.saveNext")}
        </button>
        <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="spara">
          {t("form.save")}
        </button>
        {numberOf(read.part) > 1 ? (
          <SaveAndGo form="del" to="fore">
            {t("form.savePrevious")}
          </SaveAndGo>
        ) : null}
        <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="rest">
          {t("form.restUnknown")}
        </button>
        <Link className="ds-link" to={overview}>
          {t("form.cancel")}
        </Link>
      </div>
      <p className="pk-soft pk-small">{t("form.restHint")}</p>
    </Form>
  );
}
