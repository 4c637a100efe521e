import { numberText } from "#app/components/placements/number-text";
import { useTexts } from "#app/components/ui/use-texts";
import type { Weights } from "#app/domain/matching/weights";
import { exampleScores } from "#app/domain/matching/weights-example";

/**
 * Three made-up places in order, with the weights in use and with those just typed: null when they do not make a
 * hundred, left out for who only reads.
 */
export function WeightExample({ now, typed }: { now: Weights; typed?: Weights | null }) {
  const { t, i18n } = useTexts("weights");
  const before = new Map(exampleScores(now).map(({ example, total }) => [example, total]));
  return (
    <section className="pk-panel pk-stack" aria-labelledby="exempel">
      <h2 id="exempel">{t(typed === undefined ? "example.order" : "example.title")}</h2>
      <table className="pk-table">
        <caption>{t("example.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("example.place")}</th>
            <th scope="col" className="pk-num">
              {t("example.now")}
            </th>
            {typed ? (
              <th scope="col" className="pk-num">
                {t("example.tried")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {exampleScores(typed ?? now).map(({ example, total }) => (
            <tr key={example}>
              <th scope="row">{t(`example.${example}`)}</th>
              <td className="pk-num">{numberText(before.get(example) ?? 0, i18n.language)}</td>
              {typed ? <td className="pk-num">{numberText(total, i18n.language)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {typed === null ? <p className="pk-soft">{t("example.later")}</p> : null}
    </section>
  );
}
