import { Link, useLocation } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** The footer: what this is, what everybody may need, and the language switch, which keeps the address. */
export function Footer() {
  const { t, i18n } = useTexts("shell");
  const { pathname, search } = useLocation();
  const other = i18n.language === "sv" ? "en" : "sv";
  const address = new URLSearchParams(search);
  address.set("lang", other);
  return (
    <footer className="pk-footer">
      <div className="pk-footer__inner">
        <p>{t("footer.about")}</p>
        <ul>
          <li>
            <Link to="/sa-skyddar-vi-dina-uppgifter">{t("footer.privacy")}</Link>
          </li>
          <li>
            <Link to="/tillganglighet">{t("footer.accessibility")}</Link>
          </li>
          <li>
            <Link to="/kontakt">{t("footer.contact")}</Link>
          </li>
          <li>
            <a href={`${pathname}?${address}`} hrefLang={other} lang={other}>
              {t("footer.otherLanguage")}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
