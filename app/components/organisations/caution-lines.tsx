import { Link } from "@remix-run/react";
import { Icon, type IconName } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Caution } from "#app/domain/organisations/caution";

/** What to know before an employer is asked for a participant: warnings first, then facts. List items. */
export function CautionLines({ caution, mayOpen }: { caution: Caution; mayOpen: boolean }) {
  const { t } = useTexts("register");
  const { fatigue, earlierStays, warnings, rings, stays, ended, ledOn } = caution;
  const lines: { icon: IconName; text: string }[] = [];
  const warn = (text: string) => lines.push({ icon: "warning", text });
  if (earlierStays > 0) warn(t("caution.repeat", { count: earlierStays }));
  // That somebody else has been there twice is for the employer's page: here it would be about the wrong person.
  for (const warning of warnings) if (warning !== "repeated_person") warn(t(`guard.${warning}`));
  if (fatigue.isTired) warn(t("caution.tired", { count: fatigue.contacts, limit: fatigue.limit }));
  if (stays > 0) {
    const counts = { count: stays, led: ledOn, ended };
    lines.push({ icon: "info", text: t(ended > 0 ? "caution.hosted" : "caution.hostedNow", counts) });
  }
  if (rings.length > 0) lines.push({ icon: "info", text: t("caution.ring", { names: rings.join(", ") }) });
  return (
    <>
      {lines.map(({ icon, text }) => (
        <li key={text} data-caution={icon === "warning" || undefined}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
      {mayOpen ? (
        <li>
          <Icon name="compass" />
          <Link to={`/samordnare/arbetsgivare/${caution.employerId}`}>{t("caution.toEmployer")}</Link>
        </li>
      ) : null}
    </>
  );
}
