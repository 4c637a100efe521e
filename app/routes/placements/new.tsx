import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { PlacementFields } from "#app/components/placements/form/fields";
import { PlacementFieldset } from "#app/components/placements/form/placement-fieldset";
import { SuggestedWords } from "#app/components/profiles/suggestion/suggested-words";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { readId } from "#app/domain/organisations/employer-id";
import {
  emptyPlacementForm,
  type PlacementFormValues,
  placementFormSchema,
} from "#app/domain/placements/placement-form";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { beginPlacement } from "#app/services/organisations/begin-placement.server";
import { copyPlacement } from "#app/services/placements/copy-placement.server";
import { createPlacement } from "#app/services/placements/save-placement.server";
import {
  connectPlacement,
  prepareSuggestedPlacement,
} from "#app/services/profiles/contact-suggestion.server";

/**
 * `?egetforslag=`: a workplace that a participant has found; `?arbetsgivare=`: an employer of the register; `?kopia=`:
 * another placement. The form begins with what is known of it.
 */
export const loader = page(["coordinator"], async ({ actor, url }) => {
  const suggestionId = url.searchParams.get("egetforslag");
  if (suggestionId !== null) return unwrap(await prepareSuggestedPlacement(actor, suggestionId));
  const copied = url.searchParams.get("kopia");
  if (copied !== null) return unwrap(await copyPlacement(actor, readPlacementId(copied) ?? 0));
  const employerId = readId(url.searchParams.get("arbetsgivare"));
  return employerId === null ? null : unwrap(await beginPlacement(actor, employerId));
});

export const action = submit(["coordinator"], async ({ actor, form, url }) => {
  const submission = parseWithZod(form, { schema: placementFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const suggestionId = url.searchParams.get("egetforslag");
  const prepared = suggestionId === null ? null : await prepareSuggestedPlacement(actor, suggestionId);
  const copied = readPlacementId(url.searchParams.get("kopia") ?? undefined);
  const copy = copied === null ? null : await copyPlacement(actor, copied);
  const begun = prepared?.ok
    ? prepared.employerId
    : copy?.ok
      ? copy.employerId
      : readId(url.searchParams.get("arbetsgivare"));
  const made = await createPlacement(
    actor,
    submission.value,
    form.get("avsikt") === "utkast" ? "draft" : "published",
    begun,
  );
  if (made.ok) {
    if (suggestionId === null) return redirectWith("/samordnare/platser", "saved");
    await connectPlacement(actor, suggestionId, made.id);
    return redirectWith(`/samordnare/egna-forslag/${encodeURIComponent(suggestionId)}`, "suggestion_moved");
  }
  if (made.code === "locality_unknown")
    return data(submission.reply({ fieldErrors: { locality: [made.code] } }), 400);
  if (made.code === "number_taken")
    return data(submission.reply({ fieldErrors: { organisationNumber: [made.code] } }), 409);
  if (made.code === "title_taken")
    return data(submission.reply({ fieldErrors: { title: [made.code] } }), 409);
  return unwrap(made);
});

/** The page's title, read by root. */
export const handle = { title: "placements:form.newTitle" };

export default function NewPlacement() {
  const suggested = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("placements");
  const [form, fields] = useForm<PlacementFormValues>({
    id: "plats",
    defaultValue: {
      ...emptyPlacementForm,
      ...(suggested?.values as Partial<PlacementFormValues> | undefined),
    },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <h1>{t("form.newTitle")}</h1>
      <p className="pk-lead">{t("form.lead")}</p>
      {suggested && "copyOf" in suggested ? (
        <Note>
          <p>{t("form.copied")}</p>
        </Note>
      ) : null}
      {suggested && "couldDo" in suggested ? <SuggestedWords words={suggested.couldDo} /> : null}
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        <ErrorSummary formId="plats" ns="placements" errors={form.allErrors} labels="form" />
        <PlacementFieldset fields={fields as unknown as PlacementFields} />
        <div className="pk-actions pk-row">
          <button className="ds-button" type="submit" name="avsikt" value="publicera">
            {t("form.publish")}
          </button>
          <button className="ds-button" data-variant="secondary" type="submit" name="avsikt" value="utkast">
            {t("form.draft")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/samordnare/platser">
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
