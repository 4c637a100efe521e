import { Form, Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { FactList } from "#app/components/ui/fact-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { ReferralCase } from "#app/domain/profiles/referral";
import { formatDate, formatMoment } from "#app/i18n/format";

/** Beside a referral: whom it is about, who sent it, and the case meetings that take it up. */
export function ReferralAside(props: {
  referral: ReferralCase;
  caseWorkerName: string | null;
  meetings: readonly { id: string; at: Date | string }[];
  mayTakeUp: boolean;
}) {
  const { referral, meetings, mayTakeUp } = props;
  const { t, i18n } = useTexts(["referrals", "profiles"]);
  const { person } = referral;
  const at = referral.reference ? `/deltagare/${encodeURIComponent(referral.reference)}` : null;
  return (
    <aside className="pk-stack" aria-label={t("show.person")}>
      <section className="pk-panel pk-stack" aria-labelledby="personen">
        <h2 id="personen">{t("show.person")}</h2>
        {at ? (
          <Link className="ds-button" data-variant="secondary" to={at}>
            {t("show.toParticipant")}
          </Link>
        ) : (
          <FactList
            facts={[
              [t("show.name"), person.name],
              [t("show.email"), person.email],
              [t("show.phone"), person.phone],
              [t("show.sex"), person.sex ? t(`profiles:form.sexes.${person.sex}`) : null],
              [t("show.birthYear"), person.birthYear],
              [t("show.municipality"), person.municipality],
            ]}
          />
        )}
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="avsandare">
        <h2 id="avsandare">{t("show.sender")}</h2>
        <p>
          {senderText(referral, props.caseWorkerName, t)}
          <br />
          <span className="pk-soft">
            {referral.referredOn ? formatDate(i18n.language, referral.referredOn) : null}
          </span>
        </p>
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="moten">
        <h2 id="moten">{t("show.meetings")}</h2>
        {meetings.length === 0 ? <p>{t("show.noMeeting")}</p> : null}
        <ul className="pk-stack">
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <Link to={`/arendemoten/${meeting.id}`}>
                {t("meeting.at", { moment: formatMoment(i18n.language, meeting.at) })}
              </Link>
            </li>
          ))}
        </ul>
        {mayTakeUp && !referral.isHidden ? (
          <Link className="ds-button" data-variant="secondary" to="/arendemoten">
            {t("show.toMeetings")}
          </Link>
        ) : null}
        {mayTakeUp ? (
          <Form method="post" className="pk-stack">
            <p className="pk-soft">{t("show.takeUpHint")}</p>
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="ta-upp">
              {t("show.takeUp")}
            </button>
          </Form>
        ) : null}
      </section>
    </aside>
  );
}

function senderText(referral: ReferralCase, caseWorkerName: string | null, t: TFunction): string {
  if (referral.sentByRole === "participant") return t("list.fromParticipant");
  const name = caseWorkerName ?? referral.sentByName;
  if (referral.agency) return name ? t("show.senderBy", { name, from: referral.agency }) : referral.agency;
  return t("list.noted");
}
