/**
 * Who has a slot: a coordinator, at which association, and until when (ISO; null when it is agreed and stays taken).
 * Never for whom. Staff of any association may ask each other; employers and participants never learn it (policy.ts).
 */
export type SlotHolder = { holder: string | null; association: string; until: string | null };
