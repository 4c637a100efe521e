import type { TFunction } from "i18next";
import type { TodoList } from "#app/components/proposals/todo-rows";
import { daysBetween } from "#app/domain/organisations/day";
import { addressOfComment, type UnreadComment } from "#app/domain/profiles/unread-comment";

/** Comments that nobody has read, as a section of a start page; none is no section. `t` knows `todo` and `kartlaggning`. */
export function commentList(
  comments: { rows: readonly UnreadComment[]; total: number },
  today: string,
  t: TFunction,
): TodoList[] {
  if (comments.total === 0) return [];
  return [
    {
      name: "comments",
      total: comments.total,
      all: "/kommentarer",
      urgent: false,
      rows: comments.rows.map(({ id, reference, part, since }) => {
        const days = Math.max(0, daysBetween(since, today));
        const to = addressOfComment(reference, part);
        return {
          key: `kommentar-${id}`,
          who: t("todo:who", { reference }),
          whoTo: to,
          where: t(`kartlaggning:part.${part}.title`),
          reason: t(`todo:written.${days === 0 ? "today" : days === 1 ? "yesterday" : "days"}`, {
            count: days,
          }),
          explained: "",
          action: t("todo:action.comments"),
          actionTo: to,
        };
      }),
    },
  ];
}
