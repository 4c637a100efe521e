import { Link } from "@remix-run/react";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";
import { isConfirmed, type PartFacts } from "#app/domain/profiles/kartlaggning-status";

/** The parts as the participant meets them: each a target of 56 px, with what is left to read. */
export function OwnPartList(props: {
  parts: readonly PartFacts[];
  hrefOf: (part: KartlaggningPart) => string;
}) {
  const { t } = useTexts("kartlaggning");
  return (
    <ol className="pk-own-parts">
      {props.parts.map((line) => (
        <li key={line.part}>
          {line.version === 0 ? (
            <span>
              <b>{t(`part.${line.part}.own`)}</b>
              <span className="pk-soft">{t("own.notBegun")}</span>
            </span>
          ) : (
            <Link to={props.hrefOf(line.part)}>
              <b>{t(`part.${line.part}.own`)}</b>
              <OwnState line={line} />
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

function OwnState({ line }: { line: PartFacts }) {
  const { t } = useTexts("kartlaggning");
  if (line.openComment) return <State tone="warn">{t("own.commented")}</State>;
  if (isConfirmed(line)) return <State tone="ok">{t("own.yes")}</State>;
  return line.confirmedVersion === null ? (
    <State tone="info">{t("own.toRead")}</State>
  ) : (
    <State tone="warn">{t("own.changed")}</State>
  );
}
