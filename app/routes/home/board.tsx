import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { page } from "#app/http/handler.server";

export const loader = page(["board"], async () => null);

/** The page's title, read by root. */
export const handle = { title: "home:role.board.title" };

export default function BoardHome() {
  const { t } = useTranslation("home");
  return (
    <>
      <PageTitle title={t("role.board.title")} lead={t("role.board.lead")} />
      <div className="pk-row">
        <p>{t("role.board.none")}</p>
        <LinkButton to="/platser" primary>
          {t("role.board.placements")}
        </LinkButton>
      </div>
    </>
  );
}
