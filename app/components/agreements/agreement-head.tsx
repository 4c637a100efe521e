import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AgreementStateMark } from "#app/components/agreements/agreement-state";
import type { AgreementVersion } from "#app/domain/agreements/agreement";
import type { Party } from "#app/domain/agreements/signatures";
import type { AgreementState } from "#app/domain/agreements/state";
import { formatDate } from "#app/i18n/format";

/** What it is, how it stands today and which days it is about; `reader` is the party that reads, when it is to sign. */
export function AgreementHead(props: {
  version: AgreementVersion;
  state: AgreementState;
  reader?: Party;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation("agreements");
  const { title, period } = props.version.content;
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
        </p>
      </div>
      {props.children}
    </div>
  );
}
