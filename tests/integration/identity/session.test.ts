import { expect, test } from "vitest";
import { getActor } from "#app/http/session.server";
import { auth } from "#app/platform/auth.server";
import { seedAccount } from "#app/services/identity/seed-account.server";

const password = "ett långt lösenord";

test("a session's cookie names the actor, and a strange cookie names nobody", async () => {
  const email = "anna@example.org";
  const userId = await seedAccount({ email, name: "Anna", password, memberships: [] });
  const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  expect(response.status).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  const actor = await getActor(new Request("http://localhost/", { headers: { Cookie: cookie } }));
  expect(actor).toMatchObject({ userId, role: "public" });
});
