import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useRef, useState } from "react";
import { type OfferFields, OfferStepFields } from "#app/components/placements/offer-fields";
import { OfferFrame } from "#app/components/placements/offer-frame";
import { KeptAnswers } from "#app/components/placements/offer-kept";
import { MoreNote } from "#app/components/placements/offer-more";
import { OfferPin } from "#app/components/placements/offer-pin";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { AddressAnswer, AddressSource, FoundAddress } from "#app/domain/geo/found-address";
import { filledIn, type OfferAnswers, readAnswers, stepFields } from "#app/domain/placements/offer-answers";
import { emptyAnswers, stepSchemas } from "#app/domain/placements/offer-form";
import { suggestTitle } from "#app/domain/placements/offer-listing";
import { type OfferStep, stepAfter, stepAt, stepBefore, stepPath } from "#app/domain/placements/offer-steps";
import type { Task } from "#app/domain/placements/vocabulary";
import { notFound, page, submit } from "#app/http/handler.server";
import { takeMeant } from "#app/http/meant.server";
import { offerSecret } from "#app/http/offer-cookie.server";
import { translator } from "#app/i18n/instance.server";
import { languageOf } from "#app/i18n/language";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { placesNamed, searchAddress } from "#app/services/geo/search-address.server";
import { readOffer, saveAnswers } from "#app/services/placements/offer-draft.server";
import { farthestPinKm, findPlace, unservedMunicipality } from "#app/services/placements/offer-place.server";
import { readProgress } from "#app/services/placements/offer-progress.server";

