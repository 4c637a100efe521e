import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConflictNote } from "#app/components/profiles/conflict-note";
import { profileDifferences } from "#app/components/profiles/profile-differences";
import { ProfileStatus } from "#app/components/profiles/profile-status";
import { ProfileSummary } from "#app/components/profiles/profile-summary";
import { WorkProfileFields, workProfileFieldOrder } from "#app/components/profiles/work-profile-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { UnsavedNote } from "#app/components/ui/unsaved-note";
import { useTexts } from "#app/components/ui/use-texts";
import { useUnsavedWarning } from "#app/components/ui/use-unsaved-warning";
import { demands } from "#app/domain/placements/vocabulary";
import { formOf } from "#app/domain/profiles/form-values";
import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";
import {
  completeProfileFormSchema,
  draftOf,
  type WorkProfileForm,
  workProfileFormSchema,
} from "#app/domain/profiles/work-profile-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import {
  type Exclusion,
  findExcludable,
  nameExclusions,
} from "#app/services/profiles/find-excludable.server";
import { type ReadProfile, readWorkProfile } from "#app/services/profiles/read-work-profile.server";
import {
  findUnknownWords,
  saveWorkProfile,
  type UnknownWords,
} from "#app/services/profiles/save-work-profile.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => ({
  profile: unwrap(await readWorkProfile(actor, params.referens ?? "")).profile,
  mayChange: actor.role === "coordinator",
}));

/** The form again, with what was typed and what the reader needs to mend it. */
type Again = {
  result: SubmissionResult;
  exclusions: Exclusion[];
  near: string[];
  nearExclusions: Exclusion[];
  conflict: { current: ReadProfile; yours: WorkProfileDraft } | null;
};

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const as = form.get("gor") === "klar" ? "complete" : "draft";
  const schema = as === "complete" ? completeProfileFormSchema : workProfileFormSchema;
  const submission = parseWithZod(form, { schema });
  const ticked = form.getAll("excluded").map(String);
  const again = async (result: SubmissionResult, more: Partial<Again> = {}, status = 400) => {
    const exclusions = more.exclusions ?? (await nameExclusions(ticked));
    return data<Again>({ result, near: [], nearExclusions: [], conflict: null, ...more, exclusions }, status);
  };

  if (form.get("gor") === "undvik") {
    const text = wordIn(form, "exclude", 120);
    if (!text) return again(submission.reply({ fieldErrors: { exclude: ["exclude_required"] } }));
    const { found, near } = unwrap(await findExcludable(actor, text));
    if (found.length === 0) {
      return again(submission.reply({ fieldErrors: { exclude: ["exclude_unknown"] } }), {
        nearExclusions: near,
      });
    }
    const exclusions = await nameExclusions([...ticked, ...found.map(({ value }) => value)]);
    const kept = submission.reply();
    const initialValue = { ...kept.initialValue, exclude: "" };
    return again({ initialValue }, { exclusions }, 200);
  }

  if (submission.status !== "success") {
    const words = { locality: wordIn(form, "locality", 80), exclude: wordIn(form, "exclude", 120) };
    const { near } = unwrap(await findUnknownWords(actor, reference, words));
    return again(submission.reply({ fieldErrors: unknownIn(near) }), nearIn(near));
  }
  const saved = await saveWorkProfile(actor, reference, submission.value, as);
  if (saved.ok) {
    const message = as === "complete" ? "profile_completed" : "profile_saved";
    return redirectWith(`/deltagare/${encodeURIComponent(reference)}`, message);
  }
  switch (saved.code) {
    case "changed_meanwhile": {
      const place = submission.value.locality
        ? { locality: submission.value.locality, from: { east: 0, north: 0 } }
        : null;
      const yours = draftOf(submission.value, { place, excluded: [] });
      return again(submission.reply(), { conflict: { current: saved.current, yours } }, 409);
    }
    case "unknown_words":
      return again(submission.reply({ fieldErrors: unknownIn(saved.near) }), nearIn(saved.near));
    default:
      return unwrap(saved);
  }
});

