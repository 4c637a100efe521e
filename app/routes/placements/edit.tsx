import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConflictNote } from "#app/components/placements/form/conflict-note";
import type { PlacementFields } from "#app/components/placements/form/fields";
import { PlacementFieldset } from "#app/components/placements/form/placement-fieldset";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import {
  differingFields,
  type PlacementFormValues,
  placementFormSchema,
} from "#app/domain/placements/placement-form";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { changePlacement, editPlacement } from "#app/services/placements/save-placement.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const id = readPlacementId(params.id);
  if (id === null) throw notFound();
  return { id, ...unwrap(await editPlacement(actor, id)) };
});

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = readPlacementId(params.id);
  if (id === null) throw notFound();
  // Somebody else's placement is not found, whatever the form says.
  unwrap(await editPlacement(actor, id));
  const submission = parseWithZod(form, { schema: placementFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const changed = await changePlacement(actor, id, submission.value, String(form.get("seen") ?? ""));
  if (changed.ok) return redirectWith("/samordnare/platser", "saved");
  // What was typed stays; the page shows where what is stored now differs from it.
  if (changed.code === "changed_meanwhile") {
    const { values, seen } = unwrap(await editPlacement(actor, id));
    return data({ ...submission.reply(), conflict: { values, seen } }, 409);
  }
  if (changed.code === "locality_unknown")
    return data(submission.reply({ fieldErrors: { locality: [changed.code] } }), 400);
  if (changed.code === "number_taken")
    return data(submission.reply({ fieldErrors: { organisationNumber: [changed.code] } }), 409);
  if (changed.code === "title_taken")
    return data(submission.reply({ fieldErrors: { title: [changed.code] } }), 409);
  if (changed.code === "capacity_taken")
    return data(submission.reply({ fieldErrors: { capacity: [changed.code] } }), 409);
  return unwrap(changed);
});

/** The page's title, read by root. */
export const handle = { title: "placements:form.editTitle" };

export default function EditPlacement() {
  const { id, values, seen, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const conflict = lastResult && "conflict" in lastResult ? lastResult.conflict : null;
  const { t } = useTexts("placements");
  const [form, fields] = useForm<PlacementFormValues>({
    id: "plats",
    defaultValue: values,
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <h1>{t("form.editTitle")}</h1>
      <p className="pk-lead">
        <Link to={`/platser/${id}`}>{title}</Link>
      </p>
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        {conflict ? (
          <ConflictNote
            fields={differingFields(conflict.values, lastResult?.initialValue ?? {})}
            saved={conflict.values}
          />
        ) : null}
        {/* After a conflict the next save is on top of what is shown above. */}
        <input type="hidden" name="seen" value={conflict?.seen ?? seen} />
        <ErrorSummary formId="plats" ns="placements" errors={form.allErrors} labels="form" />
        <PlacementFieldset fields={fields as unknown as PlacementFields} />
        <div className="pk-actions pk-row">
          <button className="ds-button" type="submit">
            {t("form.save")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/samordnare/platser">
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