export const loader = page("public", async ({ actor, request, params }) => {
  const step = stepAt(params.steg);
  if (!step) throw notFound();
  const progress = await readProgress(actor, offerSecret(request));
  if (!progress.ok) throw redirect("/erbjud-plats?borta=1");
  const { answers, steps, placementId, isOpen, more } = progress;
  if (!isOpen) throw redirect("/erbjud-plats/skickad");
  const own = Object.fromEntries(
    stepFields[step].flatMap((field) => {
      const value = answers[field] ?? emptyAnswers[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const near =
    step === "place" && typeof answers.locality === "string" && answers.locality
      ? ((await placesNamed(answers.locality))[0] ?? null)
      : null;
  const unserved = near ? await unservedMunicipality(String(answers.locality)) : null;
  return { step, steps, answers: own, near, unserved, numberKept: placementId !== null, more };
});

type Again = {
  result: SubmissionResult<string[]>;
  candidates: FoundAddress[] | null;
  source: AddressSource;
  /** Names that the place may mean when nobody knows it. */
  near: string[];
};

export const action = submit("public", async ({ actor, request, params, form }) => {
  const step = stepAt(params.steg);
  if (!step) throw notFound();
  const secret = offerSecret(request);
  const known = await readOffer(actor, secret);
  if (!known.ok) return redirect("/erbjud-plats?borta=1", 303);
  if (step === "place") {
    takeMeant(form);
    movePin(form, known.offer.answers);
  }
  const answers = readAnswers(step, form);
  if (step === "tasks") answers.suggestedTitle = titleOf(answers, request);
  const saved = await saveAnswers(actor, secret, answers);
  const intent = form.get("gor");
  if (intent === "spara") return data({ kept: saved.ok });
  if (!saved.ok) return redirect("/erbjud-plats/skickad", 303);
  if (intent === "tillbaka") return redirect(backFrom(step), 303);
  if (intent === "senare") return redirect("/erbjud-plats/senare", 303);

  const submission = parseWithZod(form, { schema: stepSchemas[step] });
  const again = (result: SubmissionResult<string[]>, found?: AddressAnswer, near: string[] = []) =>
    data<Again>(
      { result, candidates: found?.found ?? null, source: found?.source ?? "no_service", near },
      intent === "sok" ? 200 : 400,
    );
  if (intent === "sok") {
    const { error: _, ...typed } = submission.reply();
    return again(typed, await searchAddress(String(answers.address ?? ""), String(answers.locality ?? "")));
  }
  if (submission.status !== "success") return again(submission.reply());
  if (step === "place") {
    const place = stepSchemas.place.parse(filledIn(answers));
    const where = await findPlace(place);
    if (!where) {
      const near = await nearLocalities(String(answers.locality));
      const unknown = submission.reply({ fieldErrors: { locality: ["locality_unknown"] } });
      return again(unknown, undefined, near);
    }
    if (where.pinKm > farthestPinKm)
      return again(submission.reply({ fieldErrors: { locality: ["pin_far"] } }));
  }
  return redirect(stepPath(stepAfter(step)), 303);
});

/** What the form says of the pin: a place that was chosen, none at all, or the old one while the address is the same. */
function movePin(form: FormData, stored: OfferAnswers): void {
  const set = (lat: string, lon: string) => {
    form.set("lat", lat);
    form.set("lon", lon);
  };
  const chosen = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(String(form.get("candidate") ?? ""));
  const isMoved = ["address", "locality"].some((field) => form.get(field) !== (stored[field] ?? ""));
  const isOld = form.get("lat") === stored.lat && form.get("lon") === stored.lon;
  if (form.get("noPin") === "yes" || (!chosen && isMoved && isOld)) set("", "");
  else if (chosen) set(chosen[1]!, chosen[2]!);
}

/** The title that is used when nobody writes one. */
function titleOf(answers: OfferAnswers, request: Request): string {
  const t = translator(languageOf(request), "offer");
  const tasks = stepSchemas.tasks.shape.tasks.safeParse(answers.tasks);
  return tasks.success ? suggestTitle(tasks.data, (task: Task) => t(`phrase.${task}`), t("and")) : "";
}

function backFrom(step: OfferStep): string {
  const before = stepBefore(step);
  return before ? stepPath(before) : "/erbjud-plats";
}

/** What is kept in passing changes nothing on the page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("gor") === "spara" ? false : defaultShouldRevalidate;

/** The page's title, read by root. */
export const handle = { title: "offer:title" };

export default function OfferStepPage() {
  const { step } = useLoaderData<typeof loader>();
  return <Questions key={step} />;
}

function Questions() {
  const { step, steps, answers, near, unserved, numberKept, more } = useLoaderData<typeof loader>();
  const { t } = useTexts("offer");
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const element = useRef<HTMLFormElement>(null);
  const [stirred, setStirred] = useState(0);
  const [form, fields] = useForm<OfferAnswers>({
    id: "plats",
    lastResult: again?.result ?? null,
    defaultValue: { ...answers, ...again?.result.initialValue } as OfferAnswers,
  });
  const own = Object.fromEntries(stepFields[step].map((name) => [name, fields[name]])) as OfferFields;
  const pinned = (name: string) => (typeof answers[name] === "string" ? (answers[name] as string) : "");
  return (
    <OfferFrame here={step} steps={steps}>
      {more ? <MoreNote more={more} /> : null}
      <Form method="post" className="pk-form pk-offer__form" ref={element} {...getFormProps(form)}>
        {/* Enter in a field goes on, whatever button comes first on the page. */}
        <button className="ds-sr-only" type="submit" tabIndex={-1} aria-hidden="true">
          {t("next")}
        </button>
        <ErrorSummary formId="plats" ns="offer" errors={form.allErrors} labels="field" />
        <OfferStepFields step={step} fields={own} numberKept={numberKept} near={again?.near ?? []} />
        {step === "place" ? (
          <OfferPin
            lat={pinned("lat")}
            lon={pinned("lon")}
            near={near}
            candidates={again?.candidates ?? null}
            source={again?.source ?? "no_service"}
            onMove={() => setStirred((count) => count + 1)}
          />
        ) : null}
        {unserved ? (
          <Note>
            <p>{t("summary.noCoordinator", { municipality: unserved })}</p>
          </Note>
        ) : null}
        <div className="pk-offer__ways">
          <button className="ds-button pk-big" type="submit">
            {t("next")}
          </button>
          <button
            className="ds-button"
            data-variant="secondary"
            type="submit"
            name="gor"
            value="tillbaka"
            formNoValidate
          >
            {t("back")}
          </button>
          <button
            className="ds-button"
            data-variant="tertiary"
            type="submit"
            name="gor"
            value="senare"
            formNoValidate
          >
            {t("later")}
          </button>
          <KeptAnswers form={element} stirred={stirred} />
        </div>
      </Form>
    </OfferFrame>
  );
}
