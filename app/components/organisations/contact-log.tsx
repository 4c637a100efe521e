import { Link } from "@remix-run/react";
import { FinishStep } from "#app/components/organisations/contact-form";
import { Icon, type IconName } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Channel, EmployerContact } from "#app/domain/organisations/contact-log";
import { formatDate } from "#app/i18n/format";

const icons: Record<Channel, IconName> = {
  telefon: "chat",
  besok: "pin",
  mejl: "chat",
  sms: "chat",
  forslag: "person",
};

/** What has been said with an employer, the newest first, and the steps that wait. */
export function ContactLog(props: { employerId: number; contacts: EmployerContact[]; more: number }) {
  const { employerId, contacts, more } = props;
  const { t, i18n } = useTexts("register");
  const day = (on: string) => formatDate(i18n.language, on);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="kontakter">
      <h2 id="kontakter">{t("log.history")}</h2>
      <p className="pk-soft">{contacts.length > 0 ? t("log.historyLead") : t("log.none")}</p>
      <ol className="pk-line">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <Icon name={icons[contact.channel]} />
            <b>
              {t(`channel.${contact.channel}`)}
              {contact.withWhom ? ` ${t("log.with", { name: contact.withWhom })}` : null}
            </b>
            {contact.note ? <Note contact={contact} /> : null}
            <span className="pk-soft">
              <time dateTime={contact.happenedOn}>{day(contact.happenedOn)}</time>
              {" · "}
              {t("page.by", { name: contact.userName, association: contact.association })}
            </span>
            <Changes contact={contact} day={day} />
            <NextStep contact={contact} day={day} />
            {contact.mayCorrect ? (
              <Link
                className="pk-tap"
                to={`/samordnare/arbetsgivare/${employerId}/kontakt/${contact.id}`}
                aria-label={t("log.correctLabel", {
                  what: t(`channel.${contact.channel}`),
                  day: day(contact.happenedOn),
                })}
              >
                {t("log.correct")}
              </Link>
            ) : null}
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="pk-soft">{t("log.more", { count: more })}</p> : null}
    </section>
  );
}

function Note({ contact }: { contact: EmployerContact }) {
  return contact.struck ? (
    <s className="pk-prose">{contact.note}</s>
  ) : (
    <span className="pk-prose">{contact.note}</span>
  );
}

/** Who has put the note right or struck it, and when. */
function Changes({ contact, day }: { contact: EmployerContact; day: (on: string) => string }) {
  const { t } = useTexts("register");
  const { corrected, struck } = contact;
  return (
    <>
      {corrected ? (
        <span className="pk-soft">{t("log.corrected", { name: corrected.by, day: day(corrected.on) })}</span>
      ) : null}
      {struck ? (
        <strong>{t(`log.struck.${struck.as}`, { name: struck.by, day: day(struck.on) })}</strong>
      ) : null}
    </>
  );
}

function NextStep({ contact, day }: { contact: EmployerContact; day: (on: string) => string }) {
  const { t } = useTexts("register");
  const { nextStep, nextStepOn, nextStepDoneBy } = contact;
  if (!nextStepOn || contact.struck) return null;
  if (nextStepDoneBy) return <span>{t("log.nextDone", { what: nextStep, name: nextStepDoneBy })}</span>;
  return (
    <div className="pk-row">
      <strong>{t("log.next", { what: nextStep, day: day(nextStepOn) })}</strong>
      <FinishStep contactId={contact.id} what={nextStep} />
    </div>
  );
}
