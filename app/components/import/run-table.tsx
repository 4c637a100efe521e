import { Link } from "@remix-run/react";
import { RunState } from "#app/components/import/run-state";
import { useTexts } from "#app/components/ui/use-texts";
import type { ImportRun } from "#app/domain/import/import-run";

/** Earlier imports, newest first: when, what, how it went. Scrolls sideways in itself on a phone. */
export function RunTable({ runs, label }: { runs: ImportRun[]; label: string }) {
  const { t, i18n } = useTexts("import");
  const figures = ["imported", "updated", "unchanged", "rejected"] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="pk-scroll" aria-label={label} tabIndex={0}>
      <table className="pk-table">
        <thead>
          <tr>
            {(["when", "file", "kind", "status"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`page.columns.${column}`)}
              </th>
            ))}
            {figures.map((column) => (
              <th scope="col" className="pk-num" key={column}>
                {t(`page.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td>{momentInWords(run.startedAt, i18n.language)}</td>
              <th scope="row">
                <Link to={`/samordnare/importera/${run.id}`}>{run.fileName}</Link>
              </th>
              <td>{t(`kind.${run.kind}`)}</td>
              <td>
                <RunState run={run} />
              </td>
              {figures.map((figure) => (
                <td className="pk-num" key={figure}>
                  {run.counts[figure]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "22 nov. 2026 16:05", the same on server and in browser. */
function momentInWords(moment: Date, language: string): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "sv-SE", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Stockholm",
  }).format(moment);
}
