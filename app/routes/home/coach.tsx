import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { page } from "#app/http/handler.server";

export const loader = page(["coach"], async () => null);

/** The page's title, read by root. */
export const handle = { title: "home:role.coach.title" };

export default function CoachHome() {
  const { t } = useTranslation("home");
  return (
    <>
      <PageTitle title={t("role.coach.title")} lead={t("role.coach.lead")} />
      <div className="pk-row">
        <LinkButton to="/deltagare" primary>
          {t("role.coach.participants")}
        </LinkButton>
        <LinkButton to="/platser">{t("role.coach.placements")}</LinkButton>
      </div>
    </>
  );
}
