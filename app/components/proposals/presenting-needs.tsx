import { Link } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";

const before: readonly ProposalStatus[] = ["shortlisted", "held", "asked_participant", "participant_yes"];

/**
 * What has to be there before an employer can be asked, said from the first step on: nobody holds a slot for days only to
 * be stopped at the end.
 */
export function PresentingNeeds(props: {
  status: ProposalStatus;
  reference: string | null;
  needs: { consent: boolean; profile: boolean };
  mayFillIn: boolean;
}) {
  const { t } = useTexts("proposals");
  const { status, reference, needs, mayFillIn } = props;
  if (!before.includes(status)) return null;
  const at = `/deltagare/${encodeURIComponent(reference ?? "")}`;
  const lines = [
    { name: "yes", has: status === "participant_yes", to: null },
    { name: "consent", has: needs.consent, to: `${at}/samtycke`, action: "giveConsent" },
    { name: "profile", has: needs.profile, to: `${at}/arbetsprofil`, action: "fillInProfile" },
  ] as const;
  return (
    <div className="pk-needs-before" data-missing={lines.some(({ has }) => !has) || undefined}>
      <p>
        <strong>{t("before.title")}</strong>
      </p>
      <ul>
        {lines.map(({ name, has, to, ...line }) => (
          <li key={name} data-has={has}>
            <Icon name={has ? "checkCircle" : "clock"} />
            <span>
              {t(`before.${name}.${has ? "has" : "missing"}`)}{" "}
              {!has && to && mayFillIn && "action" in line ? <Link to={to}>{t(line.action)}</Link> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
