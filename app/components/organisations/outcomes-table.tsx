import { useTexts } from "#app/components/ui/use-texts";

type Year = { year: number; asked: number; welcomed: number; visits: number; agreed: number };

const steps = ["asked", "welcomed", "visits", "agreed"] as const;

/** What an employer's places led to, a year at a time: numbers, nobody's name. */
export function OutcomesTable({ years }: { years: readonly Year[] }) {
  const { t } = useTexts("portal");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="blev">
      <h2 id="blev">{t("outcomes.title")}</h2>
      {years.length === 0 ? (
        <p>{t("outcomes.none")}</p>
      ) : (
        <ul className="pk-years">
          {years.map(({ year, ...led }) => (
            <li key={year}>
              <h3 className="pk-h3">{year}</h3>
              <dl>
                {steps.map((step) => (
                  <div key={step}>
                    <dt>{t(`outcomes.${step}`)}</dt>
                    <dd className="pk-num">{led[step]}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
