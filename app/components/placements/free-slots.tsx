import { useTexts } from "#app/components/ui/use-texts";
/** "2 lediga av 3". */
export function FreeSlots({ free, capacity }: { free: number; capacity: number }) {
  const { t } = useTexts("placements");
  return (
    <span>
      <strong>{free === 0 ? t("card.freeNone") : t("card.free", { count: free })}</strong>{" "}
      {t("card.of", { capacity })}
    </span>
  );
}
