import { KindMark } from "#app/components/ui/kind-mark";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { placementKinds } from "#app/domain/placements/vocabulary";

const steps = [1, 2, 3, 4];

/** The page's title, read by root. */
export const handle = { title: "home:how.title" };

/** The four kinds in plain words, each with an anchor of its own, and the way step by step. */
export default function HowItWorks() {
  const { t } = useTexts(["home", "vocabulary"]);
  return (
    <>
      <PageTitle title={t("how.title")} lead={t("how.lead")} />
      <div className="pk-cards">
        {placementKinds.map((kind) => (
          <section className="pk-panel pk-stack" id={kind} key={kind} aria-labelledby={`${kind}-namn`}>
            <h2 className="pk-kindtitle" id={`${kind}-namn`}>
              <KindMark kind={kind} />
              {t(`vocabulary:kind.${kind}`)}
            </h2>
            <p>{t(`vocabulary:kindExplained.${kind}`)}</p>
          </section>
        ))}
      </div>
      <section className="pk-panel pk-stack" aria-labelledby="steg">
        <h2 id="steg">{t("how.steps.title")}</h2>
        <ol className="pk-route">
          {steps.map((step) => (
            <li key={step}>
              <span>{t(`how.steps.${step}`)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
