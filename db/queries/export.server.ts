import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { hasPersonalNumber } from "#db/queries/employer-record.server";

// Rows to be written as a file that import reads again: the columns' names are the file's. Lists are arrays here.

export type ExportRow = Record<string, string | number | boolean | string[] | null>;

/** The placements that are offered in the association's municipalities, with employer, workplace and contact person. */
export async function listPlacementsToExport(tx: Tx, associationId: number): Promise<ExportRow[]> {
  const rows = await tx.execute<ExportRow>(sql`
    SELECT e.name AS arbetsgivare, e.organisation_number AS organisationsnummer, e.sector AS sektor,
           w.name AS arbetsstalle, w.address AS adress, w.locality AS ort, m.name AS kommun,
           c.name AS kontaktperson, c.email AS epost, c.phone AS telefon, p.title AS rubrik, p.kinds AS typer,
           p.tasks AS uppgifter, p.description AS beskrivning, p.hours_min::float8 AS timmar_per_vecka_min,
           p.hours_max::float8 AS timmar_per_vecka_max, p.shortest_day::float8 AS timmar_per_dag_min,
           p.weekdays AS dagar, p.weeks_min AS veckor_min, p.weeks_max AS veckor_max, p.capacity AS platser,
           p.supervisor AS handledare, p.support_level AS handledarstod, p.demand_lyft AS krav_lyft,
           p.demand_staende AS krav_staende, p.demand_tempo AS krav_tempo,
           p.demand_sociala_kontakter AS krav_sociala_kontakter, p.demand_buller AS krav_buller,
           p.demand_koncentration AS krav_koncentration, p.demand_sjalvstandighet AS krav_sjalvstandighet,
           p.demand_lasa_skriva AS krav_lasa_skriva, p.demand_tala_svenska AS krav_tala_svenska,
           p.demand_finmotorik AS krav_finmotorik, p.adaptations AS anpassningar, p.other_requirements AS ovriga_krav,
           p.last_confirmed_on::text AS bekraftad, p.purposes AS syften, p.starts_from::text AS start_fran,
           p.age_min AS alder_min, p.age_max AS alder_max, p.visibility AS synlighet
      FROM placements p
      JOIN employers e ON e.id = p.employer_id
      JOIN workplaces w ON w.id = p.workplace_id
      JOIN municipalities m ON m.code = p.municipality_code
      LEFT JOIN LATERAL (
        SELECT name, email, phone FROM contact_persons
         WHERE employer_id = e.id AND (workplace_id = w.id OR workplace_id IS NULL)
         ORDER BY workplace_id NULLS LAST, id LIMIT 1) c ON true
     WHERE p.status IN ('published', 'paused')
       AND p.municipality_code IN (SELECT municipality_code FROM association_municipalities
                                    WHERE association_id = ${associationId})
     ORDER BY m.name, w.locality, e.name, p.title, p.id`);
  return [...rows];
}

/** The association's participants with their referrals. Protected identities never leave in a file. */
export async function listParticipantsToExport(
  tx: Tx,
  associationId: number,
): Promise<(ExportRow & { id: string })[]> {
  const rows = await tx.execute<ExportRow & { id: string }>(sql`
    SELECT p.id, p.reference AS referens, p.sex AS kon, p.birth_year AS fodelsear, m.name AS kommun, p.locality AS ort,
           a.name AS remitterande_myndighet, r.referred_on::text AS remissdatum, p.mapped_on::text AS kartlagd,
           p.education AS utbildning, p.household AS hushallstyp, p.income_source AS forsorjning,
           'psykiska' = ANY (p.obstacles) AS hinder_psykiska, 'fysiska' = ANY (p.obstacles) AS hinder_fysiska,
           'kompetens' = ANY (p.obstacles) AS hinder_kompetens,
           'sjalvfortroende' = ANY (p.obstacles) AS hinder_sjalvfortroende, 'social' = ANY (p.obstacles) AS hinder_social,
           p.closed_on::text AS avslutad, p.outcome AS avslutsresultat, p.education_form AS utbildningsform
      FROM participants p
      LEFT JOIN municipalities m ON m.code = p.municipality_code
      LEFT JOIN referrals r ON r.participant_id = p.id AND r.is_current
      LEFT JOIN commissioning_agencies a ON a.id = r.agency_id
     WHERE p.association_id = ${associationId} AND p.protected_identity = 'none'
     ORDER BY p.reference`);
  return [...rows];
}

/**
 * The association's complete work profiles, with the organisation numbers of employers that are to be left out; the name
 * of one that has no number yet, or whose number is a person's own: that leaves in no file of somebody else's.
 */
export async function listWorkProfilesToExport(tx: Tx, associationId: number) {
  const rows = await tx.execute<{ id: string; reference: string; profile: unknown; excluded: string[] }>(sql`
    SELECT p.id, p.reference, w.profile,
           ARRAY(SELECT CASE WHEN NOT ${hasPersonalNumber} THEN e.organisation_number ELSE e.name END
                   FROM employers e
                  WHERE e.id IN (SELECT jsonb_array_elements_text(follow_merges(w.profile)->'excludedEmployerIds')::integer)
                  ORDER BY 1) AS excluded
      FROM work_profiles w JOIN participants p ON p.id = w.participant_id
     WHERE p.association_id = ${associationId} AND p.protected_identity = 'none'
     ORDER BY p.reference`);
  return [...rows];
}

/** One audit event a participant whose data leave in a file. */
export async function recordExported(
  tx: Tx,
  actor: { userId: string | null; name: string; role: string; associationId: number | null },
  participantIds: string[],
  kind: string,
): Promise<void> {
  if (participantIds.length === 0) return;
  await tx.execute(sql`
    INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id, details)
    SELECT ${actor.associationId}, ${actor.userId}, ${actor.name}, ${actor.role}, 'participant.exported', value::uuid,
           jsonb_build_object('kind', ${kind}::text)
      FROM jsonb_array_elements_text(${JSON.stringify(participantIds)}::jsonb)`);
}
