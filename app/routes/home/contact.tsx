import { Form, Link, useLoaderData } from "@remix-run/react";
import { LocalityInput } from "#app/components/geo/locality-input";
import { NearNames } from "#app/components/geo/near-names";
import { ContactCard } from "#app/components/shell/contact-card";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import type { AssociationContact } from "#app/domain/organisations/association-contact";
import { page } from "#app/http/handler.server";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { readContacts } from "#app/services/organisations/association-contact.server";

/** `ort`: where somebody lives or works, as people type it. */
export const loader = page("public", async ({ actor, url }) => {
  const place = (url.searchParams.get("ort") ?? "").trim().slice(0, 80);
  const contacts = await readContacts(actor, place);
  const near = contacts.asked && contacts.asked.municipality === null ? await nearLocalities(place) : [];
  return { place, contacts, near };
});

/** The page's title, read by root. */
export const handle = { title: "contact:title" };

/** Whom to call or write to: the own association first, else by municipality. */
export default function Contact() {
  const { place, contacts, near } = useLoaderData<typeof loader>();
  const { t } = useTexts("contact");
  const { own, asked, all } = contacts;
  const others = all.filter(({ name }) => !own.some((mine) => mine.name === name));
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <Group id="egna" title={t("own", { count: own.length })} rows={own} />
      <section className="pk-stack pk-gap-after" aria-labelledby="hitta">
        <h2 id="hitta">{t("ask.title")}</h2>
        <Form method="get" className="pk-ask" action="/kontakt#hitta">
          <div className="ds-field">
            <label className="ds-label" htmlFor="ort">
              {t("ask.field")}
            </label>
            <p className="pk-soft pk-small" data-field="description" id="ort-hint">
              {t("ask.hint")}
            </p>
            <LocalityInput
              id="ort"
              name="ort"
              key={place}
              maxLength={80}
              defaultValue={place}
              aria-describedby="ort-hint"
            />
          </div>
          <button className="ds-button" type="submit">
            {t("ask.show")}
          </button>
        </Form>
        <div role="status">{asked ? <Found place={place} asked={asked} near={near} /> : null}</div>
      </section>
      {asked && asked.found.length > 0 ? null : <Group id="alla" title={t("all")} rows={others} />}
    </>
  );
}

function Found(props: {
  place: string;
  near: string[];
  asked: { municipality: string | null; found: AssociationContact[] };
}) {
  const { t } = useTexts("contact");
  const { municipality, found } = props.asked;
  if (municipality === null) {
    return (
      <Note tone="warn">
        <p>{t("found.unknown", { place: props.place })}</p>
        <NearNames names={props.near}>
          {(name) => <Link to={`/kontakt?${new URLSearchParams({ ort: name })}#hitta`}>{name}</Link>}
        </NearNames>
      </Note>
    );
  }
  if (found.length === 0) return <Note>{t("found.none", { municipality })}</Note>;
  return (
    <>
      <p>{t("found.some", { municipality })}</p>
      <Cards rows={found} />
    </>
  );
}

function Group({ id, title, rows }: { id: string; title: string; rows: AssociationContact[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="pk-stack pk-gap-after" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Cards rows={rows} />
    </section>
  );
}

function Cards({ rows }: { rows: AssociationContact[] }) {
  return (
    <ul className="pk-cards">
      {rows.map((association) => (
        <ContactCard key={association.name} association={association} />
      ))}
    </ul>
  );
}
