import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { isUuid } from "#app/domain/uuid";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { drawUpAgreement, prepareAgreement } from "#app/services/agreements/draw-up.server";

/** `sok` looks for a placement. */
export const loader = page(["coordinator"], async ({ actor, params, url }) => {
  const search = (url.searchParams.get("sok") ?? "").trim().slice(0, 120);
  const prepared = unwrap(await prepareAgreement(actor, params.referens ?? "", search));
  return { ...prepared, search, formKey: randomUUID() };
});

/** `forslag` or `plats` names what it begins from; `nyckel` is the form's own number. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const key = String(form.get("nyckel") ?? "");
  const formKey = isUuid(key) ? key : null;
  const proposalId = String(form.get("forslag") ?? "");
  const placementId = readPlacementId(String(form.get("plats") ?? ""));
  if (!isUuid(proposalId) && placementId === null) {
    unwrap(await prepareAgreement(actor, reference, ""));
    return data({ code: "placement_missing" }, 400);
  }
  const input = isUuid(proposalId) ? { proposalId } : { placementId: placementId ?? 0 };
  const drawn = await drawUpAgreement(actor, reference, { ...input, formKey });
  if (drawn.ok) return redirectWith(`/overenskommelser/${drawn.id}/andra`, "agreement_drawn_up");
  if (drawn.code === "not_found") return unwrap(drawn);
  return data({ code: drawn.code as string }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "agreements:new.crumb" };

/** What a new agreement begins from: a proposal that was accepted, or a place that everybody agrees on already. */
export default function DrawUp() {
  const { reference, acceptable, placements, search, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("agreements");
  const at = `/deltagare/${encodeURIComponent(reference)}`;
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("shell:nav.participants") },
          { to: at, text: reference },
        ]}
        here={t("new.crumb")}
      />
      <div>
        <h1>{t("new.title", { reference })}</h1>
        <p className="pk-lead">{t("new.lead")}</p>
      </div>
      {answer && "code" in answer ? (
        <Note tone="warn" role="alert">
          <p>{t([`error.${answer.code}`, "error.wrong_status"])}</p>
        </Note>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="forslag">
        <h2 id="forslag">{t("new.fromProposal")}</h2>
        {acceptable.length === 0 ? <p>{t("new.noneAccepted")}</p> : <p>{t("new.fromProposalLead")}</p>}
        <ul className="pk-agreements">
          {acceptable.map((one) => (
            <li key={one.proposalId}>
              <div>
                <b>{one.title}</b>
                <p className="pk-soft">{one.employerName}</p>
              </div>
              <Begin name="forslag" value={one.proposalId} formKey={formKey} about={one.title} />
            </li>
          ))}
        </ul>
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="direkt">
        <h2 id="direkt">{t("new.direct")}</h2>
        <p>{t("new.directLead")}</p>
        <Form method="get" className="pk-form">
          <div className="ds-field">
            <label className="ds-label" htmlFor="sok">
              {t("new.search")}
            </label>
            <input className="ds-input" id="sok" name="sok" defaultValue={search} maxLength={120} />
          </div>
          <div className="pk-actions">
            <button className="ds-button" data-variant="secondary" type="submit">
              {t("new.searchButton")}
            </button>
          </div>
        </Form>
        {search && placements.length === 0 ? <p>{t("new.nothing")}</p> : null}
        <ul className="pk-agreements">
          {placements.map((one) => (
            <li key={one.id}>
              <div>
                <b>{one.title}</b>
                <p className="pk-soft">
                  {one.employerName}, {one.locality}.{" "}
                  {one.free > 0
                    ? t("new.free", { count: one.free })
                    : one.nextDay
                      ? t("new.fullUntil", { day: formatDate(i18n.language, one.nextDay) })
                      : t("new.full")}
                </p>
              </div>
              <Begin name="plats" value={String(one.id)} formKey={formKey} about={one.title} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Begin(props: { name: string; value: string; formKey: string; about: string }) {
  const { t } = useTexts("agreements");
  return (
    <Form method="post">
      <input type="hidden" name="nyckel" value={props.formKey} />
      <button className="ds-button" type="submit" name={props.name} value={props.value}>
        {t("new.drawUp")}
        <span className="ds-sr-only">: {props.about}</span>
      </button>
    </Form>
  );
}
