import { Icon, type IconName } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Tone } from "#app/domain/matching/reason";

const icons: Record<Tone, IconName> = { yes: "check", adapt: "adapt", no: "remove", note: "info" };

/** How one line stands: an icon in a shape of its own, and a word for who cannot see it. */
export function FitIcon({ tone }: { tone: Tone }) {
  const { t } = useTexts("matching");
  return (
    <span className="pk-fit" data-fit={tone}>
      <Icon name={icons[tone]} />
      <span className="ds-sr-only">{t(`tone.${tone}`)}</span>
    </span>
  );
}
