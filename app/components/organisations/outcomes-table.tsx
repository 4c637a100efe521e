import { useTranslation } from "react-i18next";

type Year = { year: number; asked: number; welcomed: number; visits: number; agreed: number };

/** What an employer's places led to, a year at a time: numbers, nobody's name. */
export function OutcomesTable({ years }: { years: readonly Year[] }) {
  const { t } = useTranslation("portal");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="blev">
      <h2 id="blev">{t("outcomes.title")}</h2>
      {years.length === 0 ? (
        <p>{t("outcomes.none")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls on a phone must be reachable by keyboard
        // biome-ignore lint/a11y/useSemanticElements: a group of no form
        <div className="pk-scroll" role="group" tabIndex={0} aria-labelledby="blev">
          <table className="pk-table">
            <thead>
              <tr>
                <th scope="col">{t("outcomes.year")}</th>
                <th scope="col" className="pk-num">
                  {t("outcomes.asked")}
                </th>
                <th scope="col" className="pk-num">
                  {t("outcomes.welcomed")}
                </th>
                <th scope="col" className="pk-num">
                  {t("outcomes.visits")}
                </th>
                <th scope="col" className="pk-num">
                  {t("outcomes.agreed")}
                </th>
              </tr>
            </thead>
            <tbody>
              {years.map(({ year, asked, welcomed, visits, agreed }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td className="pk-num">{asked}</td>
                  <td className="pk-num">{welcomed}</td>
                  <td className="pk-num">{visits}</td>
                  <td className="pk-num">{agreed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
