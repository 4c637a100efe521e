import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

/** "2 lediga av 3"; with a start to count for (an ISO date), "2 lediga från 4 mars 2027 av 3". */
export function FreeSlots(props: { free: number; capacity: number; from?: string | null }) {
  const { t, i18n } = useTexts("placements");
  const { free: count, capacity, from } = props;
  const free = from
    ? t(count === 0 ? "card.freeNoneThen" : "card.freeThen", { count, day: formatDate(i18n.language, from) })
    : count === 0
      ? t("card.freeNone")
      : t("card.free", { count });
  return (
    <span>
      <strong>{free}</strong> {t("card.of", { capacity })}
    </span>
  );
}

/** "Ledig nu, 2 lediga av 3", or when a slot is free next: an ISO date, null when nobody knows. */
export function FreeNow(props: { free: number; capacity: number; nextDay: string | null }) {
  const { t, i18n } = useTexts("placements");
  const { free, capacity, nextDay } = props;
  if (free === 0 && nextDay !== null)
    return (
      <span>
        <strong>{t("show.freeNext", { day: formatDate(i18n.language, nextDay) })}</strong>{" "}
        {t("show.full", { capacity })}
      </span>
    );
  return (
    <span>
      {free > 0 ? <strong>{t("show.freeNow")}</strong> : null} <FreeSlots free={free} capacity={capacity} />
    </span>
  );
}
