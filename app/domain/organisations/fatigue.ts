import { dayAfter } from "#app/domain/organisations/day";

/** How far back contacts are counted. domain.md "Vocabulary", issue 3.4: contacts in the last 30 days by all agencies. */
export const fatigueDays = 30;
export const contactLimits = { min: 1, max: 50 } as const;

/** How often an employer has been contacted lately, by everybody together. */
export type Fatigue = { contacts: number; limit: number; isTired: boolean };

/** Contacts from this ISO date to today count; today is one of the thirty days. */
export function countedSince(today: string): string {
  return dayAfter(today, 1 - fatigueDays);
}

/** An employer is tired when one more contact would be more than the limit. */
export function fatigueOf(contacts: number, limit: number): Fatigue {
  return { contacts, limit, isTired: contacts >= limit };
}
