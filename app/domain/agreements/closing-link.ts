/** What a link that is sent after the end is for: the supervisor's words, a check-up, the employer's thanks. */
export const closingPurposes = ["reference", "checkup", "thanks"] as const;
export type ClosingPurpose = (typeof closingPurposes)[number];

/** How many days such a link works. */
export const closingLinkDays: Record<ClosingPurpose, number> = { reference: 30, checkup: 30, thanks: 60 };

/** The address below which such a link lies. */
export const closingLinkPath: Record<ClosingPurpose, string> = {
  reference: "referens",
  checkup: "hur-gar-det",
  thanks: "tack",
};
