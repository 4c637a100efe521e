import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConflictNote } from "#app/components/profiles/conflict-note";
import { participantDifferences } from "#app/components/profiles/participant-differences";
import { ParticipantFields, participantFieldOrder } from "#app/components/profiles/participant-fields";
import { RemoveIdentity } from "#app/components/profiles/remove-identity";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import { type ChangeParticipantForm, changeParticipantSchema } from "#app/domain/profiles/participant-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { changeParticipant, editParticipant } from "#app/services/profiles/change-participant.server";

export const loader = page(["coordinator"], async ({ actor, params }) =>
  unwrap(await editParticipant(actor, params.referens ?? "")),
);

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const submission = parseWithZod(form, { schema: changeParticipantSchema(today()) });
  if (submission.status !== "success") return data({ result: submission.reply(), current: null }, 400);
  const changed = await changeParticipant(actor, params.referens ?? "", submission.value);
  if (changed.ok) {
    return redirectWith(`/deltagare/${encodeURIComponent(changed.reference)}`, "participant_changed");
  }
  switch (changed.code) {
    case "changed_meanwhile":
      return data({ result: submission.reply(), current: changed.current }, 409);
    case "reference_taken": {
      const fieldErrors = { reference: ["reference_taken"] };
      return data({ result: submission.reply({ fieldErrors }), current: null }, 409);
    }
    case "confirm_removal": {
      const fieldErrors = { removeIdentity: ["confirm_removal"] };
      return data({ result: submission.reply({ fieldErrors }), current: null }, 400);
    }
    case "unknown_choice": {
      const fieldErrors = Object.fromEntries(changed.fields.map((name) => [name, ["choose_in_list"]]));
      return data({ result: submission.reply({ fieldErrors }), current: null }, 400);
    }
    default:
      return unwrap(changed);
  }
});

/** The page's title, read by root. */
export const handle = { title: "profiles:form.changeTitle" };

export default function ChangeParticipant() {
  const { participant, options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("profiles");
  const reply = answer && "result" in answer ? answer : null;
  const [form, fields] = useForm<ChangeParticipantForm>({
    id: "deltagare",
    lastResult: reply?.result ?? null,
    defaultValue: {
      reference: participant.reference,
      protectedIdentity: participant.protectedIdentity,
      name: participant.name,
      email: participant.email,
      sex: participant.sex,
      birthYear: participant.birthYear,
      municipality: participant.municipalityCode,
      locality: participant.locality,
      agency: participant.referral.agencyId,
      caseWorker: participant.referral.caseWorkerUser,
      referredOn: participant.referral.referredOn,
      purpose: participant.referral.purpose,
      question: participant.referral.question,
      tried: participant.referral.tried,
      wishes: participant.referral.wishes,
      otherAgencies: participant.referral.otherAgencies.map(String) as never,
      agenciesAgreed: participant.referral.agenciesAgreed ? "on" : undefined,
    },
  });
  const mayLoseIdentity = participant.name !== null || participant.email !== null;
  const home = participant.municipalityCode;
  const offered = options.municipalities.some(({ code }) => code === home);
  const municipalities =
    home && !offered
      ? [...options.municipalities, { code: home, name: participant.municipality ?? home }]
      : options.municipalities;
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("list.title") },
          {
            to: `/deltagare/${encodeURIComponent(participant.reference)}`,
            text: participant.reference,
          },
        ]}
        here={t("show.change")}
      />
      <h1>{t("form.changeTitle", { reference: participant.reference })}</h1>
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary
          formId="deltagare"
          ns="profiles"
          errors={form.allErrors}
          order={participantFieldOrder}
        />
        {reply?.current ? (
          <ConflictNote
            rows={participantDifferences(t, reply.current, reply.result.initialValue ?? {}, options)}
          />
        ) : null}
        {/* After a conflict the form carries the version that was shown: the next save is made knowing it. */}
        <input
          type="hidden"
          name="version"
          value={reply?.current?.version ?? typedVersion(reply) ?? participant.version}
        />
        <ParticipantFields fields={fields} options={{ ...options, municipalities }} />
        {mayLoseIdentity ? <RemoveIdentity field={fields.removeIdentity} /> : null}
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("form.save")}
          </button>
          <Link
            className="ds-button"
            data-variant="tertiary"
            to={`/deltagare/${encodeURIComponent(participant.reference)}`}
          >
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}

/** The version that the form was opened with: an error must not make it newer behind the writer's back. */
function typedVersion(
  reply: { result: { initialValue?: Record<string, unknown> | null } } | null,
): string | null {
  const version = reply?.result.initialValue?.version;
  return typeof version === "string" ? version : null;
}
