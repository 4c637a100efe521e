import { conflictText } from "#app/components/agreements/conflict-lines";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { fieldOf } from "#app/domain/agreements/agreement-form";
import type { Conflict } from "#app/domain/agreements/conflicts";
import type { Problem } from "#app/domain/agreements/draft";

const placeOf: Record<Conflict["field"], string> = {
  period: "startsOn",
  schedule: "times",
  kind: "kind",
  stepPlan: "steps",
  insurance: "insuranceInjury",
};

/** What is missing before the text can go out, and what it conflicts with: each a link to where it is mended. */
export function ProblemList(props: {
  formId: string;
  problems: readonly Problem[];
  conflicts: readonly Conflict[];
  /** The page that the form is on, when it is another one. */
  page?: string;
}) {
  const { t, i18n } = useTexts("agreements");
  const { formId, problems, conflicts, page = "" } = props;
  return (
    <>
      {conflicts.length > 0 ? (
        <Note tone="warn">
          <h2 className="pk-note__title">{t("edit.conflicts")}</h2>
          <ul className="pk-problems">
            {conflicts.map((conflict) => (
              <li key={`${conflict.code} ${conflict.values.number ?? ""}`}>
                <a href={`${page}#${formId}-${placeOf[conflict.field]}`}>
                  {conflictText(t, i18n.language, conflict)}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {problems.length > 0 ? (
        <Note>
          <h2 className="pk-note__title">{t("edit.missing", { count: problems.length })}</h2>
          <ul className="pk-problems">
            {problems.map(({ field, code }) => (
              <li key={`${field} ${code}`}>
                <a href={`${page}#${formId}-${fieldOf(field)}`}>{t(`error.${code}`)}</a>
              </li>
            ))}
          </ul>
        </Note>
      ) : (
        <Note tone="ok">
          <p>{t("edit.ready")}</p>
        </Note>
      )}
    </>
  );
}
