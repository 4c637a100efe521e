import { useTexts } from "#app/components/ui/use-texts";
import type { RejectedRow } from "#app/domain/import/problem";
import { columnName } from "#app/i18n/column-name";
import { problemText } from "#app/i18n/rejected-row";

/** Rejected rows, one line a problem: where, and what to do about it. */
export function ErrorTable({ errors, label }: { errors: RejectedRow[]; label: string }) {
  const { t } = useTexts("import");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="pk-scroll" aria-label={label} tabIndex={0}>
      <table className="pk-table pk-table--problems">
        <thead>
          <tr>
            <th scope="col" className="pk-num">
              {t("run.line")}
            </th>
            <th scope="col">{t("run.column")}</th>
            <th scope="col">{t("run.what")}</th>
          </tr>
        </thead>
        <tbody>
          {errors.flatMap(({ line, problems }) =>
            problems.map((problem, nth) => (
              <tr key={`${line} ${problem.column} ${problem.code}`}>
                {nth === 0 ? (
                  <th scope="row" className="pk-num" rowSpan={problems.length}>
                    {line}
                  </th>
                ) : null}
                <td>{columnName(problem.column)}</td>
                <td>{problemText(t, problem, true)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
