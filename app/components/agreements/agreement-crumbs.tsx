import { Crumbs } from "#app/components/ui/crumbs";
import { useTexts } from "#app/components/ui/use-texts";

/** The way to a page below an agreement, for staff: the list, the agreement, here. */
export function AgreementCrumbs({ id, number, here }: { id: string; number: string; here: string }) {
  const { t } = useTexts("agreements");
  const steps = [
    { to: "/overenskommelser", text: t("crumb") },
    { to: `/overenskommelser/${id}`, text: number },
  ];
  return <Crumbs steps={steps} here={here} />;
}
