import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { ImportRun } from "#app/domain/import/import-run";

/** How an import stands, in icon, words and tone. */
export function RunState({ run }: { run: Pick<ImportRun, "status" | "dryRun"> }) {
  const { t } = useTexts("import");
  if (run.status === "running") return <State tone="info">{t("run.status.running")}</State>;
  if (run.status !== "done") return <State tone="stop">{t("run.status.failed")}</State>;
  return run.dryRun ? (
    <State tone="neutral">{t("run.status.dry")}</State>
  ) : (
    <State tone="ok">{t("run.status.done")}</State>
  );
}
