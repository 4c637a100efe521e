import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type KartlaggningPart, kartlaggningParts, numberOf } from "#app/domain/profiles/kartlaggning-parts";

/** The way to the part before and after. */
export function PartSteps(props: {
  part: KartlaggningPart;
  hrefOf: (part: KartlaggningPart) => string;
  /** Targets of 56 px, for the participant. */
  big?: boolean;
}) {
  const { t } = useTranslation("kartlaggning");
  const { part, hrefOf } = props;
  const before = kartlaggningParts[numberOf(part) - 2];
  const after = kartlaggningParts[numberOf(part)];
  const className = props.big ? "ds-button pk-big" : "ds-button";
  return (
    <nav className={props.big ? "pk-pair" : "pk-pager"} aria-label={t("parts")}>
      {before ? (
        <Link className={className} data-variant="secondary" rel="prev" to={hrefOf(before)}>
          {t("form.previous")}
        </Link>
      ) : (
        <span />
      )}
      {after ? (
        <Link className={className} data-variant="secondary" rel="next" to={hrefOf(after)}>
          {t("form.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
