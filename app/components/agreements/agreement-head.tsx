import type { ReactNode } from "react";
import { AgreementStateMark } from "#app/components/agreements/agreement-state";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementVersion } from "#app/domain/agreements/agreement";
import type { Party } from "#app/domain/agreements/signatures";
import type { AgreementState } from "#app/domain/agreements/state";
import { formatDate } from "#app/i18n/format";

/** What it is, how it stands today and which days it is about; `reader` is the party that reads, when it is to sign. */
export function AgreementHead(props: {
  version: AgreementVersion;
  state: AgreementState;
  /** The day it stopped: told when that was before the agreed last day. */
  endedOn: string | null;
  reader?: Party;
  children?: ReactNode;
}) {
  const { t, i18n } = useTexts("agreements");
  const { title, period } = props.version.content;
  const { endedOn } = props;
  const hasPeriod = period.startsOn !== "" && period.endsOn !== "";
  return (
    <div className="pk-title">
      <div>
        <h1>{title || t("list.title")}</h1>
        <p className="pk-row">
          <AgreementStateMark state={props.state} reader={props.reader} />
          {hasPeriod ? (
            <span>
              {t("period", {
                from: formatDate(i18n.language, period.startsOn),
                to: formatDate(i18n.language, period.endsOn),
              })}
            </span>
          ) : null}
          {endedOn && endedOn < period.endsOn ? (
            <b>{t("endedOn", { day: formatDate(i18n.language, endedOn) })}</b>
          ) : null}
        </p>
      </div>
      {props.children}
    </div>
  );
}
