import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { EndForm } from "#app/components/agreements/end-form";
import { PausePanel } from "#app/components/agreements/pause-panel";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { wayToEnd } from "#app/domain/agreements/way-to-end";
import { pauseOrEnd } from "#app/http/agreement-actions.server";
import { notFound, page, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { readAgreement } from "#app/services/agreements/read-agreement.server";

/** `oppna` names the form that stands open: `pausa`, or how it ends. */
export const loader = page(["coordinator", "coach"], async ({ actor, params, url }) => {
  const id = params.id ?? "";
  const read = unwrap(await readAgreement(actor, id));
  const { agreement, shown, steps, pauses, today } = read;
  const end = wayToEnd(read);
  // Over, or not yet sent: there is nothing to do here.
  if (end === null && pauses.length === 0 && !steps.includes("paused"))
    throw redirect(`/overenskommelser/${id}`);
  const { title } = shown.content;
  return {
    id,
    number: agreement.number,
    title,
    steps,
    pauses,
    end,
    today,
    open: url.searchParams.get("oppna"),
  };
});

/** `gor`: `pausa`, `borja-igen`, `avsluta` (with `to`). */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const answered = await pauseOrEnd(actor, id, `/overenskommelser/${id}`, form);
  if (!answered) throw notFound();
  return answered;
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "lifecycle:stay.title" };

/** Staff: paused, begun again, or ended, with what it does said before. */
export default function PauseOrEnd() {
  const { id, number, title, steps, pauses, end, today, open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "intent" in answer ? answer : null;
  const { t } = useTexts(["lifecycle", "agreements"]);
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={id} number={number} here={t("stay.title")} />
      <PageTitle title={t("stay.title")} lead={title} />
      {refused && refused.code !== "incomplete" ? (
        <Note tone="warn" role="alert">
          <p>{t([`agreements:error.${refused.code}`, `error.${refused.code}`])}</p>
        </Note>
      ) : null}
      <PausePanel
        pauses={pauses}
        steps={steps}
        today={today}
        voice="staff"
        refused={refused}
        open={open === "pausa"}
      />
      {end ? (
        <section className="pk-panel">
          <EndForm to={end} voice="staff" refused={refused} open={open === end} />
        </section>
      ) : null}
    </div>
  );
}
