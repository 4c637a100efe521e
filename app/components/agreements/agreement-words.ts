import type { TFunction } from "i18next";
import type { StateTone } from "#app/components/ui/state";
import type { Session } from "#app/domain/agreements/content";
import type { Difference } from "#app/domain/agreements/differences";
import type { Party } from "#app/domain/agreements/signatures";
import type { AgreementState } from "#app/domain/agreements/state";
import { formatClock, formatDate, formatNumber } from "#app/i18n/format";

/** "deltagaren, arbetsgivaren och samordnaren"; `reader` is "dig" */
export function partiesText(t: TFunction, parties: readonly Party[], reader?: Party): string {
  return inWords(
    t,
    parties.map((party) => t(`agreements:partyThe.${party === reader ? "you" : party}`)),
  );
}

/** "a, b och c" */
export function inWords(t: TFunction, words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${t("agreements:and")} ${words.at(-1)}`;
}

/** "9.00–12.00" */
export function timesText({ from, to }: Session): string {
  return `${formatClock(from)}–${formatClock(to)}`;
}

/** "8 timmar", "7,5 timmar", "1 timme" */
export function hoursText(t: TFunction, language: string, hours: number): string {
  return t("agreements:hours", { count: hours, hours: formatNumber(language, hours, 2) });
}

/** "Pausad sedan 3 juni 2026 till och med 12 juni 2026", or until further notice. */
export function pauseText(
  t: TFunction,
  language: string,
  { from, until }: { from: string; until: string | null },
): string {
  return until === null
    ? t("agreements:state.pausedOpen", { from: formatDate(language, from) })
    : t("agreements:state.paused", { from: formatDate(language, from), until: formatDate(language, until) });
}

/** What is said of an agreement today, and how it is coloured. `reader` is the party that reads, when it is to sign. */
export function stateText(
  t: TFunction,
  language: string,
  state: AgreementState,
  reader?: Party,
): { text: string; tone: StateTone } {
  switch (state.name) {
    case "paused":
      return { text: pauseText(t, language, { from: state.since, until: state.until }), tone: "info" };
    case "waiting":
      return {
        text: t("agreements:state.waiting", { who: partiesText(t, state.for, reader) }),
        tone: "warn",
      };
    case "ready_to_start":
      return state.inDays > 1
        ? { text: t("agreements:state.ready_to_start_in", { days: state.inDays }), tone: "info" }
        : { text: t("agreements:state.ready_to_start"), tone: "info" };
    case "under_way":
      return { text: t("agreements:state.under_way", { week: state.week, weeks: state.weeks }), tone: "ok" };
    case "ends_soon":
      return state.inDays === 0
        ? { text: t("agreements:state.ends_today"), tone: "warn" }
        : { text: t("agreements:state.ends_soon", { days: state.inDays }), tone: "warn" };
    case "overdue_to_close":
      return { text: t("agreements:state.overdue_to_close", { days: state.days }), tone: "stop" };
    default:
      return { text: t(`agreements:state.${state.name}`), tone: "neutral" };
  }
}

/** One difference as a sentence: "10 → 15 timmar i veckan från 3 juni 2026". */
export function differenceText(t: TFunction, language: string, one: Difference): string {
  const day = (text: string) =>
    text === "" ? t("agreements:difference.nothing") : formatDate(language, text);
  const number = (value: number | null) =>
    value === null ? t("agreements:difference.nothing") : formatNumber(language, value);
  const sessions = (list: readonly Session[]) => list.map(timesText).join(", ");
  switch (one.what) {
    case "hours":
      return t(one.until ? "agreements:difference.hoursUntil" : "agreements:difference.hours", {
        from: number(one.from),
        to: number(one.to),
        since: day(one.since),
        until: one.until ? day(one.until) : "",
      });
    case "first_day":
    case "last_day":
    case "report_due":
      return t(`agreements:difference.${one.what}`, { from: day(one.from), to: day(one.to) });
    case "session": {
      const key = one.from.length === 0 ? "sessionNew" : one.to.length === 0 ? "sessionGone" : "session";
      return t(`agreements:difference.${key}`, {
        weekday: t(`agreements:weekday.${one.weekday}`),
        from: sessions(one.from),
        to: sessions(one.to),
      });
    }
    case "listed":
      return [["added", one.added] as const, ["removed", one.removed] as const]
        .filter(([, list]) => list.length > 0)
        .map(([key, list]) =>
          t(`agreements:difference.${key}`, {
            field: t(`agreements:field.${one.field}`),
            list: inWords(
              t,
              list.map((word) => wordOf(t, language, one.field, word)),
            ),
          }),
        )
        .join(". ");
    case "words":
      return t("agreements:difference.words", {
        field: t(`agreements:field.${one.field}`),
        from: one.from === "" ? t("agreements:difference.nothing") : wordOf(t, language, one.part, one.from),
        to: one.to === "" ? t("agreements:difference.nothing") : wordOf(t, language, one.part, one.to),
      });
    case "number":
      return t("agreements:difference.words", {
        field: t(`agreements:field.${one.field}`),
        from: number(one.from),
        to: number(one.to),
      });
  }
}

/** A value of the content as its own words, when it is a code. */
function wordOf(t: TFunction, language: string, of: string, word: string): string {
  switch (of) {
    case "tasks":
      return t(`vocabulary:task.${word}`);
    case "adaptations":
      return t(`vocabulary:adaptation.${word}`);
    case "kind":
      return t(`vocabulary:kind.${word}`);
    case "payer":
      return t(`agreements:payer.${word}`);
    case "workEnvironment":
      return t(`agreements:introduction.${word}`);
    case "closedDays": {
      const [from = "", to = ""] = word.split("/");
      return `${formatDate(language, from)} – ${formatDate(language, to)}`;
    }
    default:
      return word;
  }
}
