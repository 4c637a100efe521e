import type { Locality } from "#app/domain/geo/locality";
import type { Actor } from "#app/domain/identity/actor";
import type { EmployerForm, NewEmployerForm } from "#app/domain/organisations/employer-form";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome, type Success } from "#app/domain/outcome";
import { findLocality } from "#app/services/geo/find-locality.server";
import { withNumbersAsSeen } from "#app/services/organisations/number-as-seen.server";
import { orderAskAgain } from "#app/services/organisations/remind-ask-again.server";
import { type Tx, withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import * as records from "#db/queries/employer-record.server";

/** An employer as its form shows it, with its number as the actor may see it. Errors: `not_found`. */
export async function editEmployer(
  actor: Actor,
  id: number,
): Promise<Outcome<{ record: records.EmployerRecord }, "not_found">> {
  const me = colleague(actor, "register.change");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const record = await records.findEmployer(tx, id);
    if (!record) return fail("not_found");
    const [seen] = await withNumbersAsSeen(tx, [record], me);
    return done({ record: seen! });
  });
}

/** Where an employer with the same number is, when one is known already. */
export type NumberTaken = { ok: false; code: "number_taken"; employerId: number };
/** Employers of that name in that place: one of them may be the same. */
export type LooksKnown = { ok: false; code: "looks_known"; alike: { id: number; name: string }[] };
type Added = Outcome<{ id: number }, "not_found" | "locality_unknown"> | NumberTaken | LooksKnown;

/**
 * Adds an employer that nobody has written down yet, with a workplace of its name where it is. Whoever has just been met
 * is known by name and place; the number is filled in later.
 * Errors: `not_found` (not a coordinator), `number_taken`, `locality_unknown`, `looks_known` (unless it is said to be
 * another one `anyway`).
 */
export async function addEmployer(actor: Actor, form: NewEmployerForm): Promise<Added> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx): Promise<Added> => {
    const number = form.organisationNumber ?? null;
    const known = number && (await records.findByNumber(tx, number));
    if (known) return { ok: false, code: "number_taken", employerId: known };
    const place = await findLocality(form.locality, tx);
    if (!place) return fail("locality_unknown");
    // Of two who add the same one at once, the second is shown the first one's.
    await records.waitForPlace(tx, place.municipalityCode);
    const alike = await records.findAlike(tx, form.name, place);
    if (alike.length > 0 && !form.anyway) return { ok: false, code: "looks_known", alike };
    return addEmployerIn(tx, actor, form, { ...place, address: form.address });
  });
}

/**
 * The same inside a transaction, of somebody who may; with a workplace of its name where it is, when that is known. Errors:
 * `number_taken`.
 */
export async function addEmployerIn(
  tx: Tx,
  actor: Actor,
  form: EmployerForm,
  place: (Locality & { address: string }) | null,
): Promise<Success<{ id: number }> | NumberTaken> {
  const id = await records.insertEmployer(tx, form);
  if (id === null) {
    const taken = await records.findByNumber(tx, form.organisationNumber!);
    return { ok: false, code: "number_taken", employerId: taken! };
  }
  if (place) {
    const { name: locality, address, municipalityCode, point } = place;
    const where = { name: form.name, address, locality, municipalityCode, point };
    await records.writeWorkplace(tx, id, null, where);
  }
  await orderAskAgain(tx, id, form.askAgainOn ?? null);
  await noteEntry(tx, actor, { employerId: id, what: "employer", done: "added", subject: form.name });
  return done({ id });
}

/**
 * Changes an employer on its behalf. `seen` is the record as the form was made from: of two who save, the later is told.
 * Errors: `not_found`, `number_taken`, `changed_meanwhile`.
 */
export async function changeEmployer(
  actor: Actor,
  id: number,
  sent: EmployerForm,
  seen: string,
): Promise<Outcome<object, "not_found" | "changed_meanwhile"> | NumberTaken> {
  const me = colleague(actor, "register.change");
  if (!me) return fail("not_found");
  return withActor(
    actor,
    async (tx): Promise<Outcome<object, "not_found" | "changed_meanwhile"> | NumberTaken> => {
      const [record] = await records.lockEmployers(tx, [id]);
      if (!record) return fail("not_found");
      const [shown] = await withNumbersAsSeen(tx, [record], me);
      if (recordVersion(shown!) !== seen) return fail("changed_meanwhile");
      // A number that is hidden for the actor, and left so, is kept.
      const isKept = sent.organisationNumber === shown!.organisationNumber;
      const organisationNumber = isKept ? record.organisationNumber : (sent.organisationNumber ?? null);
      const form = { ...sent, organisationNumber: organisationNumber ?? undefined };
      const known = organisationNumber && (await records.findByNumber(tx, organisationNumber));
      if (known && known !== id) return { ok: false, code: "number_taken", employerId: known };
      if (!(await records.updateEmployer(tx, id, form))) {
        const taken = await records.findByNumber(tx, organisationNumber!);
        return { ok: false, code: "number_taken", employerId: taken! };
      }
      const said = (one: { appetite: string; askAgainOn?: string | null }) =>
        `${one.appetite} ${one.askAgainOn ?? ""}`;
      if (said(record) !== said(form)) {
        await orderAskAgain(tx, id, form.askAgainOn ?? null);
        await noteEntry(tx, actor, {
          employerId: id,
          what: "appetite",
          done: "changed",
          subject: form.appetite,
        });
      }
      const isOther = (["organisationNumber", "name", "sector"] as const).some(
        (name) => (record[name] ?? undefined) !== form[name],
      );
      if (isOther)
        await noteEntry(tx, actor, { employerId: id, what: "employer", done: "changed", subject: form.name });
      return done();
    },
  );
}

/** The record's own words as one text: another one than the form was made from means that somebody has saved. */
export function recordVersion(record: records.EmployerRecord): string {
  const { organisationNumber, name, sector, appetite, askAgainOn } = record;
  return JSON.stringify([organisationNumber, name, sector, appetite, askAgainOn]);
}
