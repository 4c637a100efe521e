import { type Locality, parseLocality } from "#app/domain/geo/locality";
import type { Tx } from "#db/client.server";
import { listMunicipalities } from "#db/queries/agencies.server";
import { findLocality } from "#db/queries/geo.server";

/**
 * The locality or area that a participant travels from: "Nora", "Nora, Nora kommun" or "Hestra (Gislaved)". Of several
 * with one name, the participant's own municipality comes first, then the association's, then the largest.
 */
export async function findHomeLocality(
  tx: Tx,
  text: string,
  nearby: { municipalityCode: string | null; associationId: number },
): Promise<Locality | null> {
  const { name, municipality } = parseLocality(text);
  if (!name) return null;
  if (municipality) return findLocality(tx, name, municipality);
  const served = await listMunicipalities(tx, nearby.associationId);
  const codes = [nearby.municipalityCode, ...served.map(({ code }) => code)].filter((code) => code !== null);
  for (const code of codes) {
    const found = await findLocality(tx, name, code);
    if (found) return found;
  }
  return findLocality(tx, name);
}
