import type { AnonymousCard } from "#app/domain/matching/anonymous-card";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import type { Appetite } from "#app/domain/organisations/employer";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** One participant × one placement on its way. Times are ISO strings. */
export type Proposal = {
  id: string;
  associationId: number;
  participantId: string;
  /** The participant's code; null where the reader may not know it. */
  reference: string | null;
  placementId: number;
  title: string;
  kinds: PlacementKind[];
  employerId: number;
  employerName: string;
  locality: string;
  appetite: Appetite;
  freeSlots: number;
  capacity: number;
  status: ProposalStatus;
  holdsSlot: boolean;
  holdUntil: string | null;
  /** The planned start, an ISO date: a hold takes the slot from then on. Null: from now on. */
  slotFrom: string | null;
  reasonCode: string | null;
  card: AnonymousCard | null;
  visitAt: string | null;
  visitPlace: string | null;
  updatedAt: string;
  /** The employer has not been asked yet, and may not be: the consent to be shown is missing. */
  consentMissing?: boolean;
};

/** One step in a proposal's history. */
export type ProposalEvent = {
  to: ProposalStatus;
  byRole: string;
  byName: string;
  how: string | null;
  reason: string | null;
  note: string;
  at: string;
};
