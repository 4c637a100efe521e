import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { AssociationContact } from "#app/domain/organisations/association-contact";

/** One association: where it works, whom to ask for, and each way to reach it. */
export function ContactCard({ association }: { association: AssociationContact }) {
  const { t, i18n } = useTexts("contact");
  const { name, municipalities, contact } = association;
  return (
    <li className="pk-panel pk-contact">
      <h3>{name}</h3>
      {municipalities.length > 0 ? (
        <p className="pk-soft">
          {new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(municipalities)}
        </p>
      ) : null}
      {contact ? (
        <>
          <p>{t("askFor", { whom: contact.askFor })}</p>
          <ul className="pk-contact__ways">
            {contact.phone ? (
              <li>
                <Icon name="phone" />
                <span>
                  <a className="pk-tap" href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>
                    <span className="ds-sr-only">{t("callName", { name })} </span>
                    {contact.phone}
                  </a>
                  {contact.hours ? <span className="pk-soft">{contact.hours}</span> : null}
                </span>
              </li>
            ) : null}
            {contact.email ? (
              <li>
                <Icon name="mail" />
                <a className="pk-tap" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              </li>
            ) : null}
            {contact.hours && !contact.phone ? (
              <li>
                <Icon name="clock" />
                {contact.hours}
              </li>
            ) : null}
          </ul>
        </>
      ) : (
        <p>{t("noWay")}</p>
      )}
    </li>
  );
}
