import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** To the page before and after. `pages` is null when nobody has counted them. */
export function Pager(props: {
  page: number;
  pages: number | null;
  more: boolean;
  hrefOf: (page: number) => string;
}) {
  const { t } = useTranslation("matching");
  const { page, pages, more, hrefOf } = props;
  if (page === 1 && !more) return null;
  return (
    <nav className="pk-row" aria-label={t("page.pages")}>
      {page > 1 ? (
        <Link className="ds-button" data-variant="secondary" to={hrefOf(page - 1)} rel="prev">
          {t("page.previous")}
        </Link>
      ) : null}
      <span>{pages === null ? t("page.pageNumber", { page }) : t("page.pageOf", { page, pages })}</span>
      {more ? (
        <Link className="ds-button" data-variant="secondary" to={hrefOf(page + 1)} rel="next">
          {t("page.next")}
        </Link>
      ) : null}
    </nav>
  );
}
