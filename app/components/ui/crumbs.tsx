import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** The way here. The last step is where you are, and no link. */
export function Crumbs({ steps, here }: { steps: { to: string; text: string }[]; here: string }) {
  const { t } = useTexts("shell");
  return (
    <nav className="pk-crumbs" aria-label={t("crumbs")}>
      <ol>
        {steps.map(({ to, text }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
