import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/ui/icon";
import { LinkButton } from "#app/components/ui/link-button";
import { daysBetween } from "#app/domain/organisations/day";
import { type Appointment, stepsThere } from "#app/domain/profiles/plan-timeline";
import { formatLongDay } from "#app/i18n/format";

/** When an appointment is, as people say it: today, tomorrow, or the day, with the hour when it is known. */
export function whenText(
  t: TFunction,
  language: string,
  one: Pick<Appointment, "on" | "startsAt">,
  today: string,
): string {
  const days = daysBetween(today, one.on);
  const time = one.startsAt ? spoken(one.startsAt) : null;
  const near = days === 0 ? "today" : days === 1 ? "tomorrow" : null;
  if (near) return time ? t(`own.${near}At`, { time }) : t(`own.${near}`);
  const day = formatLongDay(language, one.on);
  return time ? t("own.dayAt", { day, time }) : day;
}

/** "09:00" → "9", "09:30" → "9.30" */
function spoken(time: string): string {
  const [hours, minutes] = time.split(":");
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

/** The one thing that matters: what happens next, where, how to get there, whom to ask for. */
export function NextEvent({ next, today }: { next: Appointment; today: string }) {
  const { t, i18n } = useTranslation("plan");
  const steps = stepsThere(next.wayThere);
  const phone = next.phone.replace(/[^\d+]/g, "");
  const hours = [next.startsAt, next.endsAt]
    .filter(Boolean)
    .map((time) => time?.replace(":", ".").replace(/^0/, ""));
  return (
    <article className="pk-panel pk-next" aria-labelledby="nasta">
      <header className="pk-next__when">
        <span className="pk-label">{t("own.next")}</span>
        <h2 id="nasta">{whenText(t, i18n.language, next, today)}</h2>
        <p>
          {formatLongDay(i18n.language, next.on)}
          {hours.length > 0 ? `, ${hours.join("–")}` : null}
        </p>
      </header>
      <section className="pk-part" aria-labelledby="var">
        <div className="pk-part__head">
          <Icon name="pin" />
          <h3 id="var">{next.kind === "visit" ? t("own.visit", { title: next.title }) : next.title}</h3>
        </div>
        {next.place ? <p className="pk-lines">{next.place}</p> : null}
        {next.bring ? (
          <p>
            <strong>{t("own.bring")}</strong> {next.bring}
          </p>
        ) : null}
      </section>
      <section className="pk-part" aria-labelledby="resa">
        <div className="pk-part__head">
          <Icon name="compass" />
          <h3 id="resa">{t("own.wayThere")}</h3>
        </div>
        {steps.length > 1 ? (
          <ol className="pk-route">
            {steps.map((step, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and never move
              <li key={place}>
                <span>{step}</span>
              </li>
            ))}
          </ol>
        ) : (
          <p>{steps[0] ?? t("own.missing.wayThere")}</p>
        )}
        {next.placementId === null ? null : (
          <LinkButton className="pk-big" to={`/platser/${next.placementId}`}>
            <Icon name="compass" />
            {t("own.map")}
          </LinkButton>
        )}
      </section>
      {next.askFor ? (
        <section className="pk-part" aria-labelledby="vem">
          <div className="pk-part__head">
            <Icon name="person" />
            <h3 id="vem">{t("own.askFor", { name: next.askFor })}</h3>
          </div>
          {phone ? (
            <div className="pk-pair">
              <a className="ds-button pk-big" href={`tel:${phone}`}>
                {t("own.call")}
              </a>
              <a className="ds-button pk-big" data-variant="secondary" href={`sms:${phone}`}>
                {t("own.sms")}
              </a>
            </div>
          ) : null}
        </section>
      ) : null}
    </article>
  );
}
