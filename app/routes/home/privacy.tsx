import { Explained } from "#app/components/shell/explained";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";

/** The page's title, read by root. */
export const handle = { title: "home:privacy.title" };

/** Who sees what, when a name is told, and how to see who looked. */
export default function Privacy() {
  const { t } = useTexts("home");
  return (
    <>
      <PageTitle title={t("privacy.title")} lead={t("privacy.lead")} />
      <Explained keys={["privacy.who", "privacy.name", "privacy.log", "privacy.withdraw"]} />
    </>
  );
}
