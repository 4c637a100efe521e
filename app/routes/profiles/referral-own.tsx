import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ReferralFields, referralFieldOrder } from "#app/components/profiles/referral/referral-fields";
import { ReferralHistory } from "#app/components/profiles/referral/referral-history";
import { ReferralRequest } from "#app/components/profiles/referral/referral-request";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { TaskList } from "#app/components/profiles/referral/task-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { referralCode } from "#app/domain/profiles/referral";
import { type ReferralAgain, referralAgainSchema } from "#app/domain/profiles/referral-form";
import { referralStepsFrom } from "#app/domain/profiles/referral-transitions";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import { readOwnReferral } from "#app/services/profiles/read-referral.server";
import { finishTask } from "#app/services/profiles/referral-tasks.server";
import { sendAgain } from "#app/services/profiles/send-referral.server";

export const loader = page(["case_worker"], async ({ actor, params }) => {
  const read = unwrap(await readOwnReferral(actor, params.id ?? ""));
  return {
    ...read,
    today: today(),
    me: actor.userId,
    steps: referralStepsFrom(read.referral.status, actor.role),
  };
});

export const action = submit(["case_worker"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/handlaggare/remiss/${id}`;
  const intent = form.get("gor");
  if (intent === "klar" || intent === "ej-klar") {
    unwrap(await finishTask(actor, id, String(form.get("task")), intent === "klar"));
    return redirectWith(here, "saved");
  }
  if (intent === "ta-tillbaka") {
    unwrap(await readOwnReferral(actor, id));
    const moved = await moveReferral(actor, id, { to: "withdrawn" });
    return moved.ok ? redirectWith(here, "referral_withdrawn") : data({ code: moved.code as string }, 409);
  }
  unwrap(await readOwnReferral(actor, id));
  const submission = parseWithZod(form, { schema: referralAgainSchema });
  if (submission.status !== "success") return data({ result: submission.reply() }, 400);
  const sent = await sendAgain(actor, id, submission.value);
  if (sent.ok) return redirectWith(here, "referral_sent");
  if (sent.code === "unknown_choice") {
    const fieldErrors = Object.fromEntries(sent.fields.map((name) => [name, ["choose_in_list"]]));
    return data({ result: submission.reply({ fieldErrors }) }, 400);
  }
  return data({ result: submission.reply({ formErrors: [sent.code] }) }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "referrals:own.title" };

/** A case worker's own referral: how it stands, what was decided, and an answer when it came back. */
export default function OwnReferral() {
  const { referral, events, tasks, options, today, me, steps } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("referrals");
  const code = referral.reference ?? referralCode(referral.id);
  const mayAnswer = steps.includes("sent");
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/handlaggare", text: t("profiles:cases.title") }]} here={code} />
      <div className="pk-title">
        <div>
          <h1>{referral.reference ? t("show.titleOf", { reference: code }) : t("show.title", { code })}</h1>
          <p>
            <ReferralState status={referral.status} /> {t(`statusHint.${referral.status}`)}
          </p>
        </div>
        {referral.reference && referral.status === "accepted" ? (
          <LinkButton to={`/deltagare/${encodeURIComponent(referral.reference)}/plan`}>
            {t("own.plan")}
          </LinkButton>
        ) : null}
      </div>
      {answer && "code" in answer ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${answer.code}`)}</p>
        </Note>
      ) : null}
      {referral.status === "returned" && referral.returnReason ? (
        <Note tone="warn">
          <p>
            <strong>{t("show.returned", { reason: t(`returnReason.${referral.returnReason}`) })}</strong>
          </p>
          <p className="pk-lines">{referral.returnText}</p>
        </Note>
      ) : null}
      {referral.decision ? (
        <section className="pk-panel pk-stack" aria-labelledby="beslut">
          <h2 id="beslut">
            {t("show.decided", {
              day: referral.decidedOn ? formatDate(i18n.language, referral.decidedOn) : "",
            })}
          </h2>
          <p className="pk-lines">{referral.decision}</p>
          {referral.mainResponsibleName ? (
            <p>{t("show.mainResponsible", { name: referral.mainResponsibleName })}</p>
          ) : null}
          <h3>{t("show.tasks")}</h3>
          <TaskList tasks={tasks} today={today} mayFinish={(task) => task.responsibleUser === me} />
        </section>
      ) : null}
      {mayAnswer ? (
        <Again referral={referral} options={options} answer={answer} />
      ) : (
        <ReferralRequest referral={referral} />
      )}
      <ReferralHistory events={events} />
      {steps.includes("withdrawn") ? (
        <Unfold title={t("show.withdraw")}>
          <Form method="post" className="pk-stack">
            <p>{t("show.withdrawText")}</p>
            <button
              className="ds-button"
              data-variant="secondary"
              type="submit"
              name="gor"
              value="ta-tillbaka"
            >
              {t("show.withdrawButton")}
            </button>
          </Form>
        </Unfold>
      ) : null}
      <p>
        <Link to="/handlaggare">{t("profiles:cases.title")}</Link>
      </p>
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Again(props: {
  referral: Loaded["referral"];
  options: Loaded["options"];
  answer: ReturnType<typeof useActionData<typeof action>>;
}) {
  const { referral, options, answer } = props;
  const { t } = useTexts("referrals");
  const { person } = referral;
  const [form, fields] = useForm<ReferralAgain>({
    id: "igen",
    lastResult: answer && "result" in answer ? answer.result : null,
    defaultValue: {
      about: "new",
      protectedIdentity: person.protectedIdentity,
      name: person.name,
      email: person.email,
      phone: person.phone,
      sex: person.sex,
      birthYear: person.birthYear === null ? undefined : String(person.birthYear),
      municipality: person.municipalityCode,
      purpose: referral.purpose,
      question: referral.question,
      tried: referral.tried,
      wishes: referral.wishes,
      agencies: referral.otherAgencies.map(({ id }) => String(id)),
      agenciesAgreed: referral.agenciesAgreed ? "on" : undefined,
    } as never,
  });
  return (
    <section className="pk-stack" aria-labelledby="svara">
      <h2 id="svara">{t("form.againTitle")}</h2>
      <p>{t("form.againLead")}</p>
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId="igen" ns="referrals" errors={form.allErrors} order={referralFieldOrder} />
        <ReferralFields
          fields={fields}
          options={{ ...options, ownCases: [] }}
          isKnown={referral.participantId !== null}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("form.sendAgain")}
          </button>
        </div>
      </Form>
    </section>
  );
}
