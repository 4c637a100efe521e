import type { Coordinates } from "#app/domain/geo/point";
import type { EmployerContact } from "#app/domain/organisations/contact-log";
import type { Appetite } from "#app/domain/organisations/employer";
import type { Fatigue } from "#app/domain/organisations/fatigue";
import type { HostedSummary } from "#app/domain/organisations/guard";
import type { EmployerLesson } from "#app/domain/organisations/listing-lessons";
import type { PlacementKind, PlacementStatus, Sector } from "#app/domain/placements/vocabulary";

/** Who was in touch last. The day is an ISO date. */
export type LastContact = { on: string; userName: string; association: string };

/** An employer in the register's list. Days are ISO dates. */
export type RegisterEmployer = {
  id: number;
  name: string;
  /** Null until somebody fills it in. */
  organisationNumber: string | null;
  sector: Sector;
  /** Somebody has looked it through, or staff entered it. */
  verified: boolean;
  appetite: Appetite;
  askAgainOn: string | null;
  ownerName: string | null;
  isMine: boolean;
  localities: string[];
  published: number;
  freeSlots: number;
  contacts: number;
  last: LastContact | null;
  rings: string[];
};

export type EmployerWorkplace = {
  id: number;
  name: string;
  address: string;
  locality: string;
  municipality: string;
  coordinates: Coordinates;
  placements: EmployerPlacement[];
};
export type EmployerPlacement = {
  id: number;
  title: string;
  kinds: PlacementKind[];
  status: PlacementStatus;
  capacity: number;
  freeSlots: number;
  lastConfirmedOn: string;
  /** Whether this coordinator's association may change it. */
  isOurs: boolean;
};
export type EmployerPerson = {
  id: number;
  workplaceId: number | null;
  name: string;
  email: string | null;
  phone: string | null;
};

/** How the relation went from one to the next. `at` is an ISO moment. */
export type OwnerChange = {
  id: number;
  how: "proposed" | "taken_over" | "claimed" | "released";
  status: "open" | "done" | "declined" | "withdrawn";
  fromName: string | null;
  toName: string | null;
  byName: string;
  reason: string;
  note: string;
  at: string;
};

/** What was merged into this record. */
export type PastMerge = {
  id: number;
  byName: string;
  association: string;
  at: string;
  goneName: string;
  goneNumber: string | null;
  moved: Record<string, number>;
  /** What the record that went said, where the other one's value was kept. */
  lost: { field: string; value: string }[];
};

export type EmployerEntry = {
  what: "employer" | "appetite" | "workplace" | "person" | "placement" | "ring" | "merge";
  done: "added" | "changed" | "removed";
  subject: string;
  byName: string;
  association: string;
  at: string;
};

/** Everything that the employer's page shows a coordinator. */
export type EmployerPage = {
  id: number;
  name: string;
  organisationNumber: string | null;
  isPersonalNumber: boolean;
  sector: Sector;
  verified: boolean;
  appetite: Appetite;
  askAgainOn: string | null;
  owner: { userId: string; name: string; association: string | null } | null;
  workplaces: EmployerWorkplace[];
  people: EmployerPerson[];
  contacts: EmployerContact[];
  moreContacts: number;
  rings: { id: number; name: string; others: { id: number; name: string }[] }[];
  fatigue: Fatigue;
  /** What the employer has said after the own association's placements, the latest first. */
  lessons: EmployerLesson[];
  hosting: HostedSummary;
  merges: PastMerge[];
};
