import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** The way to the pages before and after. `pages` is null when nobody has counted them: then `more` tells of a next one. */
export function Pager(props: {
  page: number;
  pages: number | null;
  more?: boolean;
  /** Makes a page's address. */
  hrefOf: (page: number) => string;
}) {
  const { t } = useTexts("shell");
  const { page, pages, hrefOf } = props;
  const more = props.more ?? (pages !== null && page < pages);
  if (page === 1 && !more) return null;
  return (
    <nav className="pk-pager" aria-label={t("pager.pages")}>
      {page > 1 ? (
        <Link className="ds-button" data-variant="secondary" rel="prev" to={hrefOf(page - 1)}>
          {t("pager.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span>{pages === null ? t("pager.page", { page }) : t("pager.pageOf", { page, pages })}</span>
      {more ? (
        <Link className="ds-button" data-variant="secondary" rel="next" to={hrefOf(page + 1)}>
          {t("pager.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
