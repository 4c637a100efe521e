import { Explained } from "#app/components/shell/explained";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";

/** The page's title, read by root. */
export const handle = { title: "home:employers.title" };

/** What an employer can offer, is expected to do and gets to know. */
export default function ForEmployers() {
  const { t } = useTexts("home");
  return (
    <>
      <PageTitle title={t("employers.title")} lead={t("employers.lead")} />
      <Explained keys={["employers.what", "employers.expect", "employers.know"]} />
      <Note tone="calm">
        <p>{t("employers.notVacancy")}</p>
      </Note>
      <p className="pk-row">
        <LinkButton to="/erbjud-plats" primary>
          {t("employers.offer")}
        </LinkButton>
        <LinkButton to="/logga-in">{t("employers.signIn")}</LinkButton>
      </p>
    </>
  );
}
