import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { WeightExample } from "#app/components/matching/weight-example";
import { WeightList } from "#app/components/matching/weight-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  defaultWeights,
  scoreParts,
  type Weights,
  type WeightsFormValues,
  weightsFormSchema,
  weightsKey,
} from "#app/domain/matching/weights";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { readMatchWeights } from "#app/services/matching/read-match-weights.server";
import { setMatchWeights } from "#app/services/matching/set-match-weights.server";

export const loader = page(["admin", "coordinator"], async ({ actor }) =>
  unwrap(await readMatchWeights(actor)),
);

export const action = submit(["admin"], async ({ actor, form }) => {
  if (form.get("gor") === "forvalt") {
    const seen = String(form.get("seen") ?? "");
    const reset = await setMatchWeights(actor, { weights: null, seen });
    if (!reset.ok && reset.code === "changed_meanwhile") return data({ code: reset.code }, 409);
    unwrap(reset);
    return redirectWith("/admin/viktning", "saved");
  }
  const submission = parseWithZod(form, { schema: weightsFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const saved = await setMatchWeights(actor, submission.value);
  if (!saved.ok && saved.code === "changed_meanwhile")
    return data(submission.reply({ formErrors: [saved.code] }), 409);
  unwrap(saved);
  return redirectWith("/admin/viktning", "saved");
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "weights:title" };

export default function MatchWeights() {
  const { weights, isDefault, mayChange } = useLoaderData<typeof loader>();
  const { t } = useTexts(["weights", "start"]);
  return (
    <div className="pk-stack">
      {mayChange ? (
        <Crumbs steps={[{ to: "/admin", text: t("start:admin.title") }]} here={t("title")} />
      ) : null}
      <PageTitle title={t("title")} lead={t("lead")} />
      <p>
        {t(isDefault ? "isDefault" : "isOwn")} {t("never")}
      </p>
      {mayChange ? (
        <Change weights={weights} isDefault={isDefault} />
      ) : (
        <>
          <WeightList weights={weights} />
          <p className="pk-soft">{t("readOnly")}</p>
          <WeightExample now={weights} />
        </>
      )}
    </div>
  );
}

function Change({ weights, isDefault }: { weights: Weights; isDefault: boolean }) {
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts(["weights", "matching"]);
  const result = lastResult && "status" in lastResult ? lastResult : null;
  const [form, fields] = useForm<WeightsFormValues>({
    id: "viktning",
    defaultValue: Object.fromEntries(scoreParts.map((part) => [part, String(weights[part])])),
    lastResult: result,
  });
  const [typed, setTyped] = useState<Record<string, unknown>>(result?.initialValue ?? weights);
  const read = weightsFormSchema.safeParse(
    Object.fromEntries(scoreParts.map((part) => [part, String(typed[part] ?? "")])),
  );
  const defaults = scoreParts.map((part) => `${t(`matching:part.${part}`)} ${defaultWeights[part]}`);
  const sum = scoreParts.reduce((all, part) => all + (Number(typed[part]) || 0), 0);
  return (
    <>
      {lastResult && "code" in lastResult ? (
        <Note tone="warn" role="alert">
          <p>{t("error.changed_meanwhile")}</p>
        </Note>
      ) : null}
      <div className="pk-two pk-two--right">
        <Form method="post" className="pk-form" {...getFormProps(form)}>
          <ErrorSummary
            formId={form.id}
            ns="weights"
            errors={form.allErrors}
            labels={(name) =>
              scoreParts.some((part) => part === name) ? t(`matching:part.${name}`) : undefined
            }
          />
          <input type="hidden" name="seen" value={weightsKey(weights)} />
          {scoreParts.map((part) => (
            <TextField
              key={part}
              field={fields[part]}
              ns="weights"
              label={t("field", { part: t(`matching:part.${part}`) })}
              hint={t(`explained.${part}`)}
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              onChange={(event) => setTyped({ ...typed, [part]: event.currentTarget.value })}
            />
          ))}
          <p role="status">
            <strong>{t("sum", { sum })}</strong>
          </p>
          <p>
            <button className="ds-button" type="submit">
              {t("save")}
            </button>
          </p>
        </Form>
        <WeightExample now={weights} typed={read.success ? read.data.weights : null} />
      </div>
      {isDefault ? null : (
        <Form method="post" className="pk-stack">
          <input type="hidden" name="seen" value={weightsKey(weights)} />
          <input type="hidden" name="gor" value="forvalt" />
          <p className="pk-soft">{t("resetHint", { list: defaults.join(", ") })}</p>
          <p>
            <button className="ds-button" data-variant="secondary" type="submit">
              {t("reset")}
            </button>
          </p>
        </Form>
      )}
    </>
  );
}
