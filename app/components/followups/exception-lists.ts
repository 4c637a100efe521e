import { inWords } from "#app/components/agreements/agreement-words";
import { alertValues } from "#app/components/followups/entry-words";
import {
  agreementAt,
  call,
  type ExceptionReader,
  type Of,
  participantAt,
  type Said,
} from "#app/components/followups/exception-reader";
import { freeSlots, silent, unconfirmed } from "#app/components/followups/exceptions-of-employers";
import type { TodoList, TodoRow } from "#app/components/proposals/todo-rows";
import { mondayOf } from "#app/domain/agreements/period";
import { lastDayOf } from "#app/domain/followups/alerts";
import {
  type Exception,
  type ExceptionKind,
  type Exceptions,
  exceptionKinds,
  isUrgent,
  remindedAgainAfterDays,
  whomToCall,
} from "#app/domain/followups/exceptions";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import { daysBetween } from "#app/domain/organisations/day";
import { formatDay } from "#app/i18n/format";

/** Where all of a kind are. */
const allOf: Record<ExceptionKind, string> = {
  unsigned: "/overenskommelser",
  hold_ends: "/forslag",
  late: "/uppfoljningar?nar=sena",
  ends_soon: "/overenskommelser",
  unclosed: "/overenskommelser",
  attendance: "/overenskommelser",
  disagreement: "/overenskommelser",
  silent: "/samordnare/arbetsgivare",
  gap: "/deltagare",
  free_slots: "/samordnare/platser?status=published",
  unconfirmed: "/samordnare/platser?status=published",
};

/** What asks for somebody, as sections of a start page, the most pressing first: none when there is nothing. */
export function exceptionLists(exceptions: Exceptions, reader: ExceptionReader): TodoList[] {
  return exceptionKinds.flatMap((kind) => {
    const total = exceptions.totals[kind] ?? 0;
    if (total === 0) return [];
    const rows = exceptions.rows.filter((row) => row.kind === kind);
    return [
      {
        name: kind,
        total,
        rows: rows.map((row) => exceptionRow(row, reader)),
        all: reader.role === "case_worker" ? null : allOf[kind],
        urgent: isUrgent(kind),
      },
    ];
  });
}

/** One of them: who, why now, and one button named by its result. */
export function exceptionRow(row: Exception, reader: ExceptionReader): TodoRow {
  return {
    key: `${row.kind}-${row.subject}`,
    ...whoIs(row, reader),
    ...saidOf(row, reader),
    ...(reader.role === "case_worker"
      ? {}
      : { snoozeTo: `/samordnare/vilande/${row.kind}/${encodeURIComponent(row.subject)}` }),
  };
}

function whoIs(row: Exception, { role, t }: ExceptionReader): Pick<TodoRow, "who" | "whoTo" | "where"> {
  const where = [row.employerName, row.locality].filter(Boolean).join(", ");
  if (row.kind === "silent")
    return {
      who: row.employerName,
      whoTo: `/samordnare/arbetsgivare/${row.employerId}`,
      where: row.locality,
    };
  if (row.kind === "free_slots" || row.kind === "unconfirmed")
    return { who: row.title, whoTo: `/samordnare/platser/${row.placementId}`, where };
  const person = {
    who: t("todo:who", { reference: row.reference }),
    where: row.kind === "gap" ? row.locality : where,
  };
  if (row.agreementId) return { ...person, whoTo: agreementAt(row.agreementId, role) };
  return {
    ...person,
    whoTo: row.kind === "hold_ends" ? `/forslag/${row.subject}` : participantAt(row.reference),
  };
}

function saidOf(row: Exception, reader: ExceptionReader): Said {
  switch (row.kind) {
    case "unsigned":
      return unsigned(row, reader);
    case "hold_ends":
      return holdEnds(row, reader);
    case "late":
      return late(row, reader);
    case "ends_soon":
      return endsSoon(row, reader);
    case "unclosed":
      return unclosed(row, reader);
    case "attendance":
      return attendance(row, reader);
    case "disagreement":
      return disagreement(row, reader);
    case "silent":
      return silent(row, reader);
    case "gap":
      return gap(row, reader);
    case "free_slots":
      return freeSlots(row, reader);
    case "unconfirmed":
      return unconfirmed(row, reader);
  }
}

function unsigned(row: Of<"unsigned">, reader: ExceptionReader): Said {
  const { t, language, today, role } = reader;
  const to = agreementAt(row.agreementId, role);
  const left = daysBetween(today, row.startsOn);
  const when = left < 0 ? "past" : left === 0 ? "today" : left === 1 ? "tomorrow" : "day";
  const who = row.missing.map((party) => t(`exceptions:unsigned.party.${party}`));
  const told = row.remindedOn
    ? t("exceptions:unsigned.reminded", { day: formatDay(language, row.remindedOn) })
    : t("exceptions:unsigned.sent", { day: formatDay(language, row.sentOn) });
  const said = {
    reason: t(`exceptions:unsigned.starts.${when}`, { day: formatDay(language, row.startsOn) }),
    explained: `${t("exceptions:unsigned.missing", { who: inWords(t, who), count: who.length })} ${told}`,
  };
  if (role === "case_worker") {
    const mine = row.missing.length === 1 && row.missing[0] === "agency";
    return { ...said, action: t(`exceptions:action.${mine ? "sign" : "open"}`), actionTo: to };
  }
  const signatory = whomToCall(row);
  if (signatory?.phone) return { ...said, ...call(signatory, reader) };
  if (signatory)
    return {
      ...said,
      action: t("exceptions:action.remind", { name: signatory.name }),
      actionTo: `${to}/underskrifter`,
      icon: "bell",
    };
  if (row.missing.includes("participant"))
    return { ...said, action: t("exceptions:action.signTogether"), actionTo: `${to}/underskrifter` };
  const own = row.missing.includes("coordinator") && role === "coordinator";
  return { ...said, action: t(`exceptions:action.${own ? "sign" : "open"}`), actionTo: to };
}

