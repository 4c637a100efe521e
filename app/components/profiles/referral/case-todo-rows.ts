import type { TFunction } from "i18next";
import type { TodoList } from "#app/components/proposals/todo-rows";
import { daysBetween } from "#app/domain/organisations/day";
import { inShort, referralCode } from "#app/domain/profiles/referral";

type CaseTodo = {
  referrals: {
    rows: {
      id: string;
      reference: string | null;
      agency: string | null;
      purpose: string;
      status: string;
      updatedAt: string;
    }[];
    total: number;
  };
  suggestions: {
    rows: {
      id: string;
      reference: string;
      workplace: string;
      place: string;
      mayContact: boolean;
      status: string;
      createdAt: string;
    }[];
    total: number;
  };
};

/** Referrals and own suggestions as sections of the coordinator's start page. `t` is of the namespace `todo`. */
export function caseTodoLists(cases: CaseTodo, today: string, t: TFunction): TodoList[] {
  const waited = (since: string) => {
    const days = Math.max(0, daysBetween(since.slice(0, 10), today));
    return t(`waitedFor.${days === 0 ? "today" : days === 1 ? "one" : "days"}`, { count: days });
  };
  const lists: TodoList[] = [
    {
      name: "referrals",
      total: cases.referrals.total,
      all: "/remisser",
      urgent: false,
      rows: cases.referrals.rows.map((row) => ({
        key: row.id,
        who: row.reference ? t("who", { reference: row.reference }) : referralCode(row.id),
        whoTo: `/remisser/${row.id}`,
        where: row.agency ?? t("fromParticipant"),
        reason: waited(row.updatedAt),
        explained: `${t(`referralIs.${row.status}`)} ${inShort(row.purpose)}`,
        action: t(row.status === "sent" ? "action.referralSent" : "action.referralTaken"),
        actionTo: `/remisser/${row.id}`,
      })),
    },
    {
      name: "suggestions",
      total: cases.suggestions.total,
      all: "/samordnare/egna-forslag",
      urgent: false,
      rows: cases.suggestions.rows.map((row) => ({
        key: row.id,
        who: t("who", { reference: row.reference }),
        whoTo: `/samordnare/egna-forslag/${row.id}`,
        where: t("place", { employer: row.workplace, locality: row.place }),
        reason: waited(row.createdAt),
        explained: t(row.mayContact ? `suggestionIs.${row.status}` : "suggestionIs.noContact"),
        action: t(`action.suggestion.${row.status}`),
        actionTo: `/samordnare/egna-forslag/${row.id}`,
      })),
    },
  ];
  return lists.filter(({ total }) => total > 0);
}
