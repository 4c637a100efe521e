import { useTexts } from "#app/components/ui/use-texts";
import { answerLists } from "#app/domain/profiles/kartlaggning-parts";
import { type PartAnswers, type Row, rowsOf } from "#app/domain/profiles/part-answers";
import { formatDate } from "#app/i18n/format";

/** Dated assessments beside each other, one column an agency, the newest first. They may disagree. */
export function Assessments({ stored }: { stored: PartAnswers }) {
  const { t, i18n } = useTexts("kartlaggning");
  const rows = rowsOf(stored.answers.bedomningar);
  const agencies = answerLists.agency
    .map((agency) => ({ agency, rows: newestFirst(rows.filter((row) => row.myndighet === agency)) }))
    .filter((column) => column.rows.length > 0);
  if (agencies.length === 0) return null;
  return (
    <section className="pk-stack" aria-labelledby="sida-vid-sida">
      <h2 id="sida-vid-sida">{t("assessments.heading")}</h2>
      <p className="pk-soft">{t("assessments.lead")}</p>
      <div className="pk-side-by-side">
        {agencies.map((column) => (
          <section className="pk-panel pk-stack" key={column.agency} aria-labelledby={`hos-${column.agency}`}>
            <h3 id={`hos-${column.agency}`}>{t(`word.agency.${column.agency}`)}</h3>
            <p className="pk-soft pk-small">{t("assessments.count", { count: column.rows.length })}</p>
            <ul className="pk-stack">
              {column.rows.map((row) => (
                <li key={`${row.datum} ${row.bedomning}`}>
                  <p className="pk-small">
                    <time dateTime={row.datum}>{formatDate(i18n.language, row.datum ?? "")}</time>
                  </p>
                  <p>{row.bedomning}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function newestFirst(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => (b.datum ?? "").localeCompare(a.datum ?? ""));
}
