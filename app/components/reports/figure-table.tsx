import { useId } from "react";
import { useTexts } from "#app/components/ui/use-texts";
import type { Guarded } from "#app/domain/reports/small-numbers";
import { formatNumber } from "#app/i18n/format";

/** A table of counts and their total; what is too small is a dash, and says so to those who hear it. */
export function FigureTable(props: { title: string; text: string; rows: string[]; figures: Guarded }) {
  const { t } = useTexts("start");
  const id = useId();
  const { cells, total } = props.figures;
  return (
    <section className="pk-panel" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p className="pk-soft">{props.text}</p>
      <table className="pk-table pk-figure-table">
        <thead>
          <tr>
            <th scope="col">{t("board.what")}</th>
            <th scope="col" className="pk-num">
              {t("board.count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, place) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <Count value={cells[place] ?? null} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("board.total")}</th>
            <Count value={total} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Count({ value }: { value: number | null }) {
  const { t, i18n } = useTexts("start");
  return (
    <td className="pk-num">
      {value === null ? (
        <>
          <span aria-hidden="true">{t("board.hiddenMark")}</span>
          <span className="ds-sr-only">{t("board.hidden")}</span>
        </>
      ) : (
        formatNumber(i18n.language, value, 0)
      )}
    </td>
  );
}
