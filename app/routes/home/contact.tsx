import { useTranslation } from "react-i18next";
import { PageTitle } from "#app/components/ui/page-title";

/** The page's title, read by root. */
export const handle = { title: "home:contact.title" };

export default function Contact() {
  const { t } = useTranslation("home");
  return (
    <>
      <PageTitle title={t("contact.title")} lead={t("contact.lead")} />
      <section className="pk-panel pk-stack">
        <p>{t("contact.text")}</p>
      </section>
    </>
  );
}
