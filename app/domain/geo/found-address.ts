import type { Coordinates } from "#app/domain/geo/point";

/** A place that an address may mean. */
export type FoundAddress = Coordinates & { label: string };

/**
 * How an answer was found: `streets` were searched; otherwise each place is the middle of a locality, because no street
 * of that name was found, the service does not answer, or there is none.
 */
export type AddressSource = "streets" | "not_found" | "unavailable" | "no_service";
export type AddressAnswer = { source: AddressSource; found: FoundAddress[] };
