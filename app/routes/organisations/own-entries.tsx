import { Link, useLoaderData } from "@remix-run/react";
import { AppetiteState } from "#app/components/organisations/appetite-state";
import { EntryFields } from "#app/components/organisations/entry-fields";
import { ContactCard } from "#app/components/shell/contact-card";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { listOwnEntries } from "#app/services/organisations/list-own-entries.server";

export const loader = page(["employer"], async ({ actor }) => unwrap(await listOwnEntries(actor)));

/** The page's title, read by root. */
export const handle = { title: "register:own.title" };

/** What coordinators have written on the employer's behalf, by whom, and when they were in touch. */
export default function OwnEntries() {
  const { ownerName, appetite, askAgainOn, entries, contacts, reach } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("register");
  const day = (moment: string) => formatDate(i18n.language, moment);
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("own.crumb") }]} here={t("own.title")} />
      <PageTitle title={t("own.title")} lead={t("own.lead")} />
      <p>{ownerName ? t("own.holder", { name: ownerName }) : t("own.noHolder")}</p>
      <p className="pk-row">
        <AppetiteState appetite={appetite} />
        {askAgainOn ? <span>{t("askAgainOn", { day: day(askAgainOn) })}</span> : null}
      </p>
      <section className="pk-stack pk-gap-after" aria-labelledby="hor-av-er">
        <h2 id="hor-av-er">{t("own.reach")}</h2>
        <ul className="pk-cards">
          {reach.map((association) => (
            <ContactCard key={association.name} association={association} />
          ))}
        </ul>
        <p>
          <Link className="pk-tap" to="/kontakt">
            {t("own.allContacts")}
          </Link>
        </p>
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="inskrivet">
        <h2 id="inskrivet">{t("own.entries")}</h2>
        {entries.length === 0 ? <p>{t("own.noEntries")}</p> : null}
        <ul className="pk-plainlist pk-stack">
          {entries.map(({ changes, ...entry }) => (
            <li key={`${entry.at} ${entry.what} ${entry.subject}`}>
              <strong>
                {t("own.entry", {
                  what: t(`what.${entry.what}`),
                  subject: entry.what === "appetite" ? t(`appetite.${entry.subject}`) : entry.subject,
                })}
              </strong>
              <p className="pk-soft">
                <time dateTime={entry.at}>{day(entry.at)}</time> ·{" "}
                {t("own.by", {
                  done: t(`done.${entry.done}`),
                  name: entry.byName,
                  association: entry.association,
                })}
              </p>
              <EntryFields changes={changes} />
            </li>
          ))}
        </ul>
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="kontakter">
        <h2 id="kontakter">{t("own.contacts")}</h2>
        {contacts.length === 0 ? <p>{t("own.noContacts")}</p> : null}
        <ul className="pk-plainlist pk-stack">
          {contacts.map((contact, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two contacts may be alike in all that is shown
            <li key={place}>
              <strong>{t(`channel.${contact.channel}`)}</strong>{" "}
              <time dateTime={contact.happenedOn}>{day(contact.happenedOn)}</time>
              <p className="pk-soft">
                {t("page.by", { name: contact.userName, association: contact.association })}
              </p>
            </li>
          ))}
        </ul>
        <Note>
          <p>{t("own.internal")}</p>
        </Note>
      </section>
    </>
  );
}
