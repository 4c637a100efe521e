import { isPersonalNumber } from "#app/domain/organisations/organisation-number";
import { hoursOf, type Offer } from "#app/domain/placements/offer-form";
import { weekPresets } from "#app/domain/placements/offer-hours";
import type { PlacementForm } from "#app/domain/placements/placement-form";
import {
  type Demand,
  demands,
  groupOf,
  type Level,
  type Levels,
  type Sector,
  type Task,
  type TaskGroup,
  taskGroupNames,
} from "#app/domain/placements/vocabulary";

/** What is most often asked in each group of tasks: stands in for an answer that nobody has given yet. */
const typicalDemands: Record<TaskGroup, Levels> = {
  kok: levels(1, 2, 2, 1, 2, 1, 1, 1, 1, 1),
  handel: levels(1, 2, 1, 1, 1, 1, 1, 1, 1, 1),
  ute: levels(2, 2, 1, 1, 1, 1, 1, 0, 1, 1),
  hantverk: levels(1, 2, 1, 1, 2, 2, 1, 1, 1, 2),
  service: levels(1, 2, 1, 1, 1, 1, 1, 1, 1, 1),
  kontor: levels(0, 0, 1, 1, 1, 2, 1, 2, 2, 1),
  manniskor: levels(1, 1, 1, 2, 1, 1, 1, 1, 2, 0),
};

function levels(...given: Level[]): Levels {
  return Object.fromEntries(demands.map((demand, place) => [demand, given[place]!])) as Levels;
}

/** A sensible level of a demand for these tasks: the highest that is typical of any of their groups. */
export function typicalDemand(demand: Demand, tasks: readonly Task[]): Level {
  const groups = tasks.length > 0 ? [...new Set(tasks.map(groupOf))] : taskGroupNames;
  return Math.max(...groups.map((group) => typicalDemands[group][demand])) as Level;
}

/** Somebody looks in now and then: stands in while nobody has said how much support there is. */
export const usualSupport: Level = 1;

/** What an employer may leave to the coordinator: what stands in the listing is then only typical of such tasks. */
export type UnknownLevel = Demand | "support";

/** The demands that the employer left to the coordinator. */
export function unknownDemands(offer: Pick<Offer, "demands">): Demand[] {
  return demands.filter((demand) => offer.demands[`demand_${demand}`] === null);
}

/** The same, with the support when nobody could say. */
export function unknownLevels(offer: Offer): UnknownLevel[] {
  const open = unknownDemands(offer);
  return offer.people.supportLevel === null ? [...open, "support"] : open;
}

/** What is stored of an offer as a placement: everything but whose it is and where. */
export type Listing = Omit<
  PlacementForm,
  | "organisationNumber"
  | "employerName"
  | "sector"
  | "workplaceName"
  | "address"
  | "locality"
  | "contactName"
  | "contactEmail"
  | "contactPhone"
>;

/** The offer as a placement. Unknown demands are filled with what is typical; the coordinator chooses the kinds. */
export function listingOf(offer: Offer, title: string): Listing {
  const { tasks, hours, people } = offer;
  return {
    title,
    description: tasks.description,
    kinds: ["praktik", "arbetsprovning", "arbetstraning"],
    purposes: [],
    tasks: tasks.tasks,
    ...hoursOf(hours),
    weekdays: hours.weekdays,
    ...weekPresets[hours.weeks],
    startsFrom: null,
    capacity: people.capacity,
    supportLevel: people.supportLevel ?? usualSupport,
    supervisor: supervisorOf(people),
    demands: Object.fromEntries(
      demands.map((demand) => [
        demand,
        offer.demands[`demand_${demand}`] ?? typicalDemand(demand, tasks.tasks),
      ]),
    ) as Levels,
    adaptations: offer.adaptations.adaptations,
    otherRequirements: offer.demands.otherRequirements,
    ageMin: null,
    ageMax: null,
    financing: "none",
    costPerWeek: null,
    calledOffBy: "",
    visibility: "public",
  };
}

/** Who supervises; empty while nobody knows. */
export function supervisorOf({
  supervising,
  supervisor,
  contactName,
}: Pick<Offer["people"], "supervising" | "supervisor" | "contactName">): string {
  return { self: contactName, other: supervisor, unknown: "" }[supervising];
}

/**
 * The sector that an organisation number tells of. Source: Bolagsverket and SCB on groups of numbers (21 public bodies,
 * of which 2120 municipalities, 2321 regions and 2021 the state; 7 and 8 associations and foundations).
 */
export function sectorOf(organisationNumber: string): Sector {
  if (isPersonalNumber(organisationNumber)) return "privat";
  if (organisationNumber === "556448-1397") return "samhall";
  if (/^(2120|2220)/.test(organisationNumber)) return "kommun";
  if (/^2321/.test(organisationNumber)) return "region";
  if (/^20/.test(organisationNumber)) return "stat";
  return /^8/.test(organisationNumber) ? "ideell" : "privat";
}

/** A title from the first tasks, each said as a phrase: "Packa varor och sortera kläder". Empty without tasks. */
export function suggestTitle(tasks: readonly Task[], phraseOf: (task: Task) => string, and: string): string {
  const [first, second] = tasks.slice(0, 2).map(phraseOf);
  if (!first) return "";
  return second ? `${first} ${and} ${second.charAt(0).toLowerCase()}${second.slice(1)}` : first;
}
