import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConflictNote } from "#app/components/placements/form/conflict-note";
import { DemandChoices, RequirementBoxes } from "#app/components/placements/form/demand-fields";
import { FieldGroup } from "#app/components/placements/form/field-group";
import type { PlacementFields } from "#app/components/placements/form/fields";
import { OfferFields } from "#app/components/placements/form/offer-fields";
import { SupportFields } from "#app/components/placements/form/support-fields";
import { TermsFields } from "#app/components/placements/form/terms-fields";
import { TimeFields } from "#app/components/placements/form/time-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { SelectField } from "#app/components/ui/select-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  emptyOwnPlacement,
  type OwnPlacementValues,
  ownPlacementSchema,
  unknown,
} from "#app/domain/placements/own-placement-form";
import { differingFields, termsFields } from "#app/domain/placements/placement-form";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import {
  addOwnPlacement,
  changeOwnPlacement,
  editOwnPlacement,
  workplaceChoices,
} from "#app/services/placements/save-own-placement.server";

/** The placement that the address names; null for a new one. */
function idOf(param: string | undefined): number | null {
  if (param === "ny") return null;
  const id = readPlacementId(param);
  if (id === null) throw notFound();
  return id;
}

export const loader = page(["employer"], async ({ actor, params, url }) => {
  const id = idOf(params.id);
  if (id !== null) {
    const { values, seen, workplaces } = unwrap(await editOwnPlacement(actor, id));
    return { id, values: values as Partial<OwnPlacementValues>, seen, workplaces, isCopy: false };
  }
  const { workplaces } = unwrap(await workplaceChoices(actor));
  const copied = readPlacementId(url.searchParams.get("kopia") ?? undefined);
  if (copied !== null) {
    const { values } = unwrap(await editOwnPlacement(actor, copied));
    // The same title twice at one workplace is refused: it is the one thing to write anew.
    return { id, values: { ...values, title: "" }, seen: "", workplaces, isCopy: true };
  }
  const [only] = workplaces;
  const values =
    workplaces.length === 1 ? { ...emptyOwnPlacement, workplace: String(only!.id) } : emptyOwnPlacement;
  return { id, values, seen: "", workplaces, isCopy: false };
});

type Refusal = Extract<Awaited<ReturnType<typeof changeOwnPlacement>>, { ok: false }>["code"];

export const action = submit(["employer"], async ({ actor, params, form }) => {
  const id = idOf(params.id);
  // What is not one's own is not found, whatever the form says.
  if (id === null) unwrap(await workplaceChoices(actor));
  else unwrap(await editOwnPlacement(actor, id));
  const submission = parseWithZod(form, { schema: ownPlacementSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  if (id === null) {
    const added = await addOwnPlacement(actor, submission.value);
    if (added.ok)
      return redirectWith(
        "/arbetsgivare",
        added.status === "in_review" ? "sent_for_review" : "placement_listed",
      );
    return refused(added.code);
  }
  const changed = await changeOwnPlacement(actor, id, submission.value, String(form.get("seen") ?? ""));
  if (changed.ok) return redirectWith("/arbetsgivare", "saved");
  if (changed.code === "changed_meanwhile") {
    const { values, seen } = unwrap(await editOwnPlacement(actor, id));
    return data({ ...submission.reply(), conflict: { values, seen } }, 409);
  }
  return refused(changed.code);

  function refused(code: Exclude<Refusal, "changed_meanwhile">) {
    if (code === "not_found") throw notFound();
    const field = {
      workplace_unknown: "workplace",
      address_missing: "workplace",
      title_taken: "title",
      capacity_taken: "capacity",
    }[code];
    return data(submission.reply({ fieldErrors: { [field]: [code] } }), 409);
  }
});

/** The page's title, read by root. */
export const handle = { title: "portal:placement.page" };

/** A placement as the employer itself writes it: from scratch, from a copy, or changed. */
export default function OwnPlacement() {
  const { id, values, seen, workplaces, isCopy } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const conflict = lastResult && "conflict" in lastResult ? lastResult.conflict : null;
  const { t } = useTexts(["portal", "placements"]);
  const [form, fields] = useForm<OwnPlacementValues>({
    id: "plats",
    defaultValue: values as OwnPlacementValues,
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  const title = t(id === null ? (isCopy ? "placement.copyTitle" : "placement.add") : "placement.title");
  const parts = fields as unknown as PlacementFields;
  /** A folded part opens when something in it has to be mended. */
  const foldOf = (...names: string[]) =>
    Object.keys(form.allErrors).some((field) => names.includes(field.split(/[.[]/)[0]!)) ? "open" : "closed";
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("crumb") }]} here={title} />
      <PageTitle title={title} lead={t(isCopy ? "placement.copyLead" : "placement.lead")} />
      {workplaces.length === 0 ? (
        <section className="pk-panel pk-stack">
          <p>{t("placement.noWorkplace")}</p>
          <p>
            <LinkButton to="/arbetsgivare/arbetsstallen/ny" primary>
              {t("workplaces.add")}
            </LinkButton>
          </p>
        </section>
      ) : (
        <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
          {conflict ? (
            <ConflictNote
              fields={differingFields(conflict.values, lastResult?.initialValue ?? {})}
              saved={conflict.values}
            />
          ) : null}
          <input type="hidden" name="seen" value={conflict?.seen ?? seen} />
          <ErrorSummary formId="plats" ns="placements" errors={form.allErrors} labels="form" />
          <FieldGroup title={t("placement.where")}>
            <SelectField field={fields.workplace} ns="placements" label={t("placement.workplace")}>
              <option value="">{t("placement.choose")}</option>
              {workplaces.map(({ id: place, name, locality }) => (
                <option key={place} value={place}>
                  {`${name}, ${locality}`}
                </option>
              ))}
            </SelectField>
          </FieldGroup>
          <OfferFields fields={parts} />
          <TimeFields fields={parts} />
          <SupportFields fields={parts} unknown={unknown} />
          <FieldGroup title={t("placement.possible")}>
            <RequirementBoxes fields={parts} />
          </FieldGroup>
          <FieldGroup
            title={t("placement.demands")}
            lead={t("placement.demandsLead")}
            fold={foldOf("demands")}
          >
            <DemandChoices fields={parts} unknown={unknown} />
          </FieldGroup>
          <TermsFields fields={parts} fold={foldOf(...Object.keys(termsFields))} />
          <div className="pk-actions pk-row">
            <button className="ds-button" type="submit">
              {t(id === null ? "placement.send" : "save")}
            </button>
            <Link className="ds-button" data-variant="tertiary" to="/arbetsgivare">
              {t("cancel")}
            </Link>
          </div>
        </Form>
      )}
    </>
  );
}
