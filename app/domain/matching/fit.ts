/** How well a placement fits, for somebody who reads no numbers. */
export const fits = ["very_well", "well", "partly"] as const;
export type Fit = (typeof fits)[number];

/** The word for a score of 0–100. Nothing that is suggested is called bad: what clashes is not suggested. */
export function fitOf(total: number): Fit {
  if (total >= 85) return "very_well";
  return total >= 65 ? "well" : "partly";
}
