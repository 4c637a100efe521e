import type { Party } from "#app/domain/agreements/signatures";
import type { Alert } from "#app/domain/followups/alerts";
import type { FollowupForm } from "#app/domain/followups/followup";
import type { Role } from "#app/domain/identity/actor";
import type { HinderCode } from "#app/domain/matching/hinders";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";

/** What asks for somebody by itself, the most pressing first. Issue 5, item 4. */
export const exceptionKinds = [
  "unsigned",
  "hold_ends",
  "late",
  "ends_soon",
  "unclosed",
  "attendance",
  "disagreement",
  "silent",
  "gap",
  "free_slots",
  "unconfirmed",
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** What each role is shown: a coach nothing of employers and listings, a case worker what the own cases wait for. */
export const exceptionKindsOf: Partial<Record<Role, readonly ExceptionKind[]>> = {
  coordinator: exceptionKinds,
  coach: ["unsigned", "hold_ends", "late", "ends_soon", "unclosed", "attendance", "disagreement", "gap"],
  case_worker: ["unsigned", "ends_soon", "unclosed"],
};

/** An agreement that is out to be signed is pressing so many days before its first day. */
export const unsignedWithinDays = 14;
/** Somebody at work who has not answered, nor been talked with, for so many days is silent. */
export const silentAfterDays = 14;
/** A slot that has been free for so many days, and that nobody has proposed, is an employer who waits for us. */
export const freeSlotAfterDays = 7;

/** Where and about whom. A participant by code; null where it is about an employer or a listing. Dates are ISO dates. */
export type ExceptionAbout = {
  subject: string;
  /** What it is about now: when that changes, somebody who put it off sees it again. */
  matter: string;
  /** The reader follows up this one. */
  isOwn: boolean;
  reference: string | null;
  agreementId: string | null;
  employerId: number | null;
  employerName: string;
  placementId: number | null;
  title: string;
  locality: string;
};
/** Somebody to call. */
export type Callable = { name: string; phone: string | null };

export type Exception = ExceptionAbout &
  (
    | {
        kind: "unsigned";
        startsOn: string;
        missing: Party[];
        signatory: Callable | null;
        sentOn: string;
        remindedOn: string | null;
      }
    | { kind: "hold_ends"; holdUntil: string; status: ProposalStatus; consentMissing: boolean }
    | {
        kind: "late";
        dueOn: string;
        form: FollowupForm;
        coach: { userId: string; name: string } | null;
        remindedOn: string | null;
      }
    | { kind: "ends_soon"; endsOn: string; lastStep: "ok" | "raise" | "lower" | null }
    /** `lastDay`: the last day it was lived; `isEarly`: somebody ended it before its time. */
    | { kind: "unclosed"; lastDay: string; isEarly: boolean }
    | { kind: "attendance"; alert: Alert; more: number }
    /** `code` and `item`: what the answers differ on; null when a list may not say it. */
    | { kind: "disagreement"; since: string; code: string; item: string | null; more: number }
    | {
        kind: "silent";
        since: string;
        asked: { what: Unanswered; count: number }[];
        contact: Callable | null;
        lastChannel: string | null;
      }
    | { kind: "gap"; since: string }
    | {
        kind: "free_slots";
        freeSince: string;
        fits: number;
        hinder: HinderCode | null;
        contact: Callable | null;
      }
    | { kind: "unconfirmed"; confirmedOn: string; contact: Callable | null }
  );
export const unanswered = ["signature", "proposal", "attendance", "confirmation"] as const;
export type Unanswered = (typeof unanswered)[number];

/** A matter that was put off, with why. */
export type Snoozed = Exception & { until: string; reason: string; byName: string };

/** The first of each kind; how many there are in all, also by municipality; and how many somebody has put off. */
export type Exceptions<Row = Exception> = {
  rows: Row[];
  totals: Partial<Record<ExceptionKind, number>>;
  municipalities: { code: string; name: string; count: number }[];
  snoozed: number;
};

/** What cannot wait until tomorrow: somebody begins unsigned, or a slot is lost. */
export function isUrgent(kind: ExceptionKind): boolean {
  return kind === "unsigned" || kind === "hold_ends";
}

/** Who at the workplace is asked for a missing signature: only when the workplace's is missing. */
export function whomToCall({ missing, signatory }: { missing: Party[]; signatory: Callable | null }) {
  return missing.includes("employer") ? signatory : null;
}

/** A coach who was reminded lately has had no time to act: another one can be chosen. */
export const remindedAgainAfterDays = 3;
