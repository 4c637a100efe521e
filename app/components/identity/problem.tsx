import { useTexts } from "#app/components/ui/use-texts";
import { passwordLength } from "#app/domain/identity/password";
import { formatTime } from "#app/i18n/format";

/** What went wrong with a sign-in form, and what to do. `until` is the ISO time when a new attempt is welcome. */
export function Problem({ code, until }: { code: string; until?: string | null }) {
  const { t, i18n } = useTexts("identity");
  const time = until ? formatTime(i18n.language, until) : "";
  return (
    <div className="ds-alert" data-color="danger" role="alert" id="problem">
      <h2 className="ds-heading" data-size="2xs">
        {t("errors.title")}
      </h2>
      <p className="ds-paragraph">{t(`errors.${code}`, { ...passwordLength, time })}</p>
    </div>
  );
}
