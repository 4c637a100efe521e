/** What a coordinator should look at before a listing is published. Facts for a person to judge, not a score. */
export const findings = [
  "claim",
  "new_employer",
  "personal_number",
  "no_supervisor",
  "wide_hours",
  "many_at_once",
  "shared_address",
  "known_workplace",
  "far_pin",
  "same_phone",
] as const;
export type Finding = (typeof findings)[number];

/** What is known about a listing when it is looked through. */
export type ListingFacts = {
  isClaim: boolean;
  employerVerified: boolean;
  hasPersonalNumber: boolean;
  supervisor: string;
  hoursMin: number;
  hoursMax: number;
  capacity: number;
  /** Other employers at the same address and in the same locality. */
  othersAtAddress: number;
  /** The workplace existed before this listing. */
  workplaceKnown: boolean;
  /** From the pin to the middle of the locality, in kilometres. */
  pinKm: number;
  /** Other employers whose contact person has this telephone number. */
  othersWithPhone: number;
};

const wideHours = 30;
const manyAtOnce = 5;
const farKm = 15;

/** What stands out, in the order of the list above. */
export function findingsOf(facts: ListingFacts): Finding[] {
  const found: Record<Finding, boolean> = {
    claim: facts.isClaim,
    new_employer: !facts.employerVerified && !facts.isClaim,
    personal_number: facts.hasPersonalNumber,
    no_supervisor: facts.supervisor.trim() === "",
    wide_hours: facts.hoursMax - facts.hoursMin > wideHours,
    many_at_once: facts.capacity >= manyAtOnce,
    shared_address: facts.othersAtAddress > 0,
    known_workplace: facts.isClaim && facts.workplaceKnown,
    far_pin: facts.pinKm > farKm,
    same_phone: facts.othersWithPhone > 0,
  };
  return findings.filter((finding) => found[finding]);
}
