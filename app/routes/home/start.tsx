import { KindCards } from "#app/components/shell/kind-cards";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";

const ways = [
  { key: "find", to: "/platser" },
  { key: "employer", to: "/erbjud-plats" },
  { key: "signIn", to: "/logga-in" },
] as const;

/** The page's title, read by root. */
export const handle = { title: "home:start.title" };

/** The start page: one clear way on for each who comes here. */
export default function Start() {
  const { t } = useTexts("home");
  return (
    <>
      <PageTitle title={t("start.title")} lead={t("start.lead")} />
      <div className="pk-cards">
        {ways.map(({ key, to }, index) => (
          <section className="pk-panel pk-stack" key={key} aria-labelledby={key}>
            <h2 id={key}>{t(`start.${key}.title`)}</h2>
            <p>{t(`start.${key}.text`)}</p>
            <p>
              <LinkButton to={to} primary={index === 0}>
                {t(`start.${key}.action`)}
              </LinkButton>
            </p>
          </section>
        ))}
      </div>
      <section className="pk-panel pk-stack" aria-labelledby="sorter">
        <h2 id="sorter">{t("start.kinds")}</h2>
        <KindCards />
      </section>
    </>
  );
}
