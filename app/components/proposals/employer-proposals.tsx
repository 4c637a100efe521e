import { hoursText } from "#app/components/matching/hours-text";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import type { EmployerView } from "#app/domain/matching/employer-view";
import { formatDay, formatMoment } from "#app/i18n/format";

/** What waits for the employer, who comes when, and what else has been asked. */
export function EmployerProposals({ proposals }: { proposals: readonly EmployerView[] }) {
  const waiting = proposals.filter(({ status }) => status === "presented");
  const visits = proposals.filter(({ visit, status }) => visit !== null && status === "visit_booked");
  const others = proposals.filter((one) => !waiting.includes(one) && !visits.includes(one));
  return (
    <>
      <Waiting proposals={waiting} />
      {visits.length > 0 ? <Visits proposals={visits} /> : null}
      {others.length > 0 ? <Others proposals={others} /> : null}
    </>
  );
}

function Waiting({ proposals }: { proposals: readonly EmployerView[] }) {
  const { t, i18n } = useTexts("employer");
  if (proposals.length === 0) return <p className="pk-panel">{t("noQuestions")}</p>;
  return (
    <section className="pk-panel pk-sec" aria-labelledby="att-svara">
      <header className="pk-sec__head">
        <h2 id="att-svara">{t("toAnswer", { count: proposals.length })}</h2>
        <p className="pk-soft">{t("toAnswerLead")}</p>
      </header>
      <ul>
        {proposals.map(({ id, title, locality, card, updatedAt }, place) => (
          <li className="pk-todo" key={id}>
            <p className="pk-todo__who" id={`fraga-${id}`}>
              <b>{title}</b>
              <br />
              {locality}
            </p>
            <p className="pk-todo__why">
              <strong>
                {card ? t("hours", { start: hoursText(t, i18n.language, card.startHours) }) : null}
              </strong>{" "}
              {t("askedOn", { day: formatDay(i18n.language, updatedAt) })}
            </p>
            <LinkButton
              to={`/arbetsgivare/forslag/${id}`}
              primary={place === 0}
              aria-describedby={`fraga-${id}`}
            >
              {t("read")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Visits({ proposals }: { proposals: readonly EmployerView[] }) {
  const { t, i18n } = useTexts("employer");
  return (
    <section className="pk-panel pk-sec" aria-labelledby="besok">
      <header className="pk-sec__head">
        <h2 id="besok">{t("visits")}</h2>
      </header>
      <ul>
        {proposals.map(({ id, title, visit, name }) => (
          <li className="pk-todo" key={id}>
            <p className="pk-todo__who" id={`besok-${id}`}>
              <b>{title}</b>
            </p>
            <p className="pk-todo__why">
              <strong>
                {visit
                  ? t("visitWhen", { when: formatMoment(i18n.language, visit.at), place: visit.place })
                  : null}
              </strong>
              <br />
              {name ? t("comes", { name }) : t("comesProtected")}
            </p>
            <LinkButton to={`/arbetsgivare/forslag/${id}`} aria-describedby={`besok-${id}`}>
              {t("open")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ proposals }: { proposals: readonly EmployerView[] }) {
  const { t } = useTexts("employer");
  return (
    <section className="pk-panel pk-sec" aria-labelledby="andra">
      <header className="pk-sec__head">
        <h2 id="andra">{t("others")}</h2>
      </header>
      <ul>
        {proposals.map(({ id, title, status }) => (
          <li className="pk-todo" key={id}>
            <p className="pk-todo__who" id={`annat-${id}`}>
              <b>{title}</b>
            </p>
            <p className="pk-todo__why">{t(`show.about.${status}`)}</p>
            <LinkButton to={`/arbetsgivare/forslag/${id}`} aria-describedby={`annat-${id}`}>
              {t("open")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
