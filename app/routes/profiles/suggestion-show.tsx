import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ContactWorkplace } from "#app/components/profiles/suggestion/contact-form";
import { NotPossible } from "#app/components/profiles/suggestion/not-possible-form";
import { SuggestionTurns } from "#app/components/profiles/suggestion/suggestion-turns";
import { Crumbs } from "#app/components/ui/crumbs";
import { FactList } from "#app/components/ui/fact-list";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { State } from "#app/components/ui/state";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { suggestionStepsFrom } from "#app/domain/profiles/suggestion";
import { contactFormSchema, notPossibleSchema } from "#app/domain/profiles/suggestion-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { connectPlacement, contactForSuggestion } from "#app/services/profiles/contact-suggestion.server";
import { moveSuggestion } from "#app/services/profiles/move-suggestion.server";
import { readSuggestion } from "#app/services/profiles/read-suggestion.server";

export const loader = page(["coordinator"], async ({ actor, params, url }) => {
  const search = (url.searchParams.get("sok") ?? "").slice(0, 120);
  const read = unwrap(await readSuggestion(actor, params.id ?? "", search));
  return { ...read, search, today: today(), steps: suggestionStepsFrom(read.suggestion.status, actor.role) };
});

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/samordnare/egna-forslag/${id}`;
  const intent = String(form.get("gor") ?? "");
  const refused = (code: string) => data({ intent, code, result: null }, 409);
  switch (intent) {
    case "kontakt": {
      const submission = parseWithZod(form, { schema: contactFormSchema });
      if (submission.status !== "success") {
        unwrap(await readSuggestion(actor, id, ""));
        return data({ intent, code: null, result: submission.reply() }, 400);
      }
      const contacted = await contactForSuggestion(actor, id, submission.value);
      if (contacted.ok) return redirectWith(here, "suggestion_moved");
      if (contacted.code === "not_found") return unwrap(contacted);
      const field = fieldOf[contacted.code];
      const errors = field
        ? { fieldErrors: { [field]: [contacted.code] } }
        : { formErrors: [contacted.code] };
      return data({ intent, code: null, result: submission.reply(errors) }, 409);
    }
    case "gar-inte": {
      const submission = parseWithZod(form, { schema: notPossibleSchema });
      if (submission.status !== "success") {
        unwrap(await readSuggestion(actor, id, ""));
        return data({ intent, code: null, result: submission.reply() }, 400);
      }
      const moved = await moveSuggestion(actor, id, { to: "not_possible", ...submission.value });
      if (moved.ok) return redirectWith(here, "suggestion_moved");
      return moved.code === "not_found" ? unwrap(moved) : refused(moved.code);
    }
    case "koppla": {
      const placement = Number(form.get("plats"));
      const connected = await connectPlacement(actor, id, Number.isInteger(placement) ? placement : 0);
      if (connected.ok) return redirectWith(here, "suggestion_moved");
      return connected.code === "not_found" ? unwrap(connected) : refused(connected.code);
    }
    case "ta-upp": {
      const moved = await moveSuggestion(actor, id, { to: "taken_up" });
      if (moved.ok) return redirectWith(here, "suggestion_moved");
      return moved.code === "not_found" ? unwrap(moved) : refused(moved.code);
    }
    default:
      unwrap(await readSuggestion(actor, id, ""));
      return data({ intent, code: "wrong_status", result: null }, 400);
  }
});

const fieldOf: Record<string, string | undefined> = {
  employer_missing: "employer",
  number_known: "organisationNumber",
  names_participant: "note",
};

/** The page's title, read by root. */
export const handle = { title: "plan:inbox.crumb" };

/** A workplace that a participant has found: from the inbox to the contact to a placement. */
export default function ShowSuggestion() {
  const { suggestion, turns, employers, placements, steps, search, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "intent" in answer ? answer : null;
  const { t } = useTexts("plan");
  const lastOf = (intent: string) => (refused?.intent === intent ? refused.result : null);
  const where = t("suggestion.where", { workplace: suggestion.workplace, place: suggestion.place });
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/samordnare", text: t("shell:nav.todo") },
          { to: "/samordnare/egna-forslag", text: t("inbox.crumb") },
        ]}
        here={suggestion.workplace}
      />
      <div className="pk-title">
        <div>
          <h1>{where}</h1>
          <p>
            <State tone={suggestion.status === "placement" ? "ok" : "info"}>
              {t(`inbox.status.${suggestion.status}`)}
            </State>{" "}
            {t("inbox.from", { reference: suggestion.reference })}
          </p>
        </div>
        {steps.includes("taken_up") ? (
          <Form method="post">
            <button
              className="ds-button"
              type="submit"
              name="gor"
              value="ta-upp"
              aria-describedby="ta-upp-hint"
            >
              {t("inbox.takeUp")}
            </button>
            <p className="pk-soft pk-small" id="ta-upp-hint">
              {t("inbox.takeUpHint")}
            </p>
          </Form>
        ) : null}
      </div>
      {refused?.code ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`)}</p>
        </Note>
      ) : null}
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <section className="pk-panel pk-stack" aria-labelledby="sager">
            <h2 id="sager">{t("inbox.participantSays")}</h2>
            <FactList
              facts={[
                [t("inbox.couldDo"), suggestion.couldDo || t("inbox.nothing")],
                [t("inbox.talkedWith"), suggestion.talkedWith || t("inbox.nothing")],
                [t("inbox.mayContact"), t(suggestion.mayContact ? "inbox.yes" : "inbox.no")],
              ]}
            />
          </section>
          {steps.includes("contacted") ? (
            <section className="pk-panel pk-stack" aria-labelledby="kontakta">
              <h2 id="kontakta">{t("inbox.contact")}</h2>
              {suggestion.mayContact ? (
                <>
                  <p>{t("inbox.contactLead")}</p>
                  <Form method="get" className="pk-form">
                    <div className="ds-field">
                      <label className="ds-label" htmlFor="sok">
                        {t("inbox.search")}
                      </label>
                      <input className="ds-input" id="sok" name="sok" defaultValue={search} maxLength={120} />
                    </div>
                    <div className="pk-actions">
                      <button className="ds-button" data-variant="tertiary" type="submit">
                        {t("inbox.searchButton")}
                      </button>
                    </div>
                  </Form>
                  <ContactWorkplace
                    employers={employers}
                    workplace={suggestion.workplace}
                    today={today}
                    lastResult={lastOf("kontakt")}
                  />
                </>
              ) : (
                <Note tone="warn">
                  <p>{t("inbox.contactNo")}</p>
                </Note>
              )}
            </section>
          ) : null}
          {steps.includes("placement") ? (
            <section className="pk-panel pk-stack" aria-labelledby="plats">
              <h2 id="plats">{t("inbox.placement")}</h2>
              <p>{t("inbox.placementLead")}</p>
              <LinkButton to={`/samordnare/platser/ny?egetforslag=${suggestion.id}`} primary>
                {t("inbox.placementButton")}
              </LinkButton>
              {placements.length > 0 ? (
                <Unfold title={t("inbox.connect")} open={refused?.intent === "koppla"}>
                  <Form method="post" className="pk-form">
                    <div className="ds-field">
                      <label className="ds-label" htmlFor="koppla">
                        {t("inbox.connectLabel")}
                      </label>
                      <select className="ds-input" id="koppla" name="plats">
                        {placements.map(({ id, title, locality }) => (
                          <option key={id} value={id}>
                            {t("suggestion.where", { workplace: title, place: locality })}
                          </option>
                        ))}
                      </select>
                    </div>
                    <div className="pk-actions">
                      <button
                        className="ds-button"
                        data-variant="secondary"
                        type="submit"
                        name="gor"
                        value="koppla"
                      >
                        {t("inbox.connectButton")}
                      </button>
                    </div>
                  </Form>
                </Unfold>
              ) : null}
            </section>
          ) : null}
          {suggestion.placement ? (
            <section className="pk-panel pk-stack" aria-labelledby="blev">
              <h2 id="blev">{suggestion.placement.title}</h2>
              <div className="pk-actions">
                <LinkButton to={`/samordnare/platser/${suggestion.placement.id}`}>
                  {t("inbox.showPlacement")}
                </LinkButton>
                <LinkButton to={`/deltagare/${encodeURIComponent(suggestion.reference)}/forslag`} primary>
                  {t("inbox.match")}
                </LinkButton>
              </div>
            </section>
          ) : null}
          {steps.includes("not_possible") ? (
            <Unfold title={t("inbox.notPossible")} open={refused?.intent === "gar-inte"}>
              <NotPossible lastResult={lastOf("gar-inte")} />
            </Unfold>
          ) : null}
        </div>
        <aside className="pk-stack" aria-label={t("inbox.history")}>
          <section className="pk-panel pk-stack" aria-labelledby="hant">
            <h2 id="hant">{t("inbox.history")}</h2>
            <SuggestionTurns turns={turns} />
          </section>
        </aside>
      </div>
    </div>
  );
}
