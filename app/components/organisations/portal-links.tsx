import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

const pages = [
  { to: "/arbetsgivare/narvaro", key: "attendance" },
  { to: "/arbetsgivare/arbetsstallen", key: "workplaces" },
  { to: "/arbetsgivare/personer", key: "people" },
  { to: "/arbetsgivare/borta", key: "away" },
  { to: "/arbetsgivare/att-ta-emot", key: "host" },
  { to: "/arbetsgivare/antecknat", key: "entries" },
] as const;

/** The other pages of an employer's portal, each with what it is for. */
export function PortalLinks() {
  const { t } = useTexts("portal");
  return (
    <nav className="pk-panel pk-stack" aria-labelledby="mer">
      <h2 id="mer">{t("links.title")}</h2>
      <ul className="pk-plainlist pk-stack">
        {pages.map(({ to, key }) => (
          <li key={to}>
            <Link to={to}>{t(`links.${key}`)}</Link>
            <p className="pk-soft pk-small">{t(`links.${key}Lead`)}</p>
          </li>
        ))}
      </ul>
    </nav>
  );
}