function holdEnds(row: Of<"hold_ends">, { t, today }: ExceptionReader): Said {
  const left = daysBetween(today, row.holdUntil);
  const key = left < 0 ? "past" : left === 0 ? "today" : left === 1 ? "tomorrow" : "days";
  return {
    reason: t(`todo:holdLeft.${key}`, { count: left }),
    explained: [t(`todo:step.${row.status}`), row.consentMissing ? t("todo:consentMissing") : "", row.title]
      .filter(Boolean)
      .join(" "),
    action: t("todo:action.hold_ends"),
    actionTo: `/forslag/${row.subject}`,
  };
}

function late(row: Of<"late">, { t, language, today, role, userId }: ExceptionReader): Said {
  const { coach, remindedOn } = row;
  const isMine = coach !== null && coach.userId === userId;
  const who = isMine
    ? ""
    : coach
      ? t("exceptions:late.coach", { name: coach.name })
      : t("exceptions:late.nobody");
  const told = remindedOn ? t("exceptions:late.reminded", { day: formatDay(language, remindedOn) }) : "";
  const said = {
    reason: t("exceptions:late.days", { count: daysBetween(row.dueOn, today) }),
    explained: [t(`exceptions:late.was.${row.form}`, { day: formatDay(language, row.dueOn) }), who, told]
      .filter(Boolean)
      .join(" "),
  };
  if (isMine || role === "coach")
    return {
      ...said,
      action: t(`exceptions:action.log.${row.form}`),
      actionTo: `/uppfoljningar/${row.subject}/logga`,
    };
  if (coach && (!remindedOn || daysBetween(remindedOn, today) > remindedAgainAfterDays))
    return {
      ...said,
      action: t("exceptions:action.remindCoach"),
      actionTo: "/samordnare",
      sends: { gor: "paminn", uppfoljning: row.subject },
      icon: "bell",
    };
  return {
    ...said,
    action: t(`exceptions:action.${coach ? "otherCoach" : "chooseCoach"}`),
    actionTo: "/uppfoljningar/overlamna",
    icon: "person",
  };
}

function endsSoon(row: Of<"ends_soon">, { t, language, role }: ExceptionReader): Said {
  const to = agreementAt(row.agreementId, role);
  const goesWell = row.lastStep === "ok" || row.lastStep === "raise";
  const said = {
    reason: t("exceptions:ends.last", { day: formatDay(language, row.endsOn) }),
    explained: t(`exceptions:ends.step.${row.lastStep ?? "none"}`),
  };
  if (role === "case_worker") return { ...said, action: t("exceptions:action.open"), actionTo: to };
  return goesWell
    ? { ...said, action: t("exceptions:action.extend"), actionTo: `${to}/forlang` }
    : { ...said, action: t("exceptions:action.close"), actionTo: `${to}/avslut` };
}

function unclosed(row: Of<"unclosed">, { t, language, role }: ExceptionReader): Said {
  const to = agreementAt(row.agreementId, role);
  const said = {
    reason: t(`exceptions:unclosed.${row.isEarly ? "early" : "over"}`, {
      day: formatDay(language, row.lastDay),
    }),
    explained: t("exceptions:unclosed.missing"),
  };
  return role === "case_worker"
    ? { ...said, action: t("exceptions:action.open"), actionTo: to }
    : { ...said, action: t("exceptions:action.writeClosing"), actionTo: `${to}/avslut` };
}

function attendance(row: Of<"attendance">, { t, language, today }: ExceptionReader): Said {
  const { alert, more } = row;
  const last = lastDayOf(alert);
  const day = { day: formatDay(language, alert.since) };
  return {
    reason: t(`attendance:alert.${alert.kind}Short`, alertValues(language, alert)),
    explained: [
      t(`attendance:alert.${alert.kind === "sick_long" ? "since" : "week"}`, day),
      more > 0 ? t("attendance:alert.more", { count: more }) : "",
    ]
      .filter(Boolean)
      .join(" "),
    action: t("todo:action.attendance"),
    actionTo: `/overenskommelser/${row.agreementId}/narvaro?vecka=${mondayOf(last > today ? today : last)}`,
  };
}

function disagreement(row: Of<"disagreement">, { t, language }: ExceptionReader): Said {
  const { item, code, more } = row;
  const about =
    code === shippedInstrument.code && shippedInstrument.items.find(({ id }) => id === item)?.topic;
  return {
    reason: t("exceptions:disagreement.reason"),
    explained: [
      about ? t("exceptions:disagreement.about", { about: about[language === "en" ? "en" : "sv"] }) : "",
      t("exceptions:disagreement.since", { day: formatDay(language, row.since) }),
      more > 0 ? t("exceptions:disagreement.more", { count: more }) : "",
    ]
      .filter(Boolean)
      .join(" "),
    action: t("exceptions:action.ratings"),
    actionTo: `/overenskommelser/${row.agreementId}/skattningar`,
    icon: "chat",
  };
}

function gap(row: Of<"gap">, { t, today }: ExceptionReader): Said {
  return {
    reason: t("todo:gap.since", { count: daysBetween(row.since, today) }),
    explained: t("todo:gap.said"),
    action: t("todo:action.unmatched"),
    actionTo: `${participantAt(row.reference)}/matchning`,
    icon: "compass",
  };
}
