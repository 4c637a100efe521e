import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type HandoverForm, handoverFormSchema, handoverReasons } from "#app/domain/followups/hand-over";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate } from "#app/i18n/format";
import { handOver, readHandover } from "#app/services/followups/hand-over.server";

/** `fran`: whose caseload (a user, or empty for what nobody follows up); `overenskommelse`: ticked beforehand. */
export const loader = page(["coordinator", "coach"], async ({ actor, url }) => {
  const read = unwrap(await readHandover(actor, url.searchParams.get("fran")));
  const ticked = url.searchParams.get("overenskommelse");
  return { ...read, ticked: read.followed.some(({ id }) => id === ticked) ? ticked : null };
});

export const action = submit(["coordinator", "coach"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: handoverFormSchema });
  if (submission.status !== "success") {
    unwrap(await readHandover(actor, String(form.get("from") ?? "")));
    return data({ result: submission.reply() }, 400);
  }
  const handed = await handOver(actor, submission.value);
  if (handed.ok)
    return redirectWith(
      "/uppfoljningar",
      handed.kept > 0 ? "followup_handed_over_in_part" : "followup_handed_over",
    );
  if (handed.code === "not_found") return unwrap(handed);
  const field = {
    to_unknown: "to",
    until_past: "until",
    nothing_to_hand_over: "what",
    only_its_group: "to",
    rest_only_its_group: "to",
  }[handed.code];
  return data({ result: submission.reply({ fieldErrors: { [field]: [handed.code] } }) }, 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "followups:handOver.title" };

const ns = "followups";
const order = ["to", "what", "agreements", "reason", "until", "note"] as const;

/** A caseload, or some of it, to a colleague. */
export default function HandOver() {
  const read = useLoaderData<typeof loader>();
  const { from, staff, followed, hidden, mayChooseWhom } = read;
  const { t } = useTexts(ns);
  const total = followed.length + hidden;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/uppfoljningar", text: t("list.title") }]} here={t("handOver.crumb")} />
      <PageTitle title={t("handOver.title")} lead={t("handOver.lead")} />
      {mayChooseWhom ? (
        <Form method="get" className="pk-panel pk-search" key={from.userId}>
          <div className="ds-field">
            <label className="ds-label" htmlFor="fran">
              {t("handOver.whose")}
            </label>
            <select className="ds-input" id="fran" name="fran" defaultValue={from.userId}>
              {staff.map(({ userId, name, count }) => (
                <option key={userId} value={userId}>
                  {t("handOver.person", { name, count })}
                </option>
              ))}
              <option value="">
                {t("handOver.nobody", { count: from.userId === "" ? total : read.unfollowed })}
              </option>
            </select>
          </div>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("handOver.show")}
          </button>
        </Form>
      ) : null}
      {total === 0 ? (
        <section className="pk-panel pk-stack">
          <p>{from.userId === "" ? t("handOver.noneOfNobody") : t("handOver.none", { name: from.name })}</p>
        </section>
      ) : (
        <Fields key={from.userId} />
      )}
    </div>
  );
}

function Fields() {
  const { from, staff, followed, hidden, ticked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(ns);
  const [form, fields] = useForm<HandoverForm>({
    id: "overlamna",
    lastResult: answer && "result" in answer ? answer.result : null,
    defaultValue: {
      from: from.userId,
      what: ticked ? "chosen" : "whole",
      agreements: ticked ? [ticked] : [],
    },
  });
  const total = followed.length + hidden;
  return (
    <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
      <ErrorSummary
        formId="overlamna"
        ns={ns}
        errors={form.allErrors}
        labels="handOver.field"
        order={order}
      />
      <input type="hidden" name="from" value={from.userId} />
      <SelectField field={fields.to} ns={ns} label={t("handOver.field.to")}>
        <option value="">{t("handOver.choose")}</option>
        {staff
          .filter(({ userId, works }) => works && userId !== from.userId)
          .map(({ userId, name, count }) => (
            <option key={userId} value={userId}>
              {t("handOver.person", { name, count })}
            </option>
          ))}
      </SelectField>
      <Choices
        field={fields.what}
        ns={ns}
        type="radio"
        legend={t("handOver.field.what")}
        choices={[
          { value: "whole", label: t("handOver.whole", { count: total }) },
          ...(followed.length > 0 ? [{ value: "chosen", label: t("handOver.chosen") }] : []),
        ]}
      />
      {followed.length > 0 ? (
        <Choices
          field={fields.agreements}
          ns={ns}
          type="checkbox"
          legend={t("handOver.field.agreements")}
          choices={followed.map(({ id, reference, employerName, endsOn }) => ({
            value: id,
            label: t("handOver.row", {
              code: reference,
              employer: employerName,
              day: formatDate(i18n.language, endsOn),
            }),
          }))}
        />
      ) : null}
      {hidden > 0 ? <p className="pk-soft">{t("handOver.hidden", { count: hidden })}</p> : null}
      <Choices
        field={fields.reason}
        ns={ns}
        type="radio"
        legend={t("handOver.field.reason")}
        choices={handoverReasons.map((value) => ({ value, label: t(`handOver.reason.${value}`) }))}
      />
      <TextField
        field={fields.until}
        ns={ns}
        label={t("handOver.field.until")}
        hint={t("hint.until")}
        type="date"
      />
      <TextField
        field={fields.note}
        ns={ns}
        label={t("handOver.field.note")}
        hint={t("hint.note")}
        rows={3}
        longest={300}
      />
      <div className="pk-actions">
        <button className="ds-button" type="submit">
          {t("handOver.save")}
        </button>
      </div>
    </Form>
  );
}
