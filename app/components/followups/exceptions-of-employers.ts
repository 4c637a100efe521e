import { inWords } from "#app/components/agreements/agreement-words";
import { call, type ExceptionReader, type Of, type Said } from "#app/components/followups/exception-reader";
import { daysBetween } from "#app/domain/organisations/day";

export function silent(row: Of<"silent">, reader: ExceptionReader): Said {
  const { t, today } = reader;
  const asked = row.asked.map(({ what, count }) => t(`exceptions:silent.asked.${what}`, { count }));
  const last = row.lastChannel
    ? t(`exceptions:silent.last.${row.lastChannel}`)
    : t("exceptions:silent.never");
  const said = {
    reason: t("exceptions:silent.days", { count: daysBetween(row.since, today) }),
    explained: `${t("exceptions:silent.without", { asked: inWords(t, asked) })} ${last}`,
  };
  if (row.contact?.phone) return { ...said, ...call(row.contact, reader) };
  return {
    ...said,
    action: row.contact
      ? t("exceptions:action.contact", { name: row.contact.name })
      : t("exceptions:action.employer"),
    actionTo: `/samordnare/arbetsgivare/${row.employerId}`,
    icon: "chat",
  };
}

export function freeSlots(row: Of<"free_slots">, reader: ExceptionReader): Said {
  const { t, today } = reader;
  const reason = t("exceptions:free.days", { count: daysBetween(row.freeSince, today) });
  if (row.fits > 0)
    return {
      reason,
      explained: t("exceptions:free.fits", {
        count: row.fits,
        number: t(`exceptions:number.${row.fits}`, { defaultValue: String(row.fits) }),
      }),
      action: t("exceptions:action.fits", { count: row.fits }),
      actionTo: `/samordnare/platser/${row.placementId}/passar`,
      icon: "person",
    };
  const why = row.hinder ? t(`exceptions:free.hinder.${row.hinder}`) : "";
  const said = { reason, explained: [t("exceptions:free.none"), why].filter(Boolean).join(" ") };
  return {
    ...said,
    action: t("exceptions:action.demands"),
    actionTo: `/samordnare/arbetsgivare/${row.employerId}`,
    icon: "chat",
  };
}

export function unconfirmed(row: Of<"unconfirmed">, { t, today }: ExceptionReader): Said {
  return {
    reason: t("todo:confirmedAgo", { count: daysBetween(row.confirmedOn, today) }),
    explained: row.contact ? t("todo:ask", { name: row.contact.name }) : t("todo:askEmployer"),
    action: t("todo:action.unconfirmed"),
    actionTo: `/samordnare/platser/${row.placementId}`,
  };
}
