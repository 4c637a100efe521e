import { useTexts } from "#app/components/ui/use-texts";
import type { ImportRun } from "#app/domain/import/import-run";

/** The four figures of an import, each with its word. */
export function RunFigures({ counts }: { counts: ImportRun["counts"] }) {
  const { t, i18n } = useTexts("import");
  const number = new Intl.NumberFormat(i18n.language === "en" ? "en-GB" : "sv-SE");
  return (
    <dl className="pk-figures">
      {(["imported", "updated", "unchanged", "rejected"] as const).map((figure) => (
        <div key={figure}>
          <dt>{t(`page.columns.${figure}`)}</dt>
          <dd>{number.format(counts[figure])}</dd>
        </div>
      ))}
    </dl>
  );
}
