import { Link } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

/** Listings that somebody else sent in for the employer: each asks whether it is theirs. */
export function OwnClaims({ claims }: { claims: readonly { id: number; title: string }[] }) {
  const { t } = useTexts("offer");
  if (claims.length === 0) return null;
  return (
    <Note tone="warn">
      <p>
        <strong>{t("claim.title")}</strong>
      </p>
      <p>{t("claim.waiting")}</p>
      <ul className="pk-problems">
        {claims.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/arbetsgivare/granska/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}
