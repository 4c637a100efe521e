import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";

/** To what has been put off, when there is any. */
export function SnoozedLink({ count }: { count: number }) {
  const { t } = useTexts("exceptions");
  if (count === 0) return null;
  return <LinkButton to="/samordnare/vilande">{t("snoozed.count", { count })}</LinkButton>;
}
