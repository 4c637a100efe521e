/** How willing an employer is right now. `not_now` hides proposals, never the record. domain.md "Placement". */
export const appetites = ["yes", "maybe", "not_now"] as const;
export type Appetite = (typeof appetites)[number];
