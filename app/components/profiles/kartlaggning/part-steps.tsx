import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { type KartlaggningPart, kartlaggningParts, numberOf } from "#app/domain/profiles/kartlaggning-parts";

/**
 * The way to the part before and after: links, or, inside a form and without `hrefOf`, buttons of it (`gor` is `fore` or
 * `efter`), so that nothing typed is left behind.
 */
export function PartSteps(props: {
  part: KartlaggningPart;
  hrefOf?: (part: KartlaggningPart) => string;
  /** Targets of 56 px, for the participant. */
  big?: boolean;
}) {
  const { t } = useTexts("kartlaggning");
  const { part, hrefOf, big } = props;
  const steps = [
    { to: kartlaggningParts[numberOf(part) - 2], gor: "fore", rel: "prev", text: t("form.previous") },
    { to: kartlaggningParts[numberOf(part)], gor: "efter", rel: "next", text: t("form.next") },
  ];
  const look = { className: big ? "ds-button pk-big" : "ds-button", "data-variant": "secondary" };
  return (
    <nav className={big ? "pk-pair" : "pk-pager"} aria-label={t("parts")}>
      {steps.map(({ to, gor, rel, text }) => {
        if (!to) return <span key={gor} />;
        return hrefOf ? (
          <Link key={gor} {...look} rel={rel} to={hrefOf(to)}>
            {text}
          </Link>
        ) : (
          <button key={gor} {...look} type="submit" name="gor" value={gor}>
            {text}
          </button>
        );
      })}
    </nav>
  );
}
