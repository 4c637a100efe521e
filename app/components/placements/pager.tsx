import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** The way to the pages before and after. `hrefOf` makes a page's address. */
export function Pager(props: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const { t } = useTranslation("placements");
  const { page, pages, hrefOf } = props;
  if (pages <= 1) return null;
  return (
    <nav className="pk-pager" aria-label={t("list.pages")}>
      {page > 1 ? (
        <Link className="ds-button" data-variant="secondary" rel="prev" to={hrefOf(page - 1)}>
          {t("list.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span>{t("list.page", { page, pages })}</span>
      {page < pages ? (
        <Link className="ds-button" data-variant="secondary" rel="next" to={hrefOf(page + 1)}>
          {t("list.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
