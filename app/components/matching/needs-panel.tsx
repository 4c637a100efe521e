import { Link } from "@remix-run/react";
import { hoursText } from "#app/components/matching/hours-text";
import { numberText } from "#app/components/placements/number-text";
import { Icon, type IconName } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import { demands } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { formatDate } from "#app/i18n/format";

type Need = { icon: IconName; head: string; more?: string };

/** Från kartläggningen: what must be right, and what is good if possible. */
export function NeedsPanel(props: {
  reference: string;
  profile: WorkProfile;
  savedOn: string | Date;
  confirmedOn: string | Date | null;
  mayChange: boolean;
}) {
  const { t, i18n } = useTexts("matching");
  const { must, nice } = useNeeds(props.profile);
  const day = formatDate(i18n.language, props.confirmedOn ?? props.savedOn);
  return (
    <section className="pk-panel" aria-labelledby="underlag">
      <h2 id="underlag">{t("needs.title")}</h2>
      <p className="pk-small pk-soft">
        {props.confirmedOn ? t("needs.confirmed", { day }) : t("needs.saved", { day })}
      </p>
      <h3 className="pk-sub">{t("needs.must")}</h3>
      <NeedList needs={must} />
      {nice.length > 0 ? (
        <>
          <h3 className="pk-sub">{t("needs.nice")}</h3>
          <NeedList needs={nice} />
        </>
      ) : null}
      <p className="pk-actions">
        <Link
          className="ds-button"
          data-variant="secondary"
          to={`/deltagare/${encodeURIComponent(props.reference)}/arbetsprofil`}
        >
          {t(props.mayChange ? "needs.change" : "needs.read")}
        </Link>
      </p>
    </section>
  );
}

function NeedList({ needs }: { needs: Need[] }) {
  return (
    <ul className="pk-needs">
      {needs.map(({ icon, head, more }) => (
        <li key={head}>
          <Icon name={icon} />
          <p>
            <b>{head}</b>
            {more ? <span>{more}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

function useNeeds(profile: WorkProfile): { must: Need[]; nice: Need[] } {
  const { t, i18n } = useTexts("matching");
  const hours = (value: number) => numberText(value, i18n.language);
  const avoided = profile.excludedEmployerIds.length + profile.excludedWorkplaceIds.length;
  const must: Need[] = [
    {
      icon: "list",
      head: profile.kinds.map((kind) => t(`vocabulary:kind.${kind}`)).join(", "),
    },
    {
      icon: "clock",
      head: t("needs.start", { hours: hoursText(t, i18n.language, profile.startHours) }),
      more:
        profile.targetHours > profile.startHours
          ? t("needs.grows", { hours: hours(profile.targetHours) })
          : t("needs.stays"),
    },
    {
      icon: "calendar",
      head: profile.weekdays.map((day) => t(`vocabulary:weekdayShort.${day}`)).join(", "),
      more: t("needs.day", { hours: hoursText(t, i18n.language, profile.longestDay) }),
    },
    {
      icon: "pin",
      head: t("needs.travel", { km: profile.maxKm }),
      more: t("needs.from", { place: profile.locality }),
    },
    ...demands
      .filter((demand) => profile.abilities[demand] <= 1)
      .map((demand): Need => {
        const level = t(`vocabulary:ability.${demand}.${profile.abilities[demand]}`);
        return { icon: "check", head: t("needs.limit", { demand: t(`vocabulary:demand.${demand}`), level }) };
      }),
  ];
  if (profile.supportNeed > 0) {
    must.push({
      icon: "person",
      head: t("needs.support", { level: t(`vocabulary:supportNeed.${profile.supportNeed}`).toLowerCase() }),
    });
  }
  if (!profile.drivingLicenceB) must.push({ icon: "compass", head: t("needs.licence") });
  if (avoided > 0) must.push({ icon: "remove", head: t("needs.excluded", { count: avoided }) });
  const nice: Need[] = profile.neededAdaptations.map((one) => ({
    icon: "adapt",
    head: t(`vocabulary:adaptation.${one}`),
  }));
  if (profile.wishedTasks.length > 0) {
    const wishes = profile.wishedTasks.map((task) => t(`vocabulary:task.${task}`)).join(", ");
    nice.push({ icon: "chat", head: t("needs.wish"), more: wishes });
  }
  return { must, nice };
}
