import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useFormId } from "#app/components/ui/use-form-id";
import { useTexts } from "#app/components/ui/use-texts";
import { type AwayValues, awaySchema, nobody } from "#app/domain/organisations/person-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { readOwnAway, setOwnAway } from "#app/services/organisations/own-people.server";

export const loader = page(["employer"], async ({ actor }) => {
  const { self, others } = unwrap(await readOwnAway(actor));
  const { awayFrom, awayUntil, delegateId } = self;
  const isSet = awayFrom !== null && awayUntil !== null && awayUntil >= today();
  return {
    others,
    away: isSet
      ? { from: awayFrom, until: awayUntil, standIn: others.find(({ id }) => id === delegateId) ?? null }
      : null,
    values: isSet
      ? { from: awayFrom, until: awayUntil, delegate: delegateId === null ? nobody : String(delegateId) }
      : null,
  };
});

/** `gor=tillbaka` ends it; otherwise `from`, `until` and `delegate`. */
export const action = submit(["employer"], async ({ actor, form }) => {
  if (form.get("gor") === "tillbaka") {
    unwrap(await setOwnAway(actor, null));
    return redirectWith("/arbetsgivare/borta", "saved");
  }
  const submission = parseWithZod(form, { schema: awaySchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  if (submission.value.until < today())
    return data(submission.reply({ fieldErrors: { until: ["until_past"] } }), 400);
  const set = await setOwnAway(actor, submission.value);
  if (set.ok) return redirectWith("/arbetsgivare/borta", "saved");
  if (set.code === "not_found") return unwrap(set);
  return data(submission.reply({ fieldErrors: { delegate: [set.code] } }), 409);
});

/** The page's title, read by root. */
export const handle = { title: "portal:away.title" };

/** Who stands in while one is away. */
export default function OwnAway() {
  const loaded = useLoaderData<typeof loader>();
  const { others, away, values } = loaded;
  const lastResult = useActionData<typeof action>();
  const { t, i18n } = useTexts("portal");
  const [form, fields] = useForm<AwayValues>({
    id: useFormId("borta", loaded),
    defaultValue: values ?? {},
    lastResult: lastResult ?? null,
  });
  const day = (date: string) => formatDate(i18n.language, `${date}T12:00:00Z`);
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("crumb") }]} here={t("away.title")} />
      <PageTitle title={t("away.title")} lead={t("away.lead")} />
      {away ? (
        <Note>
          <p>
            {t(nowText(away.standIn), {
              from: day(away.from),
              until: day(away.until),
              name: away.standIn?.name,
            })}
          </p>
          {away.standIn && !away.standIn.signsIn ? (
            <p>
              <Link to={`/arbetsgivare/personer/${away.standIn.id}`}>
                {t("away.invite", { name: away.standIn.name })}
              </Link>
            </p>
          ) : null}
          <Form method="post">
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="tillbaka">
              {t("away.back")}
            </button>
          </Form>
        </Note>
      ) : null}
      <Form method="post" className="pk-form pk-panel pk-stack" key={form.id} {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="portal" errors={form.allErrors} labels="away" />
        <div className="pk-fields">
          <TextField field={fields.from} ns="portal" label={t("away.from")} type="date" />
          <TextField field={fields.until} ns="portal" label={t("away.until")} type="date" />
        </div>
        <Choices
          field={fields.delegate}
          ns="portal"
          type="radio"
          legend={t("away.delegate")}
          choices={[
            ...others.map(({ id, name, signsIn }) => ({
              value: String(id),
              label: t(signsIn ? "away.answers" : "away.onlyMails", { name }),
            })),
            { value: nobody, label: t("away.nobody") },
          ]}
        />
        <p>
          <Link to="/arbetsgivare/personer">{t("away.addPerson")}</Link>
        </p>
        <div className="pk-actions pk-row">
          <button className="ds-button" type="submit">
            {t("save")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/arbetsgivare">
            {t("cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}

function nowText(standIn: { signsIn: boolean } | null): string {
  if (standIn === null) return "away.nowNobody";
  return standIn.signsIn ? "away.now" : "away.nowOnlyMails";
}
