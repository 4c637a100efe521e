import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { OwnWorkplaceFields } from "#app/components/organisations/portal-fields";
import { OfferPin } from "#app/components/placements/offer-pin";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import type { AddressAnswer } from "#app/domain/geo/found-address";
import type { Point } from "#app/domain/geo/point";
import { type OwnWorkplaceValues, ownWorkplaceSchema } from "#app/domain/organisations/own-workplace-form";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { takeMeant } from "#app/http/meant.server";
import { toWgs84 } from "#app/platform/projection.server";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { searchAddress } from "#app/services/geo/search-address.server";
import { editOwnWorkplace, saveOwnWorkplace } from "#app/services/organisations/own-workplaces.server";

/** The workplace that the address names; null for a new one. */
function idOf(param: string | undefined): number | null {
  if (param === "ny") return null;
  const id = readPlacementId(param);
  if (id === null) throw notFound();
  return id;
}

export const loader = page(["employer"], async ({ actor, params }) => {
  const { workplace } = unwrap(await editOwnWorkplace(actor, idOf(params.id)));
  if (!workplace) return { name: null, values: {} as Partial<OwnWorkplaceValues>, near: null };
  const values: Partial<OwnWorkplaceValues> = valuesOf(workplace);
  return { name: workplace.name, values, near: toWgs84(workplace.point) };
});

function valuesOf({
  name,
  address,
  locality,
  point,
}: {
  name: string;
  address: string;
  locality: string;
  point: Point;
}) {
  const { lat, lon } = toWgs84(point);
  return { name, address, locality, lat: lat.toFixed(6), lon: lon.toFixed(6) };
}

function setPin(form: FormData, lat: string, lon: string): void {
  form.set("lat", lat);
  form.set("lon", lon);
}

export const action = submit(["employer"], async ({ actor, params, form }) => {
  const id = idOf(params.id);
  const { workplace } = unwrap(await editOwnWorkplace(actor, id));
  takeMeant(form);
  const chosen = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(String(form.get("candidate") ?? ""));
  const before = workplace && valuesOf(workplace);
  const says = (field: "address" | "locality" | "lat" | "lon") => form.get(field) === before?.[field];
  const isOldPin = before !== null && says("lat") && says("lon");
  // A workplace that has moved leaves its old pin behind, unless somebody set a new one.
  if (chosen) setPin(form, chosen[1]!, chosen[2]!);
  else if (isOldPin && !(says("address") && says("locality"))) setPin(form, "", "");
  const submission = parseWithZod(form, { schema: ownWorkplaceSchema });
  const again = (
    result: SubmissionResult<string[]>,
    found: AddressAnswer | null,
    status: number,
    meant: string[] = [],
  ) =>
    data({ result, candidates: found?.found ?? null, source: found?.source ?? "no_service", meant }, status);
  if (form.get("gor") === "sok") {
    const { error: _, ...typed } = submission.reply();
    const found = await searchAddress(String(form.get("address") ?? ""), String(form.get("locality") ?? ""));
    return again(typed, found, 200);
  }
  if (submission.status !== "success") return again(submission.reply(), null, 400);
  const saved = await saveOwnWorkplace(actor, id, submission.value);
  if (saved.ok) return redirectWith("/arbetsgivare/arbetsstallen", "saved");
  if (saved.code === "not_found") return unwrap(saved);
  const refused = (field: string) => submission.reply({ fieldErrors: { [field]: [saved.code] } });
  if (saved.code === "name_taken") return again(refused("name"), null, 409);
  const meant = saved.code === "locality_unknown" ? await nearLocalities(submission.value.locality) : [];
  return again(refused("locality"), null, 400, meant);
});

/** The page's title, read by root. */
export const handle = { title: "portal:workplace.title" };

/** A workplace: its address, and a pin that may be moved. Placements there follow. */
export default function OwnWorkplace() {
  const { name, values, near } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t } = useTexts("portal");
  const [form, fields] = useForm<OwnWorkplaceValues>({
    id: "arbetsstalle",
    defaultValue: values,
    lastResult: again?.result ?? null,
  });
  const pin = (field: "lat" | "lon") => {
    const typed = again?.result.initialValue?.[field];
    return typeof typed === "string" ? typed : again ? "" : (values[field] ?? "");
  };
  const title = name ?? t("workplace.newTitle");
  return (
    <>
      <Crumbs
        steps={[
          { to: "/arbetsgivare", text: t("crumb") },
          { to: "/arbetsgivare/arbetsstallen", text: t("workplaces.title") },
        ]}
        here={title}
      />
      <PageTitle title={title} lead={t(name === null ? "workplace.newLead" : "workplace.lead")} />
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        <ErrorSummary formId="arbetsstalle" ns="portal" errors={form.allErrors} labels="workplace" />
        <section className="pk-panel pk-stack" aria-labelledby="adress">
          <h2 id="adress">{t("workplace.where")}</h2>
          <OwnWorkplaceFields fields={fields} meant={again?.meant ?? []} />
        </section>
        <OfferPin
          lat={pin("lat")}
          lon={pin("lon")}
          near={near}
          candidates={again?.candidates ?? null}
          source={again?.source ?? "no_service"}
          onMove={nothing}
        />
        <div className="pk-actions pk-row">
          <button className="ds-button" type="submit">
            {t("save")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/arbetsgivare/arbetsstallen">
            {t("cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}

/** The form is sent by its button, not by moving the pin. */
function nothing() {}
