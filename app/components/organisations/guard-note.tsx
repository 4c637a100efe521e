import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { GuardWarning } from "#app/domain/organisations/guard";

/** What speaks against one more unpaid period at an employer. Nothing when nothing does. */
export function GuardNote({ warnings }: { warnings: readonly GuardWarning[] }) {
  const { t } = useTexts("register");
  if (warnings.length === 0) return null;
  return (
    <Note tone="warn">
      <p>
        <strong>{t("guard.title")}</strong>
      </p>
      {warnings.map((warning) => (
        <p key={warning}>{t(`guard.${warning}`)}</p>
      ))}
    </Note>
  );
}
