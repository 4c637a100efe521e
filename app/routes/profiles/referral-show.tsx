import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  AcceptReferral,
  AddTask,
  CloseReferral,
  ReturnReferral,
} from "#app/components/profiles/referral/decision-forms";
import { EnrolledNote } from "#app/components/profiles/referral/enrolled-note";
import { ReferralAside } from "#app/components/profiles/referral/referral-aside";
import { ReferralHistory } from "#app/components/profiles/referral/referral-history";
import { ReferralRequest } from "#app/components/profiles/referral/referral-request";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { TaskList } from "#app/components/profiles/referral/task-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { referralCode } from "#app/domain/profiles/referral";
import {
  acceptFormSchema,
  closeFormSchema,
  returnFormSchema,
  taskFormSchema,
} from "#app/domain/profiles/referral-form";
import { referralStepsFrom } from "#app/domain/profiles/referral-transitions";
import { page, redirectWith, type SubmitContext, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { acceptReferral } from "#app/services/profiles/accept-referral.server";
import { moveReferral, type ReferralStep } from "#app/services/profiles/move-referral.server";
import { readReferral } from "#app/services/profiles/read-referral.server";
import { addTask, finishTask } from "#app/services/profiles/referral-tasks.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const read = unwrap(await readReferral(actor, params.id ?? ""));
  return {
    ...read,
    today: today(),
    key: randomUUID(),
    steps: referralStepsFrom(read.referral.status, actor.role),
  };
});

export const action = submit(["coordinator"], async (context) => {
  const { actor, params, form } = context;
  const id = params.id ?? "";
  const here = `/remisser/${id}`;
  const intent = String(form.get("gor") ?? "");
  switch (intent) {
    case "ta-upp":
      return move(context, intent, { to: "taken_up" });
    case "atersand":
    case "avsluta": {
      const schema = intent === "atersand" ? returnFormSchema : closeFormSchema;
      const submission = parseWithZod(form, { schema });
      if (submission.status !== "success") return data({ intent, result: submission.reply() }, 400);
      const { value } = submission;
      const text = "text" in value ? value.text : "";
      return move(context, intent, {
        to: intent === "atersand" ? "returned" : "closed",
        reason: value.reason,
        text,
      });
    }
    case "ta-in": {
      const submission = parseWithZod(form, { schema: acceptFormSchema });
      if (submission.status !== "success") return data({ intent, result: submission.reply() }, 400);
      const accepted = await acceptReferral(actor, id, submission.value);
      if (accepted.ok) return redirectWith(here, "referral_moved");
      if (accepted.code === "not_found") unwrap(accepted);
      const errors =
        accepted.code === "problem"
          ? { fieldErrors: { [accepted.field]: [accepted.problem] } }
          : { formErrors: [accepted.code] };
      return data({ intent, result: submission.reply(errors) }, 409);
    }
    case "uppgift": {
      const submission = parseWithZod(form, { schema: taskFormSchema });
      if (submission.status !== "success") return data({ intent, result: submission.reply() }, 400);
      const added = await addTask(actor, id, submission.value);
      if (added.ok) return redirectWith(here, "saved");
      if (added.code === "not_found") unwrap(added);
      const fieldErrors = { taskResponsible: ["choose_in_list"] };
      return data({ intent, result: submission.reply({ fieldErrors }) }, 400);
    }
    default:
      unwrap(await finishTask(actor, id, String(form.get("task") ?? ""), intent !== "ej-klar"));
      return redirectWith(here, "saved");
  }
});

async function move({ actor, params, form }: SubmitContext, intent: string, step: ReferralStep) {
  const id = params.id ?? "";
  unwrap(await readReferral(actor, id));
  const moved = await moveReferral(actor, id, step);
  if (moved.ok) return redirectWith(`/remisser/${id}`, "referral_moved");
  const submission = parseWithZod(form, { schema: returnFormSchema.partial() });
  return data({ intent, result: submission.reply({ formErrors: [moved.code] }) }, 409);
}

