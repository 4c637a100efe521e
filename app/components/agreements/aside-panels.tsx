import { FactList } from "#app/components/ui/fact-list";
import { Icon } from "#app/components/ui/icon";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement, AgreementEvent, AgreementVersion } from "#app/domain/agreements/agreement";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { periodHeld } from "#app/domain/agreements/period";
import { formatDate, formatDateTime } from "#app/i18n/format";

/** The days that count, as a line. */
export function DatesPanel(props: { content: AgreementDraft; endedOn: string | null; today: string }) {
  const { t, i18n } = useTexts("agreements");
  const { content, endedOn, today } = props;
  const { period, assignment, parties } = content;
  const held = periodHeld(period, endedOn);
  const dates = [
    { day: held?.startsOn ?? "", text: t("show.start") },
    { day: held?.endsOn ?? "", text: t("show.last") },
    {
      day: assignment?.reportDueOn ?? "",
      text: t("show.report", { agency: parties.agency?.name ?? "" }),
    },
  ].filter(({ day }) => day !== "");
  if (dates.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="datum">
      <h2 id="datum">{t("show.dates")}</h2>
      <ol className="pk-line">
        {dates.map(({ day, text }) => (
          <li key={text} data-future={day > today || undefined}>
            <Icon name={day > today ? "calendar" : "checkCircle"} />
            <time dateTime={day}>{formatDate(i18n.language, day)}</time>
            <b>{text}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Insurance, work environment and introduction: who carries what. */
export function SafetyPanel({ content, isInForce }: { content: AgreementDraft; isInForce: boolean }) {
  const { t, i18n } = useTexts("agreements");
  const { insurance, workEnvironment, period } = content;
  const introduction = workEnvironment.introduction.map((one) => t(`introduction.${one}`)).join("\n");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="forsakring">
      <h2 id="forsakring">{t("show.insurance")}</h2>
      {isInForce && insurance.injury ? (
        <p>
          <State tone="ok">{t("show.coversUntil", { day: formatDate(i18n.language, period.endsOn) })}</State>
        </p>
      ) : null}
      <FactList
        facts={[
          [t("show.injury"), insurance.injury],
          [t("show.damage"), insurance.damage],
          [t("show.workEnvironment"), workEnvironment.responsible],
          [t("show.introduction"), introduction],
        ]}
      />
    </section>
  );
}

/** Whom to talk to, and how they are reached. */
export function PeoplePanel({ agreement, content }: { agreement: Agreement; content: AgreementDraft }) {
  const { t } = useTexts("agreements");
  const { supervisor, trouble } = agreement.contacts;
  const text = (...parts: string[]) => parts.filter(Boolean).join("\n");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="folk">
      <h2 id="folk">{t("show.people")}</h2>
      <FactList
        facts={[
          [
            t("show.supervisor"),
            text(content.supervisor.name, content.supervisor.title, supervisor.phone, supervisor.email),
          ],
          [t("show.trouble"), text(trouble.name, trouble.phone)],
          [t("party.coordinator"), content.parties.coordinator.name],
        ]}
      />
    </section>
  );
}

/** What the coordinator has changed alone since it was signed. */
export function LoggedChanges({ versions }: { versions: readonly AgreementVersion[] }) {
  const { t, i18n } = useTexts("agreements");
  const logged = versions.filter(({ unsigned }) => unsigned);
  if (logged.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="andrat">
      <h2 id="andrat">{t("show.loggedChanges")}</h2>
      <ul className="pk-plain">
        {logged.map((one) => (
          <li key={one.number}>
            {(one.changed ?? []).map((field) => t(`field.${field}`)).join(", ")},{" "}
            {formatDateTime(i18n.language, one.agreedAt ?? one.savedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Staff: what happened, the latest first. */
export function EventsPanel({ events }: { events: readonly AgreementEvent[] }) {
  const { t, i18n } = useTexts("agreements");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="historik">
      <h2 id="historik">{t("show.history")}</h2>
      <ol className="pk-events">
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <b>{t(`event.${event.what}`)}</b>
            <span className="pk-soft">
              {formatDateTime(i18n.language, event.at)}, {event.byName}
            </span>
            {event.reason ? (
              <span>
                {t("end.because", {
                  reason: t(`end.reasons.${event.reason}`),
                  who: event.initiative ? t(`end.initiatives.${event.initiative}`) : "",
                })}
              </span>
            ) : null}
            {event.note && event.what !== "signed" ? <span>{event.note}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
