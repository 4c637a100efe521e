import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";

/** A link after the end that opens nothing, and why. */
export function DeadClosingLink({ code }: { code: string | null }) {
  const { t } = useTexts("closing");
  const what = code === "link_expired" ? "expired" : "unknown";
  return <PageTitle title={t(`dead.${what}.title`)} lead={t(`dead.${what}.text`)} />;
}
