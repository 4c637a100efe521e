import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { readId } from "#app/domain/organisations/employer-id";
import { type RingForm, ringFormSchema } from "#app/domain/organisations/ring";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { changeRing, setRingMember, showRing } from "#app/services/organisations/save-ring.server";

export const loader = page(["coordinator"], async ({ actor, params, url }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  const text = (url.searchParams.get("sok") ?? "").trim().slice(0, 80);
  return { ...unwrap(await showRing(actor, id, text)), text };
});

/** `intent` put or take with `employer` changes who is in the ring; otherwise its name and text are saved. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  unwrap(await showRing(actor, id, ""));
  const here = `/samordnare/arbetsgivarringar/${id}`;
  const intent = form.get("intent");
  if (intent === "put" || intent === "take") {
    const employer = readId(form.get("employer"));
    if (employer === null) throw notFound();
    unwrap(await setRingMember(actor, id, employer, intent === "put"));
    return redirectWith(here, "saved");
  }
  const submission = parseWithZod(form, { schema: ringFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const changed = await changeRing(actor, id, submission.value);
  if (changed.ok) return redirectWith(here, "saved");
  if (changed.code === "name_taken")
    return data(submission.reply({ fieldErrors: { name: [changed.code] } }), 409);
  return unwrap(changed);
});

/** The page's title, read by root. */
export const handle = { title: (data: { ring?: { name: string } }) => data.ring?.name };

export default function ShowRing() {
  const { ring, found, text } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("register");
  const [form, fields] = useForm<RingForm>({
    id: "ring",
    defaultValue: { name: ring.name, about: ring.about },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare/arbetsgivare", text: t("title") },
          { to: "/samordnare/arbetsgivarringar", text: t("ring.crumb") },
        ]}
        here={ring.name}
      />
      <PageTitle title={ring.name} lead={ring.about}>
        <Link className="ds-button" data-variant="secondary" to={`/samordnare/arbetsgivare?ring=${ring.id}`}>
          {t("ring.inRegister")}
        </Link>
      </PageTitle>
      <section className="pk-panel pk-sec" aria-labelledby="med">
        <header className="pk-sec__head">
          <h2 id="med">{t("ring.employers")}</h2>
          {ring.employers.length === 0 ? <p>{t("ring.empty")}</p> : null}
        </header>
        <ul>
          {ring.employers.map(({ id, name, localities, freeSlots }) => (
            <li key={id} className="pk-todo">
              <p className="pk-todo__who">
                <Link to={`/samordnare/arbetsgivare/${id}`}>{name}</Link>
              </p>
              <p className="pk-todo__why">
                {[localities.join(", "), t("ring.free", { count: freeSlots })].filter(Boolean).join(" · ")}
              </p>
              <MemberButton
                intent="take"
                employer={id}
                label={t("ring.take", { name })}
                text={t("shell:remove")}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="sok-rubrik">
        <h2 id="sok-rubrik">{t("ring.search")}</h2>
        <Form method="get" className="pk-search">
          <div className="ds-field">
            <label className="ds-label" htmlFor="sok">
              {t("form.name")}
            </label>
            <input className="ds-input" id="sok" name="sok" maxLength={80} defaultValue={text} />
          </div>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("ring.find")}
          </button>
        </Form>
        {text !== "" && found.length === 0 ? <p>{t("ring.nothing")}</p> : null}
        <ul className="pk-plainlist">
          {found.map(({ id, name }) => (
            <li key={id} className="pk-row">
              <MemberButton
                intent="put"
                employer={id}
                label={t("ring.put", { name })}
                text={t("ring.put", { name })}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="andra">
        <h2 id="andra">{t("ring.change")}</h2>
        <Form method="post" className="pk-form" {...getFormProps(form)}>
          <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
          <TextField field={fields.name} ns="register" label={t("ring.name")} longest={80} />
          <TextField field={fields.about} ns="register" label={t("ring.about")} rows={2} longest={500} />
          <p>
            <button className="ds-button" data-variant="secondary" type="submit">
              {t("form.save")}
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}

function MemberButton(props: { intent: "put" | "take"; employer: number; label: string; text: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="employer" value={props.employer} />
      <button
        className="ds-button"
        data-variant="secondary"
        type="submit"
        name="intent"
        value={props.intent}
        aria-label={props.label}
      >
        {props.text}
      </button>
    </Form>
  );
}
