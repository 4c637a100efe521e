import type { Fatigue } from "#app/domain/organisations/fatigue";
import type { GuardWarning, HostedSummary } from "#app/domain/organisations/guard";

/** What a coordinator should know before an employer is asked for one participant. */
export type Caution = {
  employerId: number;
  fatigue: Fatigue;
  /** Names of the rings that the employer is in: a fact, never part of a score. */
  rings: string[];
  /** How often this participant has had an agreed stay there. */
  earlierStays: number;
  stays: number;
  ended: number;
  ledOn: number;
  /** Of the employer as a whole; who has been there more than once is for the employer's page. */
  warnings: GuardWarning[];
};

/** Puts together what is known of one employer. */
export function cautionOf(
  employerId: number,
  known: { fatigue: Fatigue; rings: string[]; earlierStays: number; hosting: HostedSummary },
): Caution {
  const { fatigue, rings, earlierStays, hosting } = known;
  const { stays, ended, ledOn, warnings } = hosting;
  return { employerId, fatigue, rings, earlierStays, stays, ended, ledOn, warnings };
}
