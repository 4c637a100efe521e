import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { MyCoach, pauseWords, sentenceDay } from "#app/components/followups/own-panels";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { nameBeside, type OwnPlacement } from "#app/domain/followups/own-day";
import { ownStayFormSchema } from "#app/domain/followups/own-stay";
import type { Actor } from "#app/domain/identity/actor";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { today } from "#app/platform/clock.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement, resumeAgreement } from "#app/services/agreements/pause-agreement.server";
import { readOwnDay } from "#app/services/followups/own-day.server";

export const loader = page(["participant"], async ({ actor }) => unwrap(await readOwnDay(actor)));

/** Pauses from the next day on that somebody is expected, goes on today, or stops: in one step and without a reason. */
export const action = submit(["participant"], async ({ actor, form }) => {
  const parsed = ownStayFormSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw notFound();
  const { id, gor } = parsed.data;
  const done = await take(actor, id, gor);
  if (done.ok) return redirectWith("/min-sida", flashes[gor]);
  if (done.code === "not_found") return unwrap(done);
  return data({ refused: done.code }, 409);
});

const flashes = { pausa: "agreement_paused", "borja-igen": "agreement_resumed", sluta: "agreement_left" };

async function take(actor: Actor, id: string, what: keyof typeof flashes) {
  if (what === "borja-igen") return resumeAgreement(actor, id, today());
  if (what === "pausa") {
    const placement = unwrap(await readOwnDay(actor)).placements.find((one) => one.agreementId === id);
    const from = placement ? firstDay(placement, today()) : today();
    // Until further notice, or until a pause that is agreed already.
    const returnsOn = placement?.pause && placement.pause.from > from ? placement.pause.from : null;
    return pauseAgreement(actor, id, { from, returnsOn, kind: "other", note: "" });
  }
  const input = { to: "ended_early" as const, reason: "other", initiative: null, note: "" };
  return endAgreement(actor, id, input);
}

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "today:pause.title" };

/** Pausing or stopping without blame: what happens is said before, and nobody asks why. */
export default function OwnPause() {
  const { placements, coach, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(["today", "lifecycle", "agreements"]);
  return (
    <div className="pk-plan">
      <div className="pk-plan__head pk-stack">
        <Crumbs steps={[{ to: "/min-sida", text: t("title") }]} here={t("pause.title")} />
        <PageTitle title={t("pause.title")} lead={t("pause.lead")} />
      </div>
      <div className="pk-plan__col">
        {answer && "refused" in answer ? (
          <Note tone="warn" role="alert">
            <p>
              {t([
                `agreements:error.${answer.refused}`,
                `lifecycle:error.${answer.refused}`,
                "pause.refused",
              ])}
            </p>
          </Note>
        ) : null}
        {placements.length === 0 ? (
          <section className="pk-panel pk-stack">
            <p>{t("pause.none")}</p>
            <LinkButton className="pk-big" to="/min-sida">
              {t("pause.back")}
            </LinkButton>
          </section>
        ) : null}
        {placements.map((placement) => (
          <Stay
            key={placement.agreementId}
            placement={placement}
            today={today}
            name={nameBeside(placement, placements)}
          />
        ))}
      </div>
      <div className="pk-plan__col">{coach ? <MyCoach coach={coach} /> : null}</div>
    </div>
  );
}

function Stay({ placement, today, name }: { placement: OwnPlacement; today: string; name: string }) {
  const { t, i18n } = useTexts("today");
  const { agreementId, pause } = placement;
  const from = firstDay(placement, today);
  const isPaused = pause !== null && pause.from <= today;
  const choose = `/min-sida/overenskommelse?id=${agreementId}#paus`;
  return (
    <>
      <section className="pk-panel pk-calm pk-stack" aria-labelledby={`paus-${agreementId}`}>
        <h2 id={`paus-${agreementId}`}>
          {t("pause.pause")}
          {name && `: ${name}`}
        </h2>
        {pause ? <p>{pauseWords(t, i18n.language, pause)}</p> : null}
        {isPaused ? null : <p>{t("pause.pauseText")}</p>}
        <Form method="post" className="pk-stack">
          <input type="hidden" name="id" value={agreementId} />
          <button
            className="ds-button pk-big"
            data-variant="secondary"
            type="submit"
            name="gor"
            value={isPaused ? "borja-igen" : "pausa"}
          >
            {isPaused
              ? t("absence.resume")
              : from === today
                ? t("pause.pauseButton")
                : t("pause.pauseFrom", { day: sentenceDay(t, i18n.language, from, today) })}
          </button>
        </Form>
        <p>
          <Link className="pk-tap" to={choose}>
            {t("pause.other")}
          </Link>
        </p>
      </section>
      <section className="pk-panel pk-calm pk-stack" aria-labelledby={`sluta-${agreementId}`}>
        <h2 id={`sluta-${agreementId}`}>
          {t("pause.stop")}
          {name && `: ${name}`}
        </h2>
        <p>{t("pause.stopText")}</p>
        <Unfold title={t("pause.stopOpen")}>
          <Form method="post">
            <input type="hidden" name="id" value={agreementId} />
            <button
              className="ds-button pk-big"
              data-variant="secondary"
              type="submit"
              name="gor"
              value="sluta"
            >
              {t("pause.stopButton")}
            </button>
          </Form>
        </Unfold>
      </section>
    </>
  );
}

/** Today, or the first day of one that has not begun. */
function firstDay({ startsOn }: OwnPlacement, today: string): string {
  return startsOn > today ? startsOn : today;
}
