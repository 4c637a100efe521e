import type { TFunction } from "i18next";
import { hoursText } from "#app/components/agreements/agreement-words";
import { ListenPart } from "#app/components/followups/listen-part";
import { whenText } from "#app/components/profiles/plan/when-text";
import { Icon } from "#app/components/ui/icon";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import type { NextEvent } from "#app/domain/followups/next-event";
import { daysBetween } from "#app/domain/organisations/day";
import { stepsThere } from "#app/domain/profiles/plan-timeline";
import { formatClock, formatLongDay } from "#app/i18n/format";

/** What an event is called. `t` knows `today` and `plan`. */
export function titleOf(t: TFunction, { kind, title, form, place }: NextEvent): string {
  if (kind === "visit") return t("plan:own.visit", { title });
  if (kind !== "contact" || form === null || form === "sms") return title;
  return title === ""
    ? t(`today:next.contactPlain.${form}`)
    : t(`today:next.contact.${form}`, { name: title, place });
}

/** The one thing that matters: what happens next, where, how to get there, whom to ask for. */
export function NextEventCard({ next, today }: { next: NextEvent; today: string }) {
  const { t, i18n } = useTexts(["plan", "today", "agreements"]);
  const title = titleOf(t, next);
  const said = dayText(t, i18n.language, next, today);
  const isContact = next.kind === "contact";
  return (
    <article className="pk-panel pk-next" aria-labelledby="nasta">
      <header className="pk-next__when">
        <span className="pk-label">{t("own.next")}</span>
        <h2 id="nasta">{whenText(t, i18n.language, next, today)}</h2>
        {said ? <p>{said}</p> : null}
      </header>
      <section className="pk-part" aria-labelledby="var">
        <div className="pk-part__head">
          <Icon name={isContact ? "chat" : "pin"} />
          <h3 id="var">{title}</h3>
          <ListenPart what={title} />
        </div>
        {isContact && next.form && next.form !== "sms" ? (
          <p>{t(`today:next.contactText.${next.form}`)}</p>
        ) : null}
        {next.place && !isContact ? <p className="pk-lines">{next.place}</p> : null}
        {next.tasks ? (
          <p>
            <strong>{t("today:next.work")}</strong> {next.tasks}
          </p>
        ) : null}
        {next.bring ? (
          <p>
            <strong>{t("own.bring")}</strong> {next.bring}
          </p>
        ) : null}
      </section>
      {isContact ? null : <WayPart next={next} />}
      {next.askFor ? <AskPart next={next} /> : null}
    </article>
  );
}

/** What the heading leaves unsaid: the date when it says "i morgon", the end, how long. */
function dayText(t: TFunction, language: string, next: NextEvent, today: string): string {
  const isNear = daysBetween(today, next.on) < 2;
  const day = isNear ? formatLongDay(language, next.on) : null;
  const times =
    next.startsAt && next.endsAt ? `${formatClock(next.startsAt)}–${formatClock(next.endsAt)}` : null;
  const from =
    isNear && next.startsAt && !next.endsAt
      ? t("today:next.from", { time: formatClock(next.startsAt) })
      : null;
  const long = next.hours ? t("today:next.hours", { hours: hoursText(t, language, next.hours) }) : null;
  const text = [day, times ?? from, long].filter(Boolean).join(", ");
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function WayPart({ next }: { next: NextEvent }) {
  const { t } = useTexts(["plan", "today"]);
  const steps = stepsThere(next.wayThere);
  const map = next.agreementId
    ? `/min-sida/vagen?id=${next.agreementId}`
    : next.placementId === null
      ? null
      : `/platser/${next.placementId}`;
  return (
    <section className="pk-part" aria-labelledby="resa">
      <div className="pk-part__head">
        <Icon name="compass" />
        <h3 id="resa">{t("own.wayThere")}</h3>
        <ListenPart what={t("own.wayThere")} />
      </div>
      <RouteSteps steps={steps} none={t("own.missing.wayThere")} />
      {map ? (
        <LinkButton className="pk-big" to={map}>
          <Icon name="compass" />
          {t("today:next.map")}
        </LinkButton>
      ) : null}
    </section>
  );
}

/** The way there, step by step. */
export function RouteSteps({ steps, none }: { steps: readonly string[]; none: string }) {
  if (steps.length < 2) return <p>{steps[0] ?? none}</p>;
  return (
    <ol className="pk-route">
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and never move
        <li key={place}>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

/** "ML" */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("");
}

function AskPart({ next }: { next: NextEvent }) {
  const { t } = useTexts(["plan", "today"]);
  const title = t("own.askFor", { name: next.kind === "work" ? next.askFor.split(" ")[0] : next.askFor });
  return (
    <section className="pk-part" aria-labelledby="vem">
      <div className="pk-part__head">
        <Icon name="person" />
        <h3 id="vem">{title}</h3>
        <ListenPart what={title} />
      </div>
      {next.kind === "work" ? (
        <div className="pk-person">
          <span className="pk-avatar" aria-hidden="true">
            {initials(next.askFor)}
          </span>
          <p>
            {t("today:next.supervisor", { name: next.askFor })} {next.recognise}
          </p>
        </div>
      ) : null}
      <CallPair phone={next.phone} />
    </section>
  );
}

/** Two ways to reach a telephone; nothing when there is none. */
export function CallPair({ phone }: { phone: string }) {
  const { t } = useTexts("plan");
  const number = phone.replace(/[^\d+]/g, "");
  if (!number) return null;
  return (
    <div className="pk-pair">
      <a className="ds-button pk-big" href={`tel:${number}`}>
        <Icon name="phone" />
        {t("own.call")}
      </a>
      <a className="ds-button pk-big" data-variant="secondary" href={`sms:${number}`}>
        <Icon name="chat" />
        {t("own.sms")}
      </a>
    </div>
  );
}