/** What was typed, as far as it can be a word of a list. */
const wordIn = (form: FormData, field: string, longest: number) =>
  String(form.get(field) ?? "")
    .trim()
    .slice(0, longest);

const unknownIn = ({ locality, exclude }: UnknownWords) => ({
  ...(locality ? { locality: ["locality_unknown"] } : {}),
  ...(exclude ? { exclude: ["exclude_unknown"] } : {}),
});
const nearIn = ({ locality, exclude }: UnknownWords) => ({
  near: locality ?? [],
  nearExclusions: exclude ?? [],
});

/** The page's title, read by root. */
export const handle = { title: "profiles:show.profile" };

export default function WorkProfilePage() {
  const { profile, mayChange } = useLoaderData<typeof loader>();
  return mayChange ? <EditProfile profile={profile} /> : <ReadOnly profile={profile} />;
}

function Top({ profile, title }: { profile: ReadProfile; title: string }) {
  const { t } = useTexts("profiles");
  const at = `/deltagare/${encodeURIComponent(profile.reference)}`;
  return (
    <>
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("list.title") },
          { to: at, text: profile.reference },
        ]}
        here={t("show.profile")}
      />
      <h1>{title}</h1>
      <p>
        <ProfileStatus status={profile.status} />
      </p>
    </>
  );
}

function ReadOnly({ profile }: { profile: ReadProfile }) {
  const { t } = useTexts("profiles");
  return (
    <div className="pk-stack">
      <Top profile={profile} title={t("profile.readTitle", { reference: profile.reference })} />
      <section className="pk-panel">
        <ProfileSummary draft={profile.draft} excluded={profile.excluded.map(({ name }) => name)} />
      </section>
    </div>
  );
}

function EditProfile({ profile }: { profile: ReadProfile }) {
  const { t, i18n } = useTexts("profiles");
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  useUnsavedWarning("profil", t("kartlaggning:form.unsaved"), again);
  const [form, fields] = useForm<WorkProfileForm>({
    id: "profil",
    lastResult: again?.result ?? null,
    defaultValue: { ...formOf(profile.draft), ...again?.result.initialValue },
  });
  const abilities = fields.abilities.getFieldset();
  const exclusions = again?.exclusions ?? profile.excluded;
  const names = (list: Exclusion[]) => list.map(({ name }) => name);
  const typed = again?.result.initialValue?.version;
  const version = again?.conflict?.current.version ?? (typeof typed === "string" ? typed : profile.version);
  return (
    <div className="pk-stack">
      <Top profile={profile} title={t("profile.title", { reference: profile.reference })} />
      <p className="pk-lead">{t("profile.lead")}</p>
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        {/* Enter in a field saves a draft, whatever button comes first on the page. */}
        <button
          className="ds-sr-only"
          type="submit"
          name="gor"
          value="utkast"
          tabIndex={-1}
          aria-hidden="true"
        >
          {t("profile.saveDraft")}
        </button>
        <ErrorSummary formId="profil" ns="profiles" errors={form.allErrors} order={workProfileFieldOrder} />
        <UnsavedNote />
        {again?.conflict ? (
          <ConflictNote
            rows={profileDifferences(
              t,
              i18n.language,
              { draft: again.conflict.current.draft, excluded: names(again.conflict.current.excluded) },
              { draft: again.conflict.yours, excluded: names(exclusions) },
            )}
          />
        ) : null}
        <input type="hidden" name="version" value={version} />
        <WorkProfileFields
          fields={fields}
          abilities={
            Object.fromEntries(demands.map((demand) => [demand, abilities[demand]])) as typeof abilities
          }
          exclusions={exclusions}
          near={again?.near ?? []}
          nearExclusions={again?.nearExclusions ?? []}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit" name="gor" value="klar">
            {t("profile.saveComplete")}
          </button>
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="utkast">
            {t("profile.saveDraft")}
          </button>
          <Link
            className="ds-button"
            data-variant="tertiary"
            to={`/deltagare/${encodeURIComponent(profile.reference)}`}
          >
            {t("profile.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
