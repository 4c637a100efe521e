import { useTexts } from "#app/components/ui/use-texts";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";

const tones = {
  none: "neutral",
  started: "info",
  complete: "ok",
  confirmed: "ok",
  outdated: "warn",
  closed: "neutral",
} as const;

/** How a work profile stands, in a word with a tone that is never alone. */
export function ProfileStatus({ status }: { status: WorkProfileStatus | "none" | "closed" }) {
  const { t } = useTexts("profiles");
  return (
    <span className="pk-state pk-state--word" data-tone={tones[status]}>
      {t(`status.${status}`)}
    </span>
  );
}
