import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { page } from "#app/http/handler.server";

export const loader = page(["admin"], async () => null);

/** The page's title, read by root. */
export const handle = { title: "home:role.admin.title" };

export default function AdminHome() {
  const { t } = useTranslation("home");
  return (
    <>
      <PageTitle title={t("role.admin.title")} lead={t("role.admin.lead")} />
      <div className="pk-row">
        <LinkButton to="/samordnare/importera" primary>
          {t("role.admin.import")}
        </LinkButton>
        <LinkButton to="/admin/viktning">{t("role.admin.weights")}</LinkButton>
        <LinkButton to="/platser">{t("role.admin.placements")}</LinkButton>
        <LinkButton to="/admin/kontaktgrans">{t("register:limit.title")}</LinkButton>
      </div>
    </>
  );
}
