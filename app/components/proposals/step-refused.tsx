import { Link } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { SlotHolder } from "#app/domain/matching/slot-holder";
import { formatDay } from "#app/i18n/format";

/** Why a step was not taken, and what to do instead: whom to ask for a slot, where to fill in what is missing. */
export function StepRefused(props: {
  code: string;
  reference: string | null;
  holders: readonly SlotHolder[];
}) {
  const { t } = useTexts("proposals");
  return (
    <Note tone="warn" role="alert">
      <p>{t(`error.${props.code}`)}</p>
      {props.code === "slot_taken" ? <Holders holders={props.holders} /> : null}
      {props.code === "consent_missing" ? (
        <p>
          <Link to={`/deltagare/${props.reference}/samtycke`}>{t("giveConsent")}</Link>
        </p>
      ) : null}
      {props.code === "profile_missing" ? (
        <p>
          <Link to={`/deltagare/${props.reference}/arbetsprofil`}>{t("fillInProfile")}</Link>
        </p>
      ) : null}
    </Note>
  );
}

function Holders({ holders }: { holders: readonly SlotHolder[] }) {
  const { t, i18n } = useTexts("proposals");
  if (holders.length === 0) return <p>{t("holders.none")}</p>;
  const lines = holders.map(({ holder, association, until }) => {
    const who = holder
      ? t("holders.who", { name: holder, association })
      : t("holders.someone", { association });
    return until
      ? t("holders.until", { who, day: formatDay(i18n.language, until) })
      : t("holders.agreed", { who });
  });
  return (
    <>
      <ul className="pk-list">
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t("holders.ask")}</p>
    </>
  );
}
