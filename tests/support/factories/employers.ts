import { demands } from "#app/domain/placements/vocabulary";
import { owner } from "#tests/support/owner";

let count = 0;

/** An employer with a number of its own; a right check digit is not asked for by the database. */
export async function anEmployer(
  more: Record<string, unknown> = {},
): Promise<{ id: number; number: string; name: string }> {
  count += 1;
  const number = `558${String(count).padStart(3, "0")}-0001`;
  const [row] = await owner`INSERT INTO employers ${owner({
    organisation_number: number,
    name: `Arbetsgivare ${count}`,
    sector: "privat",
    verified: true,
    ...more,
  })} RETURNING id, organisation_number, name`;
  return { id: row!.id, number: row!.organisation_number, name: row!.name };
}

/** A workplace in Lindesberg. */
export async function aWorkplace(
  employerId: number,
  name = "Verkstaden",
  more: Record<string, unknown> = {},
) {
  const [row] = await owner`INSERT INTO workplaces ${owner({
    employer_id: employerId,
    name,
    address: "Storgatan 1",
    locality: "Lindesberg",
    municipality_code: "1885",
    point: "(510000,6605000)",
    ...more,
  })} RETURNING id`;
  return row!.id as number;
}

/** A published placement with two slots at a workplace. */
export async function aPlacementAt(
  at: { employerId: number; workplaceId: number },
  title = "Packa varor",
  more: Record<string, unknown> = {},
): Promise<number> {
  const levels = Object.fromEntries(demands.map((demand) => [`demand_${demand}`, 1]));
  const [row] = await owner`INSERT INTO placements ${owner({
    employer_id: at.employerId,
    workplace_id: at.workplaceId,
    title,
    status: "published",
    kinds: ["praktik"],
    tasks: ["packning"],
    hours_min: 4,
    hours_max: 20,
    shortest_day: 2,
    weekdays: ["man", "tis", "ons", "tors", "fre"],
    weeks_min: 8,
    weeks_max: 12,
    capacity: 2,
    support_level: 1,
    last_confirmed_on: new Date(),
    ...levels,
    ...more,
  })} RETURNING id`;
  return row!.id as number;
}

/** A participant with a proposal in this status at a placement. */
export async function aProposalAt(
  placement: { associationId: number; placementId: number; employerId: number },
  status: string,
  person: Record<string, unknown> = {},
): Promise<{ participantId: string; proposalId: string }> {
  count += 1;
  const participantId =
    (person.id as string | undefined) ??
    (
      await owner`INSERT INTO participants ${owner({
        association_id: placement.associationId,
        reference: `R-${count}`,
        ...person,
      })} RETURNING id`
    )[0]!.id;
  const [proposal] = await owner`INSERT INTO proposals ${owner({
    association_id: placement.associationId,
    participant_id: participantId,
    placement_id: placement.placementId,
    employer_id: placement.employerId,
    status,
  })} RETURNING id`;
  return { participantId, proposalId: proposal!.id };
}
