import { Link } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

/** Somebody else has saved since the form was made: what is typed stands until the page, or `to`, is loaded again. */
export function ChangedNote({ to = "" }: { to?: string }) {
  const { t } = useTexts("register");
  return (
    <Note tone="warn" role="alert">
      <p>{t("form.changed")}</p>
      <p>
        <Link to={to} reloadDocument>
          {t("form.reload")}
        </Link>
      </p>
    </Note>
  );
}
