import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";

/** A row of a noun's table of steps: where to, from where, who may, and what must hold. A guard answers what is missing. */
export type Transition<Status extends string, Facts, Code extends string> = {
  to: Status;
  from: readonly Status[];
  who: readonly Actor["role"][];
  guards: readonly ((facts: Facts) => Code | null)[];
};

/** The row that lets this role take this step now. Errors: `not_allowed`, `wrong_status`, the first guard's. */
export function decideStep<
  Status extends string,
  Facts extends { role: Actor["role"] },
  Code extends string,
  Row extends Transition<Status, Facts, Code>,
>(
  table: readonly (Row & Transition<Status, Facts, Code>)[],
  status: Status,
  to: Status,
  facts: Facts,
): Outcome<{ step: Row }, "not_allowed" | "wrong_status" | Code> {
  const step = table.find((one) => one.to === to);
  if (!step?.who.includes(facts.role)) return fail("not_allowed");
  if (!step.from.includes(status)) return fail("wrong_status");
  for (const guard of step.guards) {
    const code = guard(facts);
    if (code) return fail(code);
  }
  return done({ step });
}

/** The steps that a role may take from here, before any guard, in the order of the table. */
export function stepsOf<Status extends string>(
  table: readonly Pick<Transition<Status, never, string>, "to" | "from" | "who">[],
  status: Status,
  role: Actor["role"],
): Status[] {
  return table.filter(({ from, who }) => from.includes(status) && who.includes(role)).map(({ to }) => to);
}
