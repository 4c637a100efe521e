import type { InstrumentVersion } from "#app/domain/followups/instrument";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import type { Tx } from "#db/client.server";
import { findActiveVersion, findUsedVersion, listNewestUsed } from "#db/queries/instruments.server";

/** The statements that are answered in an association now. */
export async function currentInstrumentIn(tx: Tx, associationId: number): Promise<InstrumentVersion> {
  return (await findActiveVersion(tx, associationId)) ?? shippedInstrument;
}

/** The version that a form showed, also when another is in use by now; null: there never was one. */
export async function instrumentIn(
  tx: Tx,
  associationId: number,
  of: { code: string; version: number },
): Promise<InstrumentVersion | null> {
  if (of.code === shippedInstrument.code)
    return of.version === shippedInstrument.version ? shippedInstrument : null;
  return findUsedVersion(tx, associationId, of);
}

/** The wording by which answers are shown: the newest of each instrument that has been used. */
export async function wordingsIn(tx: Tx, associationId: number): Promise<InstrumentVersion[]> {
  return [shippedInstrument, ...(await listNewestUsed(tx, associationId))];
}
