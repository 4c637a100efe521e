import { expect, test } from "vitest";
import { anonymousCard } from "#app/domain/matching/anonymous-card";
import { employerView } from "#app/domain/matching/employer-view";
import type { Proposal } from "#app/domain/matching/proposal";
import { proposalStatuses } from "#app/domain/matching/proposal-status";
import { aProfile } from "#tests/support/factories/matching";

const proposal: Proposal = {
  id: "11111111-1111-4111-8111-111111111111",
  associationId: 7,
  participantId: "22222222-2222-4222-8222-222222222222",
  reference: "N-HEMLIG",
  placementId: 1,
  title: "Plantera",
  kinds: ["praktik"],
  employerId: 3,
  employerName: "Växthuset",
  locality: "Nora",
  appetite: "yes",
  freeSlots: 1,
  capacity: 2,
  status: "presented",
  holdsSlot: true,
  slotFrom: null,
  holdUntil: null,
  reasonCode: null,
  card: anonymousCard(aProfile()),
  visitAt: "2026-03-04T08:00:00.000Z",
  visitPlace: "Hyttvägen 4",
  updatedAt: "2026-03-03T08:00:00.000Z",
};

test.each(proposalStatuses)(
  "%s: the name is there only with a visit, and never a code or an id of the person",
  (status) => {
    const view = employerView({ ...proposal, status }, "Robin Falk");
    const isNamed = status === "visit_booked" || status === "agreed";
    expect(view.name).toBe(isNamed ? "Robin Falk" : null);
    expect(view.visit === null).toBe(!isNamed);
    const sent = JSON.stringify(view);
    expect(sent).not.toContain("N-HEMLIG");
    expect(sent).not.toContain(proposal.participantId);
  },
);

test.each(["participant_no", "employer_no", "withdrawn", "expired"] as const)(
  "%s: what has ended keeps nothing of the person",
  (status) => {
    expect(employerView({ ...proposal, status }, "Robin Falk")).toMatchObject({
      card: null,
      name: null,
      visit: null,
    });
  },
);
