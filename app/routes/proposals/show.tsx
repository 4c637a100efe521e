import { data, type HeadersFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CautionLines } from "#app/components/organisations/caution-lines";
import { AnonymousCardView } from "#app/components/proposals/anonymous-card-view";
import { History } from "#app/components/proposals/history";
import { PresentingNeeds } from "#app/components/proposals/presenting-needs";
import { ProposalState } from "#app/components/proposals/proposal-state";
import { StepForm } from "#app/components/proposals/step-form";
import { StepRefused } from "#app/components/proposals/step-refused";
import { Crumbs } from "#app/components/ui/crumbs";
import { KindMark } from "#app/components/ui/kind-mark";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { stepsFrom } from "#app/domain/matching/proposal-transitions";
import { stepInput } from "#app/domain/matching/step-input";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate, formatDay, formatMoment } from "#app/i18n/format";
import { listSlotHolders } from "#app/services/matching/list-slot-holders.server";
import { showProposal } from "#app/services/matching/read-proposals.server";
import { takeStep } from "#app/services/matching/take-step.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const shown = unwrap(await showProposal(actor, params.id ?? ""));
  const steps = stepsFrom(shown.proposal.status, actor.role);
  return { ...shown, steps, mayOpen: actor.role === "coordinator" };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = {
    to: text("to"),
    how: text("how"),
    reason: text("reason"),
    note: text("note"),
    date: text("date"),
    time: text("time"),
    place: text("place"),
    nameAgreed: text("nameAgreed"),
  };
  const step = stepInput.safeParse(typed);
  if (!step.success)
    return data({ code: step.error.issues[0]?.message ?? "wrong_status", typed, holders: [] }, 400);
  const { proposal } = unwrap(await showProposal(actor, params.id ?? ""));
  const moved = await takeStep(actor, { proposalId: params.id ?? "", ...step.data });
  if (moved.ok) return redirectWith(`/forslag/${params.id}`, "saved");
  const holders = moved.code === "slot_taken" ? await listSlotHolders(actor, proposal.placementId) : [];
  return data({ code: moved.code as string, typed, holders }, 409);
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: (data: { proposal?: { title: string } }) => data.proposal?.title };

/** One proposal: where it stands, the next step, what the employer sees, what has happened. */
export default function ShowProposal() {
  const { proposal, events, toldName, caution, needs, agreementId, steps, mayOpen } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, i18n } = useTexts("proposals");
  const [next, ...others] = steps;
  return (
    <>
      <Crumbs
        steps={[
          { to: "/forslag", text: t("show.crumb") },
          { to: `/deltagare/${proposal.reference}/forslag`, text: proposal.reference ?? "" },
        ]}
        here={proposal.title}
      />
      <PageTitle title={proposal.title} lead={t("show.for", { reference: proposal.reference })}>
        <ProposalState status={proposal.status} />
      </PageTitle>
      {refused?.code ? (
        <StepRefused code={refused.code} reference={proposal.reference} holders={refused.holders} />
      ) : null}
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <section className="pk-panel pk-stack" aria-labelledby="nasta">
            <h2 id="nasta">{t("show.next")}</h2>
            {caution && steps.length > 0 ? (
              <ul className="pk-facts">
                <CautionLines caution={caution} mayOpen={mayOpen} />
              </ul>
            ) : null}
            <PresentingNeeds
              status={proposal.status}
              reference={proposal.reference}
              needs={needs}
              mayFillIn={mayOpen}
            />
            {next ? (
              <StepForm key={next} to={next} typed={refused?.typed ?? null} primary />
            ) : (
              <Ended proposal={proposal} agreementId={agreementId} mayDrawUp={mayOpen} />
            )}
            {others.length > 0 ? <h3>{t("show.others")}</h3> : null}
            {others.map((to) => (
              <details className="pk-unfold" key={to} open={refused?.typed.to === to}>
                <summary>{t(`step.${to}`)}</summary>
                <StepForm to={to} typed={refused?.typed ?? null} primary={false} />
              </details>
            ))}
          </section>
          <section className="pk-panel pk-stack" aria-labelledby="historia">
            <h2 id="historia">{t("show.history")}</h2>
            <History events={events} />
          </section>
        </div>
        <div className="pk-stack">
          <section className="pk-panel pk-stack">
            <p className="pk-row">
              {proposal.kinds[0] ? <KindMark kind={proposal.kinds[0]} size="sm" /> : null}
              <Link to={`/platser/${proposal.placementId}`}>{proposal.title}</Link>
            </p>
            <p>
              {proposal.employerName}, {proposal.locality}
            </p>
            <p>{t("show.free", { count: proposal.freeSlots, capacity: proposal.capacity })}</p>
            <p>
              {proposal.holdUntil
                ? t("show.heldUntil", { date: formatDay(i18n.language, proposal.holdUntil) })
                : t("show.notHeld")}
            </p>
            {proposal.slotFrom ? (
              <p>{t("show.startsOn", { date: formatDate(i18n.language, proposal.slotFrom) })}</p>
            ) : null}
            {proposal.visitAt ? (
              <p>
                <strong>
                  {t("show.visit", {
                    when: formatMoment(i18n.language, proposal.visitAt),
                    place: proposal.visitPlace,
                  })}
                </strong>
              </p>
            ) : null}
            {proposal.visitAt ? (
              <p>{toldName ? t("show.told", { name: toldName }) : t("show.toldProtected")}</p>
            ) : null}
            <p>
              <LinkButton to={`/deltagare/${proposal.reference}`}>{t("show.participant")}</LinkButton>
            </p>
          </section>
          {proposal.card ? (
            <section className="pk-panel pk-stack" aria-labelledby="kort">
              <h2 id="kort">{t("show.card")}</h2>
              <p className="pk-soft">{t("show.cardLead")}</p>
              <AnonymousCardView card={proposal.card} />
            </section>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** Nothing more to decide: what was agreed goes on as an agreement. */
function Ended(props: { proposal: Ending; agreementId: string | null; mayDrawUp: boolean }) {
  const { proposal, agreementId, mayDrawUp } = props;
  const { t } = useTexts("proposals");
  if (proposal.status !== "agreed") return <p>{t("show.nothingNext")}</p>;
  if (agreementId) {
    return (
      <p>
        <LinkButton to={`/overenskommelser/${agreementId}`}>{t("show.toAgreement")}</LinkButton>
      </p>
    );
  }
  return (
    <>
      <p>{t("show.agreedNext")}</p>
      {mayDrawUp ? (
        <p>
          <LinkButton primary to={`/deltagare/${proposal.reference}/overenskommelse/ny`}>
            {t("show.drawUp")}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

type Ending = { status: string; reference: string | null };
