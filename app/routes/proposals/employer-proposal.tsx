import { data, type HeadersFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnonymousCardView } from "#app/components/proposals/anonymous-card-view";
import { EmployerAnswerForm } from "#app/components/proposals/employer-answer-form";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { employerAnswer, employerAnswers } from "#app/domain/matching/employer-answer";
import type { EmployerView } from "#app/domain/matching/employer-view";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatMoment } from "#app/i18n/format";
import { readForEmployer } from "#app/services/matching/list-for-employer.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";

export const loader = page(["employer"], async ({ actor, params }) => ({
  proposal: unwrap(await readForEmployer(actor, params.id ?? "")).view,
}));

/** `answer` ja, traffas or nej; `reason` (needed for nej) and `note`. */
export const action = submit(["employer"], async ({ actor, params, form }) => {
  const { view } = unwrap(await readForEmployer(actor, params.id ?? ""));
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { answer: text("answer"), reason: text("reason"), note: text("note") };
  const said = employerAnswer.safeParse(typed);
  if (!said.success) {
    const code = said.error.issues[0]?.message ?? "not_found";
    if (code === "not_found") throw notFound();
    return data({ code, typed }, 400);
  }
  const { answer, reason, note } = said.data;
  const to = employerAnswers[answer];
  const moved = await moveProposal(actor, {
    proposalId: view.id,
    to,
    reason: answer === "nej" ? reason : null,
    note,
  });
  if (!moved.ok)
    return data({ code: moved.code as string, typed }, moved.code === "reason_missing" ? 400 : 409);
  return redirectWith(`/arbetsgivare/forslag/${view.id}`, "answered");
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: (data: { proposal?: { title: string } }) => data.proposal?.title };

/** An anonymous person who would like to try, and the employer's answer. The name comes with the visit. */
export default function EmployerProposal() {
  const { proposal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTexts(["employer", "proposals"]);
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("show.crumb") }]} here={proposal.title} />
      <PageTitle
        title={t("show.title", { title: proposal.title })}
        lead={t(`show.about.${proposal.status}`)}
      />
      {refused?.code ? (
        <Note tone="warn" role="alert">
          <p>
            <strong>{t("show.problem")}</strong>
          </p>
          <p>{t(`proposals:error.${refused.code}`)}</p>
        </Note>
      ) : null}
      {proposal.visit ? <Visit proposal={proposal} /> : null}
      <div className="pk-two pk-two--right">
        <Person proposal={proposal} />
        {proposal.status === "presented" ? (
          <section className="pk-panel pk-stack" aria-labelledby="svar">
            <h2 id="svar">{t("show.answer")}</h2>
            <p className="pk-soft">{t("show.answerLead")}</p>
            <EmployerAnswerForm
              typed={refused?.typed ?? null}
              lacksReason={refused?.code === "reason_missing"}
            />
          </section>
        ) : null}
      </div>
    </>
  );
}

function Person({ proposal }: { proposal: EmployerView }) {
  const { t } = useTexts("employer");
  if (!proposal.card) return <p className="pk-panel">{t("show.ended")}</p>;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="personen">
      <h2 id="personen">{t("show.person")}</h2>
      {proposal.visit ? null : <p className="pk-soft">{t("show.noName")}</p>}
      <AnonymousCardView card={proposal.card} />
    </section>
  );
}

function Visit({ proposal: { visit, name } }: { proposal: EmployerView }) {
  const { t, i18n } = useTexts("employer");
  if (!visit) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="besoket">
      <h2 id="besoket">{t("show.visit")}</h2>
      <p>
        <strong>{t("visitWhen", { when: formatMoment(i18n.language, visit.at), place: visit.place })}</strong>
      </p>
      <p>{name ? t("show.visitName", { name }) : t("show.visitProtected")}</p>
    </section>
  );
}
