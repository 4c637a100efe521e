import { seedAccounts, seedLastAccount } from "#db/seed/accounts";
import { seedAgreements } from "#db/seed/agreements";
import { openAssociations } from "#db/seed/associations";
import { seedAttendance } from "#db/seed/attendance";
import { seedCases } from "#db/seed/cases";
import { seedClosings } from "#db/seed/closings";
import { seedCoachDay } from "#db/seed/coach-day";
import { seedEmployerContacts } from "#db/seed/employer-contacts";
import { seedEmployerPeople } from "#db/seed/employer-people";
import { seedEmployerRegister } from "#db/seed/employer-register";
import { importSeedFiles } from "#db/seed/files";
import { seedFollowups } from "#db/seed/followups";
import { seedKartlaggning } from "#db/seed/kartlaggning";
import { seedNotifications } from "#db/seed/notifications";
import { seedOffers } from "#db/seed/offers";
import { seedOwnPlan } from "#db/seed/own-plan";
import { seedPeople } from "#db/seed/people";
import { seedProposals } from "#db/seed/proposals";
import { seedRatings } from "#db/seed/ratings";

/** Everything in the demo world, in the order in which one thing needs another. Each step can be taken again. */
export async function fillIn(): Promise<void> {
  const associations = await openAssociations();
  await importSeedFiles(associations);
  const accounts = await seedAccounts(associations);
  await seedPeople(associations, accounts);
  await seedEmployerContacts(associations, accounts);
  await seedEmployerPeople(accounts);
  await seedEmployerRegister(associations, accounts);
  await seedProposals(associations, accounts);
  await seedKartlaggning(associations, accounts);
  await seedCases(associations, accounts);
  await seedAgreements(associations, accounts);
  await seedAttendance(associations, accounts);
  await seedFollowups(associations, accounts);
  await seedCoachDay(associations, accounts);
  await seedClosings(associations, accounts);
  await seedRatings(associations);
  await seedOwnPlan(associations, accounts);
  await seedNotifications();
  await seedOffers();
  await seedLastAccount(associations);
}
