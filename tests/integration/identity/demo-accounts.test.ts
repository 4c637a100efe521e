import { beforeAll, expect, test } from "vitest";
import { getActor } from "#app/http/session.server";
import { auth } from "#app/platform/auth.server";
import { isDemo } from "#app/platform/env.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { signIn } from "#app/services/identity/sign-in.server";
import { CookieJar } from "#tests/support/browser";
import { owner } from "#tests/support/owner";

const demo = { email: "samordnare@demo.example", password: "praktikkartan-demo" };
const real = { email: "samordnare@example.org", password: "praktikkartan-demo" };

beforeAll(async () => {
  const [row] = await owner`INSERT INTO associations (name) VALUES ('Testförbundet') RETURNING id`;
  for (const account of [demo, real]) {
    await seedAccount({
      ...account,
      name: "Sam",
      memberships: [{ role: "coordinator", associationId: row!.id }],
    });
  }
});

test("a start without the demo world refuses its accounts, even with the right password", async () => {
  expect(isDemo).toBe(false);
  const request = new Request("http://localhost/");
  expect(await signIn(demo, request, "192.0.2.1")).toEqual({ ok: false, code: "wrong_credentials" });
  expect(await signIn(real, request, "192.0.2.1")).toMatchObject({ ok: true });
});

test("a session from when it was a demo is nobody", async () => {
  const { headers } = await auth.api.signInEmail({ body: demo, headers: new Headers(), returnHeaders: true });
  const jar = new CookieJar().keep(headers.getSetCookie());
  expect(jar.request().headers.get("Cookie")).toContain("session_token");
  expect((await getActor(jar.request())).userId).toBeNull();
});
