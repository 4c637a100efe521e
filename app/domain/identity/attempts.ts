/**
 * How many attempts fit in a window of minutes. Only failed sign-ins count, so that a whole office behind one address,
 * or a person who signs in often, never waits; links count each time, for each is a mail in somebody's box.
 */
export const attemptLimits = {
  /** One account from one address: guessing a password. */
  sign_in_pair: { attempts: 10, minutes: 5 },
  /** One account from anywhere: guessing from many addresses. */
  sign_in_account: { attempts: 50, minutes: 60 },
  /** One address, any account: trying stolen lists. */
  sign_in_address: { attempts: 100, minutes: 15 },
  link_account: { attempts: 5, minutes: 15 },
  link_address: { attempts: 50, minutes: 15 },
  /** Offers of a place begun from one network address: each is a row that is kept for a month. */
  offer_begin_address: { attempts: 100, minutes: 60 },
  /** Mails about an offer to one mailbox that anybody can type, and from one network address. */
  offer_mail_account: { attempts: 6, minutes: 60 },
  offer_mail_address: { attempts: 60, minutes: 60 },
  /** Documents checked from one network address: enough for a pile of papers, too few to guess. */
  verify_address: { attempts: 60, minutes: 15 },
} as const;
export type AttemptKind = keyof typeof attemptLimits;

export type Counted = { kind: AttemptKind; attempts: number; resetsAt: Date };

/** When the next attempt is welcome, or null when it is welcome now. */
export function blockedUntil(counted: readonly Counted[]): Date | null {
  const full = counted.filter(({ kind, attempts }) => attempts >= attemptLimits[kind].attempts);
  const latest = Math.max(...full.map(({ resetsAt }) => resetsAt.getTime()));
  return full.length === 0 ? null : new Date(latest);
}
