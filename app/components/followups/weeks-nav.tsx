import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { dayAfter } from "#app/domain/organisations/day";
import { formatDay } from "#app/i18n/format";

/** The days of a week, and the ways to the week before and after. `at` is the address of a week by its Monday. */
export function WeeksNav(props: {
  monday: string;
  before: string | null;
  after: string | null;
  at: (monday: string) => string;
}) {
  const { t, i18n } = useTexts("attendance");
  const { monday, before, after, at } = props;
  const day = (iso: string) => formatDay(i18n.language, iso);
  return (
    <nav className="pk-weeks-nav" aria-label={t("show.week")}>
      <span>
        {before ? (
          <Link className="pk-tap" to={at(before)}>
            {t("show.before")}
          </Link>
        ) : null}
      </span>
      <b>{t("show.weekDays", { from: day(monday), until: day(dayAfter(monday, 6)) })}</b>
      <span>
        {after ? (
          <Link className="pk-tap" to={at(after)}>
            {t("show.after")}
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
