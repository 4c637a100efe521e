import type { Actor } from "#app/domain/identity/actor";
import type { Tx } from "#db/client.server";
import { listAgencies, listMunicipalities } from "#db/queries/agencies.server";
import { type CaseWorker, listCaseWorkers } from "#db/queries/case-workers.server";

/** What the form of a participant offers in its lists. */
export type ParticipantOptions = {
  municipalities: { code: string; name: string }[];
  agencies: { id: number; name: string }[];
  caseWorkers: CaseWorker[];
};

/** The choices of the actor's association. */
export async function participantOptions(tx: Tx, actor: Actor): Promise<ParticipantOptions> {
  const associationId = actor.associationId ?? 0;
  return {
    municipalities: await listMunicipalities(tx, associationId),
    agencies: await listAgencies(tx),
    caseWorkers: await listCaseWorkers(tx, associationId),
  };
}

/** The choices that are not among those offered: somebody typed them in. Names of fields. */
export function unknownChoices(
  options: ParticipantOptions,
  chosen: {
    municipality?: string | undefined;
    agency?: number | undefined;
    caseWorker?: string | undefined;
    otherAgencies?: number[] | undefined;
  },
  kept: { municipalityCode: string | null } | null,
): ("municipality" | "agency" | "caseWorker" | "otherAgencies")[] {
  const unknown: ("municipality" | "agency" | "caseWorker" | "otherAgencies")[] = [];
  const { municipality, agency, caseWorker } = chosen;
  const isOffered = options.municipalities.some(({ code }) => code === municipality);
  if (municipality && !isOffered && municipality !== kept?.municipalityCode) unknown.push("municipality");
  if (agency !== undefined && !options.agencies.some(({ id }) => id === agency)) unknown.push("agency");
  const isAgency = (wanted: number) => options.agencies.some(({ id }) => id === wanted);
  if (!(chosen.otherAgencies ?? []).every(isAgency)) unknown.push("otherAgencies");
  const works = options.caseWorkers.some(
    ({ userId, agencyId }) => userId === caseWorker && agencyId === agency,
  );
  if (caseWorker && !works) unknown.push("caseWorker");
  return unknown;
}
