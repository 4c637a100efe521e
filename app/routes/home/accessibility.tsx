import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";

/** The page's title, read by root. */
export const handle = { title: "home:accessibility.title" };

export default function Accessibility() {
  const { t } = useTexts("home");
  return (
    <>
      <PageTitle title={t("accessibility.title")} lead={t("accessibility.lead")} />
      <section className="pk-panel pk-stack">
        <p>{t("accessibility.text")}</p>
        <p>{t("accessibility.tell")}</p>
      </section>
    </>
  );
}
