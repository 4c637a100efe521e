import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { DisagreementPanel, TalkedAboutPanel } from "#app/components/followups/disagreement-panel";
import { PartyLegend, RatingChart } from "#app/components/followups/rating-chart";
import { RatingFields } from "#app/components/followups/rating-fields";
import { RatingTable } from "#app/components/followups/rating-table";
import { differText, partyNames } from "#app/components/followups/rating-words";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { inLanguage } from "#app/domain/followups/instrument";
import { readLogRating } from "#app/domain/followups/rating-form";
import { disagreementFormSchema, ratingNoteSchema } from "#app/domain/followups/rating-note-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate, formatMoment } from "#app/i18n/format";
import {
  askSupervisor,
  handleDisagreementOf,
  noteRatings,
  readRatings,
} from "#app/services/followups/read-ratings.server";

const staff = ["coordinator", "coach"] as const;

export const loader = page(staff, async ({ actor, params }) => ({
  ...unwrap(await readRatings(actor, params.id ?? "")),
  formKey: randomUUID(),
}));

/** `typed`: what had been written and chosen, so that it is not lost. */
type Refused = { refused: string; note?: { of: string; note: string }; typed?: Record<string, string> };

/** `gor`: `lank`, `omtalat` (with `code`, `item`, `since`, `note`), `skriv-in` (with `day`, `logId` and the rating fields). */
export const action = submit(staff, async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}/skattningar`;
  const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (form.get("gor") === "lank") {
    const asked = await askSupervisor(actor, id);
    if (asked.ok) return redirectWith(here, "week_link_sent");
    if (asked.code === "not_found") return unwrap(asked) as never;
    return data<Refused>({ refused: asked.code }, 409);
  }
  if (form.get("gor") === "omtalat") {
    unwrap(await readRatings(actor, id));
    const note = { of: `${fields.code}-${fields.item}`, note: fields.note ?? "" };
    const parsed = disagreementFormSchema.safeParse(fields);
    if (!parsed.success) {
      const wrong = parsed.error.issues.find(({ path }) => path[0] === "note")?.message ?? "no_disagreement";
      return data<Refused>({ refused: wrong, note }, 400);
    }
    const handled = await handleDisagreementOf(actor, id, parsed.data);
    if (!handled.ok && handled.code === "no_disagreement")
      return data<Refused>({ refused: handled.code, note }, 409);
    unwrap(handled);
    return redirectWith(here, "alert_handled");
  }
  unwrap(await readRatings(actor, id));
  const parsed = ratingNoteSchema.safeParse(fields);
  const rating = readLogRating(form);
  if (!rating) return data<Refused>({ refused: "nothing", typed: fields }, 400);
  if (!parsed.success) return data<Refused>({ refused: "day_wrong", typed: fields }, 400);
  const noted = await noteRatings(actor, id, { ...parsed.data, rating });
  if (!noted.ok && noted.code !== "not_found")
    return data<Refused>({ refused: noted.code, typed: fields }, noted.code === "day_wrong" ? 400 : 409);
  unwrap(noted);
  return redirectWith(here, "ratings_noted");
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "ratings:show.title" };

/** What the three parties answer over time: where they see things differently first, then statement by statement. */
export default function Ratings() {
  const read = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["ratings", "agreements"]);
  const { agreement, items, open, handled, supervisor, ratings, today, startsOn, who } = read;
  const refused: Refused | null = answer && "refused" in answer ? answer : null;
  const names = partyNames(t, { who, supervisor: supervisor.name });
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={agreement.id} number={agreement.number} here={t("show.title")} />
      <PageTitle title={t("show.title")} lead={`${read.title}. ${who}`} />
      {refused ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.refused}`)}</p>
        </Note>
      ) : null}
      <DisagreementPanel open={open} items={items} names={names} typed={refused?.note} />
      {items.length === 0 ? <Note>{t("show.none")}</Note> : null}
      {items.length > 0 ? (
        <>
          {open.length === 0 ? <p>{t("show.agreed")}</p> : null}
          <PartyLegend names={names} />
          {ratings.some(({ way, party }) => way === "log" && party !== "coach") ? (
            <p className="pk-soft pk-small">* {t("show.noted")}</p>
          ) : null}
          <div className="pk-multiples">
            {items.map(({ code, item, trend }) => {
              const differs = open.find((one) => one.code === code && one.item === item.id);
              return (
                <article
                  className="pk-panel"
                  key={`${code} ${item.id}`}
                  aria-labelledby={`p-${code}-${item.id}`}
                >
                  <h2 id={`p-${code}-${item.id}`} className="pk-h3">
                    {inLanguage(item.statement, i18n.language)}
                  </h2>
                  {differs ? <p>{differText(t, i18n.language, differs, item, names)}</p> : null}
                  <div className="pk-multiple">
                    <RatingChart {...{ item, trend, names }} from={startsOn} until={today} />
                    <RatingTable {...{ item, trend, names }} />
                  </div>
                </article>
              );
            })}
          </div>
        </>
      ) : null}
      <TalkedAboutPanel handled={handled} items={items} names={names} />
      <section className="pk-panel pk-stack pk-no-print" aria-labelledby="fragar">
        <h2 id="fragar" className="pk-h3">
          {t("show.asking")}
        </h2>
        <p>{t("show.participantAsked")}</p>
        <p>
          {supervisor.askedAt
            ? t("show.supervisorAsked", { when: formatMoment(i18n.language, supervisor.askedAt) })
            : t(supervisor.isReached ? "show.supervisorNever" : "show.supervisorNoAddress")}
        </p>
        {supervisor.isReached && !supervisor.waitUntil && agreement.status === "in_force" ? (
          <Form method="post" className="pk-stack">
            <p className="pk-soft">{t("show.sendText")}</p>
            <p>
              <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="lank">
                {t("show.send")}
              </button>
            </p>
          </Form>
        ) : null}
      </section>
      {read.fields ? (
        <div className="pk-no-print">
          <Unfold title={t("show.note")} open={refused?.typed !== undefined}>
            <p>{t("show.noteText")}</p>
            <Form method="post" className="pk-stack" key={refused ? "refused" : read.formKey}>
              <input type="hidden" name="logId" value={refused?.typed?.logId ?? read.formKey} />
              <TextField
                field={{ id: "dag", name: "day", initialValue: refused?.typed?.day ?? today }}
                ns="ratings"
                type="date"
                label={t("show.noteDay")}
              />
              <RatingFields data={read.fields} names={names} typed={refused?.typed} />
              <p>
                <button className="ds-button" type="submit" name="gor" value="skriv-in">
                  {t("show.noteSave")}
                </button>
              </p>
            </Form>
          </Unfold>
        </div>
      ) : null}
      <p className="pk-soft pk-only-print">{t("show.printed", { day: formatDate(i18n.language, today) })}</p>
    </div>
  );
}
