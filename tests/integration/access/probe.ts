import { readAuthSecret } from "#app/platform/auth-secret.server";
import { seedTwoAssociations } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { signInDirectly } from "#tests/support/session";
import { ask, builtRoutes } from "./application";
import { Checker } from "./checker";
import { type Caller, table } from "./routes";
import { watchDatabase } from "./untouched";

/** The routes of the build that the table has a line for. */
export const known = builtRoutes.filter(({ path }) => path in table);

/** A checker at the doors of the built product, with two associations behind them. */
export async function probe(): Promise<Checker> {
  const world = await seedTwoAssociations();
  /** A fresh session each time: some forms end it. */
  const cookieOf = (caller: Caller) =>
    caller === "nobody signed in" ? null : signInDirectly(owner, world.users[caller], readAuthSecret(), true);
  return new Checker(
    world,
    async ({ method, path, caller, form }) => ask(method, path, await cookieOf(caller), form),
    await watchDatabase(world),
  );
}
