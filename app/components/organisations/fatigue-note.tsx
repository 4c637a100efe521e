import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { Fatigue } from "#app/domain/organisations/fatigue";

/** How often all agencies together have contacted an employer: a warning when one more would be more than the limit. */
export function FatigueNote({ fatigue }: { fatigue: Fatigue }) {
  const { t } = useTexts("register");
  const { contacts, limit, isTired } = fatigue;
  if (!isTired) {
    return (
      <p className="pk-soft">{contacts === 0 ? t("fatigue.none") : t("fatigue.calm", { count: contacts })}</p>
    );
  }
  return (
    <Note tone="warn">
      <p>
        <strong>{t("fatigue.title")}</strong>
      </p>
      <p>{t("fatigue.text", { count: contacts, limit })}</p>
      <p>{t("fatigue.advice")}</p>
    </Note>
  );
}
