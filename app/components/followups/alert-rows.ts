import type { TFunction } from "i18next";
import { alertValues } from "#app/components/followups/entry-words";
import type { TodoList } from "#app/components/proposals/todo-rows";
import type { Alert } from "#app/domain/followups/alerts";
import { formatDay } from "#app/i18n/format";

type Row = {
  id: string;
  reference: string;
  employerName: string;
  alert: Alert;
  week: string;
  more: number;
};

/** Absences to ask about, as a section of a start page: none when there is nothing. `t` knows `todo` and `attendance`. */
export function alertList(
  { rows, total }: { rows: readonly Row[]; total: number },
  t: TFunction,
  language: string,
): TodoList[] {
  if (total === 0) return [];
  return [
    {
      name: "attendance",
      total,
      all: "/overenskommelser",
      urgent: false,
      rows: rows.map(({ id, reference, employerName, alert, week, more }) => {
        const to = `/overenskommelser/${id}/narvaro?vecka=${week}`;
        const day = { day: formatDay(language, alert.since) };
        return {
          key: `attendance-${id}`,
          who: t("todo:who", { reference }),
          whoTo: `/overenskommelser/${id}`,
          where: employerName,
          reason: t(`attendance:alert.${alert.kind}Short`, alertValues(language, alert)),
          explained: [
            t(`attendance:alert.${alert.kind === "sick_long" ? "since" : "week"}`, day),
            more > 0 ? t("attendance:alert.more", { count: more }) : "",
          ]
            .filter(Boolean)
            .join(" "),
          action: t("todo:action.attendance"),
          actionTo: to,
        };
      }),
    },
  ];
}
