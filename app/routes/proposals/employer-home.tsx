import { parseWithZod } from "@conform-to/zod/v4";
import { data, type HeadersFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCards } from "#app/components/agreements/agreement-cards";
import { AppetiteForm } from "#app/components/organisations/appetite-form";
import { OutcomesTable } from "#app/components/organisations/outcomes-table";
import { PortalLinks } from "#app/components/organisations/portal-links";
import { OwnPlacements } from "#app/components/placements/own-placements";
import { OwnClaims } from "#app/components/placements/review-own-claims";
import { EmployerProposals } from "#app/components/proposals/employer-proposals";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { appetiteSchema } from "#app/domain/organisations/appetite-form";
import { isPersonalNumber } from "#app/domain/organisations/organisation-number";
import { type PlacementStatus, placementStatuses } from "#app/domain/placements/vocabulary";
import { notFound, page, redirectWith, type SubmitContext, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { today } from "#app/platform/clock.server";
import { listOwnAgreements } from "#app/services/agreements/read-agreement.server";
import { listForEmployer } from "#app/services/matching/list-for-employer.server";
import { answerAppetite, readOutcomes, readOwnHome } from "#app/services/organisations/own-employer.server";
import { changeOwnStatus } from "#app/services/placements/change-own-status.server";
import { confirmOwnPlacement } from "#app/services/placements/confirm-own-placement.server";
import { listOwnPlacements } from "#app/services/placements/list-own-placements.server";
import { listClaims } from "#app/services/placements/review-claim.server";

export const loader = page(["employer"], async ({ actor }) => {
  const { home } = unwrap(await readOwnHome(actor));
  const { organisationNumber, ...employer } = home.employer;
  // The number may be a person's: only whoever looks after the employer sees it, and only here.
  const number =
    home.mayManage && organisationNumber !== null
      ? { text: organisationNumber, isPersonal: isPersonalNumber(organisationNumber) }
      : null;
  return {
    home: { ...home, employer },
    number,
    agreements: await listOwnAgreements(actor),
    proposals: await listForEmployer(actor),
    placements: await listOwnPlacements(actor),
    claims: await listClaims(actor),
    years: home.mayManage ? unwrap(await readOutcomes(actor)).years : null,
  };
});

/**
 * `intent`: `confirm` with `placementId` (still right), a status with `placementId` (pause, resume, end, send in), or
 * `appetite` with `appetite` and `askAgainOn`.
 */
export const action = submit(["employer"], async (context) => {
  const { actor, form } = context;
  const intent = form.get("intent");
  if (intent === "appetite") return setAppetite(context);
  const to = placementStatuses.find((status) => status === intent);
  const id = String(form.get("placementId") ?? "");
  if ((intent !== "confirm" && !to) || !/^[1-9]\d{0,8}$/.test(id)) throw notFound();
  const changed = await (to
    ? changeOwnStatus(actor, Number(id), to)
    : confirmOwnPlacement(actor, Number(id)));
  if (changed.ok) return redirectWith("/arbetsgivare", to ? (said[to] ?? "saved") : "confirmed");
  if (changed.code === "not_found") return unwrap(changed);
  return data({ refused: changed.code as string }, 409);
});

/** What the next page says of a placement's new status. */
const said: Partial<Record<PlacementStatus, string>> = {
  paused: "placement_paused",
  archived: "placement_archived",
};

async function setAppetite({ actor, form }: SubmitContext) {
  const submission = parseWithZod(form, { schema: appetiteSchema(today()) });
  if (submission.status !== "success") {
    const typed = {
      appetite: String(form.get("appetite") ?? ""),
      askAgainOn: String(form.get("askAgainOn") ?? ""),
    };
    const problem = Object.values(submission.error ?? {})[0]?.[0] ?? "choose_in_list";
    return data({ typed, problem }, 400);
  }
  unwrap(await answerAppetite(actor, submission.value));
  return redirectWith("/arbetsgivare", "saved");
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "employer:title" };

/** The start of the portal: what to answer, who comes, the placements, and the way to everything else. */
export default function EmployerHome() {
  const { home, number, agreements, proposals, placements, claims, years } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(["employer", "portal"]);
  const typed = answer && "typed" in answer ? answer : null;
  const { employer, mayList, mayManage, standsInFor } = home;
  return (
    <>
      <PageTitle title={t("title")} lead={`${employer.name} – ${t("lead")}`}>
        {mayList ? (
          <LinkButton to="/arbetsgivare/platser/ny" primary>
            {t("portal:placement.add")}
          </LinkButton>
        ) : null}
      </PageTitle>
      {answer && "refused" in answer ? (
        <Note tone="warn" role="alert">
          <p>{t(`portal:refused.${answer.refused}`)}</p>
        </Note>
      ) : null}
      {standsInFor.map((name) => (
        <Note key={name}>
          <p>{t("portal:away.standsIn", { name })}</p>
        </Note>
      ))}
      <OwnClaims claims={claims} />
      <AgreementCards
        agreements={agreements}
        reader="employer"
        at={(id) => `/arbetsgivare/overenskommelser/${id}`}
      />
      <EmployerProposals proposals={proposals} />
      <OwnPlacements rows={placements.rows} total={placements.total} />
      <div className="pk-two">
        {mayManage ? (
          <AppetiteForm
            appetite={typed?.typed.appetite ?? employer.appetite}
            askAgainOn={typed?.typed.askAgainOn ?? employer.askAgainOn ?? ""}
            problem={typed?.problem ?? null}
          />
        ) : null}
        <div className="pk-stack">
          {years ? <OutcomesTable years={years} /> : null}
          <PortalLinks />
        </div>
      </div>
      {number ? (
        <p className="pk-soft pk-small">
          {t(number.isPersonal ? "portal:number.personal" : "portal:number.company", { number: number.text })}
        </p>
      ) : null}
    </>
  );
}
