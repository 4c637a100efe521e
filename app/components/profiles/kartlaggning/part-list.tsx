import { Link } from "@remix-run/react";
import { ownerText } from "#app/components/profiles/kartlaggning/owner-text";
import { PartStateMark } from "#app/components/profiles/kartlaggning/part-state-mark";
import { useTexts } from "#app/components/ui/use-texts";
import { type KartlaggningPart, numberOf } from "#app/domain/profiles/kartlaggning-parts";
import type { PartFacts } from "#app/domain/profiles/kartlaggning-status";
import { formatDate } from "#app/i18n/format";

type Line = PartFacts & {
  unknown: number;
  ownerRole: string | null;
  ownerName: string;
  visibility: "circle" | "case_worker";
  savedAt: Date | null;
  savedByName: string;
};

/** The eleven parts: state, owner, date, who reads, and what the participant has said. */
export function PartList(props: {
  parts: readonly Line[];
  comments: Partial<Record<KartlaggningPart, number>>;
  /** Makes a part's address. */
  hrefOf: (part: KartlaggningPart) => string;
}) {
  const { t, i18n } = useTexts("kartlaggning");
  return (
    <ol className="pk-parts">
      {props.parts.map((line) => {
        const { part, version, confirmedVersion, savedAt } = line;
        const comments = props.comments[part] ?? 0;
        const day = savedAt ? formatDate(i18n.language, savedAt) : "";
        return (
          <li key={part} data-state={line.state}>
            <span className="pk-parts__number" aria-hidden="true">
              {numberOf(part)}
            </span>
            <div className="pk-parts__main">
              <h3>
                <Link to={props.hrefOf(part)}>{t(`part.${part}.title`)}</Link>
              </h3>
              <p className="pk-soft pk-small">
                {savedAt
                  ? line.savedByName
                    ? t("line.saved", { day, name: line.savedByName })
                    : t("line.savedDay", { day })
                  : t("line.notSaved")}
              </p>
            </div>
            <div className="pk-parts__said pk-small">
              {version > 0 ? (
                <p>
                  {confirmedVersion === null
                    ? t("line.notConfirmed")
                    : confirmedVersion === version
                      ? t("line.confirmed", { version })
                      : t("line.confirmedOld", { version: confirmedVersion, current: version })}
                </p>
              ) : null}
              {comments > 0 ? (
                <p>
                  <b>{t("line.comments", { count: comments })}</b>
                </p>
              ) : null}
              {line.unknown > 0 ? (
                <p className="pk-soft">{t("line.unknown", { count: line.unknown })}</p>
              ) : null}
            </div>
            <div className="pk-parts__who pk-small pk-soft">
              <p>{ownerText(t, { role: line.ownerRole, name: line.ownerName })}</p>
              <p>{t(`visibility.short.${line.visibility}`)}</p>
            </div>
            <PartStateMark state={line.state} />
          </li>
        );
      })}
    </ol>
  );
}
