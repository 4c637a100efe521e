import {
  hidePersonalNumber,
  isHiddenNumber,
  isPersonalNumber,
} from "#app/domain/organisations/organisation-number";
import type { Colleague } from "#app/domain/organisations/policy";
import type { Tx } from "#db/client.server";
import { listOwnEmployers } from "#db/queries/employer-owner.server";

/**
 * The same employers with their numbers as this coordinator may see them: a sole trader's personal number stands whole
 * only where the association has one of the employer's municipalities, or its coordinator holds the relation.
 */
export async function withNumbersAsSeen<Row extends { id: number; organisationNumber: string | null }>(
  tx: Tx,
  rows: readonly Row[],
  me: Colleague,
): Promise<Row[]> {
  const personal = rows.filter(({ organisationNumber }) => isPersonalNumber(organisationNumber));
  if (personal.length === 0) return [...rows];
  const ids = personal.map(({ id }) => id);
  const own = await listOwnEmployers(tx, ids, me);
  return rows.map((row) =>
    own.has(row.id) ? row : { ...row, organisationNumber: hidePersonalNumber(row.organisationNumber) },
  );
}

/** The number that a form about an employer begins with: "", to be asked for, when there is none that `me` may see whole. */
export async function numberToBeginWith(
  tx: Tx,
  employer: { id: number; organisationNumber: string | null },
  me: Colleague,
): Promise<string> {
  const [seen] = await withNumbersAsSeen(tx, [employer], me);
  const number = seen?.organisationNumber ?? "";
  return isHiddenNumber(number) ? "" : number;
}