/** The page's title, read by root. */
export const handle = { title: "referrals:list.title" };

/** A referral as a coordinator decides on it. */
export default function ShowReferral() {
  const loaded = useLoaderData<typeof loader>();
  const { referral, events, tasks, meetings, responsibles, steps } = loaded;
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["referrals", "profiles"]);
  const code = referral.reference ?? referralCode(referral.id);
  const lastOf = (intent: string) =>
    answer && "intent" in answer && answer.intent === intent ? answer.result : null;
  const takenUp = lastOf("ta-upp");
  const at = referral.reference ? `/deltagare/${encodeURIComponent(referral.reference)}` : null;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/remisser", text: t("show.crumb") }]} here={code} />
      <div className="pk-title">
        <div>
          <h1>{referral.reference ? t("show.titleOf", { reference: code }) : t("show.title", { code })}</h1>
          <p>
            <ReferralState status={referral.status} />
          </p>
        </div>
        {at ? <LinkButton to={`${at}/plan`}>{t("show.toPlan")}</LinkButton> : null}
      </div>
      {referral.isHidden ? (
        <Note tone="warn">
          <p>{t("show.protected")}</p>
        </Note>
      ) : null}
      {takenUp?.error ? (
        <Note tone="warn" role="alert">
          <p>{t("error.wrong_status")}</p>
        </Note>
      ) : null}
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <ReferralRequest referral={referral} />
          {referral.status === "returned" && referral.returnReason ? (
            <Note tone="warn">
              <p>
                <strong>{t("show.returned", { reason: t(`returnReason.${referral.returnReason}`) })}</strong>
              </p>
              <p className="pk-lines">{referral.returnText}</p>
            </Note>
          ) : null}
          {referral.decision ? (
            <section className="pk-panel pk-stack" aria-labelledby="beslutet">
              <h2 id="beslutet">
                {t("show.decided", {
                  day: referral.decidedOn ? formatDate(i18n.language, referral.decidedOn) : "",
                })}
              </h2>
              <p className="pk-lines">{referral.decision}</p>
              <p>{t("show.mainResponsible", { name: referral.mainResponsibleName })}</p>
            </section>
          ) : null}
          {steps.includes("accepted") ? (
            <section className="pk-panel pk-stack" aria-labelledby="nasta">
              <h2 id="nasta">{t("show.next")}</h2>
              {loaded.enrolled ? <EnrolledNote enrolled={loaded.enrolled} /> : null}
              <AcceptReferral
                people={responsibles}
                isKnown={referral.participantId !== null}
                nextReference={loaded.nextReference}
                enrolled={loaded.enrolled?.reference ?? null}
                mayInvite={referral.person.email !== null && !referral.isHidden}
                lastResult={lastOf("ta-in")}
              />
              <Unfold title={t("show.return")} open={lastOf("atersand") !== null}>
                <ReturnReferral lastResult={lastOf("atersand")} />
              </Unfold>
            </section>
          ) : null}
          {referral.status === "accepted" ? (
            <section className="pk-panel pk-stack" aria-labelledby="uppgifter">
              <h2 id="uppgifter">{t("show.tasks")}</h2>
              <TaskList tasks={tasks} today={loaded.today} mayFinish={() => true} />
              <Unfold title={t("show.addTask")} open={lastOf("uppgift") !== null}>
                <AddTask
                  key={loaded.key}
                  people={responsibles}
                  formKey={loaded.key}
                  lastResult={lastOf("uppgift")}
                />
              </Unfold>
              <Unfold title={t("show.close")} open={lastOf("avsluta") !== null}>
                <CloseReferral lastResult={lastOf("avsluta")} />
              </Unfold>
            </section>
          ) : null}
          <ReferralHistory events={events} />
        </div>
        <ReferralAside
          referral={referral}
          caseWorkerName={loaded.caseWorkerName}
          meetings={meetings}
          mayTakeUp={steps.includes("taken_up")}
        />
      </div>
    </div>
  );
}
