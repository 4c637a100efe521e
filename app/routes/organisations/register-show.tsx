import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ContactFields } from "#app/components/organisations/contact-form";
import { ContactLog } from "#app/components/organisations/contact-log";
import { EmployerLessons } from "#app/components/organisations/employer-lessons";
import { FatigueNote } from "#app/components/organisations/fatigue-note";
import { GuardNote } from "#app/components/organisations/guard-note";
import { HostingPanel } from "#app/components/organisations/hosting-panel";
import { MergesPanel } from "#app/components/organisations/merges-panel";
import { PeoplePanel } from "#app/components/organisations/people-panel";
import { AppetitePanel, OwnerPanel, RingsPanel } from "#app/components/organisations/relation-panels";
import { WorkplacesPanel } from "#app/components/organisations/workplaces-panel";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { type ContactFormValues, contactFormSchema } from "#app/domain/organisations/contact-log";
import { readId } from "#app/domain/organisations/employer-id";
import { isHiddenNumber } from "#app/domain/organisations/organisation-number";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { finishStep, logContact } from "#app/services/organisations/log-contact.server";
import { showEmployer } from "#app/services/organisations/show-employer.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  const found = unwrap(await showEmployer(actor, id));
  // A record that was merged away lives on where it went.
  if (found.employer === null) throw redirect(`/samordnare/arbetsgivare/${found.movedTo}`, 301);
  return {
    employer: found.employer,
    isMine: found.employer.owner?.userId === actor.userId,
    today: today(),
    formKey: crypto.randomUUID(),
  };
});

/** `intent=done` marks a next step as done; otherwise the form is a contact to write down. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  const here = `/samordnare/arbetsgivare/${id}`;
  if (form.get("intent") === "done") {
    const contact = readId(form.get("contact"));
    if (contact === null) throw notFound();
    unwrap(await finishStep(actor, id, contact));
    return redirectWith(here, "saved");
  }
  const submission = parseWithZod(form, { schema: contactFormSchema(today()) });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const logged = await logContact(actor, id, submission.value);
  if (logged.ok) return redirectWith(here, "contact_saved");
  if (logged.code === "names_participant") {
    return data(submission.reply({ fieldErrors: { note: [logged.code] } }), 400);
  }
  return unwrap(logged);
});

/** The page's title, read by root. */
export const handle = { title: (data: { employer?: { name: string } }) => data.employer?.name };

export default function ShowEmployer() {
  const { employer, isMine } = useLoaderData<typeof loader>();
  const { t } = useTexts("register");
  const at = `/samordnare/arbetsgivare/${employer.id}`;
  return (
    <>
      <Crumbs steps={[{ to: "/samordnare/arbetsgivare", text: t("title") }]} here={employer.name} />
      <PageTitle
        title={employer.name}
        lead={t(isHiddenNumber(employer.organisationNumber) ? "page.factsHidden" : "page.facts", {
          number: employer.organisationNumber ?? t("page.noNumber"),
          sector: t(`vocabulary:sector.${employer.sector}`),
        })}
      >
        <LinkButton to={`${at}/andra`}>{t("page.changeOf")}</LinkButton>
      </PageTitle>
      {employer.isPersonalNumber || !employer.verified ? (
        <p className="pk-row">
          {employer.isPersonalNumber ? (
            <State tone="warn">
              {t(isHiddenNumber(employer.organisationNumber) ? "page.numberHidden" : "page.personalNumber")}
            </State>
          ) : null}
          {employer.verified ? null : <State tone="neutral">{t("page.unverified")}</State>}
        </p>
      ) : null}
      <GuardNote warnings={employer.hosting.warnings} />
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <LogPanel />
          <ContactLog employerId={employer.id} contacts={employer.contacts} more={employer.moreContacts} />
          <WorkplacesPanel employerId={employer.id} workplaces={employer.workplaces} />
          <EmployerLessons lessons={employer.lessons} />
          <MergesPanel merges={employer.merges} />
        </div>
        <aside className="pk-stack" aria-label={t("page.owner")}>
          <OwnerPanel employer={employer} isMine={isMine} />
          <AppetitePanel employer={employer} />
          <PeoplePanel employerId={employer.id} people={employer.people} workplaces={employer.workplaces} />
          <HostingPanel hosting={employer.hosting} />
          <RingsPanel rings={employer.rings} />
          <p>
            <Link className="pk-tap" to={`${at}/sla-ihop`}>
              {t("page.merge")}
            </Link>
          </p>
        </aside>
      </div>
    </>
  );
}

function LogPanel() {
  const { employer, today: day, formKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("register");
  const [form, fields] = useForm<ContactFormValues>({
    // A form that was saved is another one: its fields are empty again.
    id: `kontakt-${employer.contacts.length + employer.moreContacts}`,
    defaultValue: { key: formKey, happenedOn: day },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="anteckna">
      <h2 id="anteckna">{t("log.title")}</h2>
      <FatigueNote fatigue={employer.fatigue} />
      <Form method="post" className="pk-form" key={form.id} {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
        <input type="hidden" name="key" defaultValue={fields.key.initialValue ?? formKey} />
        <ContactFields fields={fields} />
        <p>
          <button className="ds-button" type="submit">
            {t("log.save")}
          </button>
        </p>
      </Form>
    </section>
  );
}
