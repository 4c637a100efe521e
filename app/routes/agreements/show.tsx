import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementBody } from "#app/components/agreements/agreement-body";
import { AgreementHead } from "#app/components/agreements/agreement-head";
import { partiesText } from "#app/components/agreements/agreement-words";
import { ClosingAsked, ClosingPanel } from "#app/components/agreements/closing-panel";
import { DifferenceList } from "#app/components/agreements/difference-list";
import { ReadAndSign } from "#app/components/agreements/read-and-sign";
import { SignProblem } from "#app/components/agreements/sign-form";
import { StayPanel } from "#app/components/agreements/stay-panel";
import { FollowupPanel } from "#app/components/followups/followup-panel";
import { LogHistory } from "#app/components/followups/log-history";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { partyOf } from "#app/domain/agreements/signatures";
import { risks } from "#app/domain/followups/followup";
import { refuse, sign } from "#app/http/agreement-actions.server";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { beginAmendment } from "#app/services/agreements/amend-agreement.server";
import { callBack } from "#app/services/agreements/call-back.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { chooseRisk } from "#app/services/followups/move-followup.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const read = unwrap(await readAgreement(actor, params.id ?? ""));
  return { read, name: actor.name, isCoordinator: actor.role === "coordinator" };
});

/** `gor`: `skriv-under`, `ta-tillbaka`, `andra`, `takt` (with `risk`). */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}`;
  const answered = await sign(actor, id, here, form);
  if (answered) return answered;
  const intent = String(form.get("gor") ?? "");
  const refused = (code: string, status = 409) => refuse(intent, code, status);
  if (intent === "ta-tillbaka") {
    const back = await callBack(actor, id);
    if (back.ok) return redirectWith(`${here}/andra`, "agreement_called_back");
    return back.code === "not_found" ? unwrap(back) : refused(back.code);
  }
  if (intent === "takt") {
    const risk = risks.find((one) => one === form.get("risk"));
    if (!risk) return refused("wrong_status", 400);
    unwrap(await chooseRisk(actor, id, risk));
    return redirectWith(here, "followup_risk_saved");
  }
  if (intent === "andra") {
    const begun = await beginAmendment(actor, id);
    if (begun.ok) return redirectWith(`${here}/andra`, "amendment_begun");
    return begun.code === "not_found" ? unwrap(begun) : refused(begun.code);
  }
  unwrap(await readAgreement(actor, id));
  return refused("wrong_status", 400);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "agreements:list.title" };

export default function ShowAgreement() {
  const { read, name, isCoordinator } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "intent" in answer ? answer : null;
  const { t } = useTexts(["agreements", "lifecycle", "signing"]);
  const { agreement, shown, amendment, missing, mine, steps, signatures } = read;
  const toSign = amendment?.version ?? shown;
  const isOut = toSign.status === "out_for_signature";
  const signed = signatures.filter((one) => one.version === toSign.number && one.voidedAt === null).length;
  const at = `/overenskommelser/${agreement.id}`;
  const signRefused = refused?.intent === "skriv-under" ? refused : null;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/overenskommelser", text: t("crumb") }]} here={agreement.number} />
      <AgreementHead version={shown} state={read.state} endedOn={agreement.endedOn}>
        {shown.status === "draft" ? (
          <LinkButton to={`${at}/andra`} primary>
            {t("show.goOn")}
          </LinkButton>
        ) : null}
        {steps.includes("amended") && !amendment ? (
          <Form method="post" className="pk-actions">
            <LinkButton to={`${at}/forlang`}>{t("lifecycle:change.extend")}</LinkButton>
            <LinkButton to={`${at}/handledare`}>{t("lifecycle:change.supervisor")}</LinkButton>
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="andra">
              {t("show.change")}
            </button>
          </Form>
        ) : null}
      </AgreementHead>
      <SignProblem mine={mine} name={name} refused={signRefused} />
      {refused && (refused.intent !== "skriv-under" || mine.length === 0) ? (
        <Note tone={refused.code === "already_signed" ? "ok" : "warn"} role="alert">
          <p>{t([`error.${refused.code}`, `lifecycle:error.${refused.code}`], { name })}</p>
        </Note>
      ) : null}
      <ClosingAsked agreement={agreement} state={read.state} closing={read.closing} />
      {shown.status === "draft" ? (
        <Note>
          <p>{t("show.drafting")}</p>
        </Note>
      ) : null}
      {amendment && !isOut ? (
        <Note>
          <p>
            <strong>{t("show.amendmentDraft")}</strong> {t("show.amendmentDraftText")}
          </p>
          <p>
            <LinkButton to={`${at}/andra`}>{t("show.goOn")}</LinkButton>
          </p>
        </Note>
      ) : null}
      {amendment && isOut ? (
        <Note tone="warn">
          <p>
            <strong>
              {t("show.amendmentOut", { who: partiesText(t, [...new Set(missing.map(partyOf))]) })}
            </strong>{" "}
            {t("show.amendmentOutText")}
          </p>
          <DifferenceList differences={amendment.differences} />
        </Note>
      ) : null}
      <ReadAndSign agreement={agreement} version={toSign} mine={mine} name={name} refused={signRefused} />
      <AgreementBody
        read={read}
        main={
          <>
            <ClosingPanel closing={read.closing} voice="staff" agreement={agreement} />
            {isOut && isCoordinator ? (
              <p>
                <LinkButton to={`${at}/underskrifter`}>{t("signing:documents.signatures")}</LinkButton>
              </p>
            ) : null}
            {isOut && isCoordinator ? (
              <section className="pk-panel pk-stack" aria-labelledby="tillbaka">
                <h2 id="tillbaka">{t("show.callBack")}</h2>
                <p>{t("show.callBackText", { count: signed })}</p>
                <Form method="post">
                  <button
                    className="ds-button"
                    data-variant="secondary"
                    type="submit"
                    name="gor"
                    value="ta-tillbaka"
                  >
                    {t("show.callBack")}
                  </button>
                </Form>
              </section>
            ) : null}
          </>
        }
        dates={
          read.plan ? (
            <FollowupPanel
              agreementId={agreement.id}
              content={shown.content}
              endedOn={agreement.endedOn}
              plan={read.plan}
              isInForce={agreement.status === "in_force"}
              today={read.today}
            />
          ) : undefined
        }
        aside={
          <>
            <StayPanel id={agreement.id} read={read} today={read.today} />
            {read.plan && read.plan.logs.length > 0 ? (
              <LogHistory logs={read.plan.logs} voice="staff" />
            ) : null}
          </>
        }
      />
    </div>
  );
}
