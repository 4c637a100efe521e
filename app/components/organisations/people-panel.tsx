import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import type { EmployerPerson, EmployerWorkplace } from "#app/domain/organisations/register";

/** Whom to ask for, and how to reach them. */
export function PeoplePanel(props: {
  employerId: number;
  people: EmployerPerson[];
  workplaces: EmployerWorkplace[];
}) {
  const { t } = useTexts("register");
  const at = `/samordnare/arbetsgivare/${props.employerId}/person`;
  const placeOf = (person: EmployerPerson) =>
    props.workplaces.find(({ id }) => id === person.workplaceId)?.name ?? null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="personer">
      <h2 id="personer">{t("page.people")}</h2>
      {props.people.length === 0 ? <p>{t("page.noPeople")}</p> : null}
      <ul className="pk-plainlist pk-stack">
        {props.people.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong>{" "}
            <Link to={`${at}/${person.id}`} aria-label={t("page.changePerson", { name: person.name })}>
              {t("page.change")}
            </Link>
            {placeOf(person) ? <p className="pk-soft">{placeOf(person)}</p> : null}
            {person.phone ? (
              <p>
                <a className="pk-tap" href={`tel:${person.phone.replace(/[^+\d]/g, "")}`}>
                  {person.phone}
                </a>
              </p>
            ) : null}
            {person.email ? (
              <p>
                <a className="pk-tap pk-break" href={`mailto:${person.email}`}>
                  {person.email}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <Link className="ds-button" data-variant="tertiary" to={`${at}/ny`}>
          {t("page.addPerson")}
        </Link>
      </p>
    </section>
  );
}
