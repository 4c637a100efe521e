import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PlacementFields } from "#app/components/placements/form/fields";
import { PlacementFieldset } from "#app/components/placements/form/placement-fieldset";
import { ErrorSummary } from "#app/components/ui/error-summary";
import {
  emptyPlacementForm,
  type PlacementFormValues,
  placementFormSchema,
} from "#app/domain/placements/placement-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { createPlacement } from "#app/services/placements/save-placement.server";

export const loader = page(["coordinator"], async () => null);

export const action = submit(["coordinator"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: placementFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const made = await createPlacement(
    actor,
    submission.value,
    form.get("avsikt") === "utkast" ? "draft" : "published",
  );
  if (made.ok) return redirectWith("/samordnare/platser", "saved");
  if (made.code === "locality_unknown")
    return data(submission.reply({ fieldErrors: { locality: [made.code] } }), 400);
  if (made.code === "title_taken")
    return data(submission.reply({ fieldErrors: { title: [made.code] } }), 409);
  return unwrap(made);
});

/** The page's title, read by root. */
export const handle = { title: "placements:form.newTitle" };

export default function NewPlacement() {
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("placements");
  const [form, fields] = useForm<PlacementFormValues>({
    id: "plats",
    defaultValue: emptyPlacementForm,
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <h1>{t("form.newTitle")}</h1>
      <p className="pk-lead">{t("form.lead")}</p>
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        <ErrorSummary formId="plats" ns="placements" errors={form.allErrors} />
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
