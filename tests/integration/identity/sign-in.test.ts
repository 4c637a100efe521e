import { beforeAll, describe, expect, test } from "vitest";
import { attemptLimits } from "#app/domain/identity/attempts";
import { getActor } from "#app/http/session.server";
import { expiredSessionCookie } from "#app/platform/auth.server";
import { changePassword } from "#app/services/identity/change-password.server";
import {
  chooseRole,
  endSession,
  listOwnRoles,
  readAccount,
} from "#app/services/identity/own-sessions.server";
import { readSession } from "#app/services/identity/read-session.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { signIn } from "#app/services/identity/sign-in.server";
import { signOut } from "#app/services/identity/sign-out.server";
import { CookieJar } from "#tests/support/browser";
import { owner } from "#tests/support/owner";

const password = "fyra gula kanoter";
let association: number;
let people = 0;

beforeAll(async () => {
  const rows = await owner`INSERT INTO associations (name) VALUES ('Testförbundet') RETURNING id`;
  association = rows[0]!.id;
});

async function somebody(roles: ("coordinator" | "coach" | "admin")[] = ["coordinator"]) {
  people += 1;
  const email = `person${people}@example.org`;
  const memberships = roles.map((role) => ({ role, associationId: association }));
  const userId = await seedAccount({ email, name: `Person ${people}`, password, memberships });
  return { email, userId };
}

async function signedIn(email: string, jar = new CookieJar()) {
  const outcome = await signIn({ email, password }, jar.request(), "192.0.2.1");
  if (!outcome.ok) throw new Error(outcome.code);
  return jar.keep(outcome.cookies);
}

describe("signing in with a password", () => {
  test("names the person, the role and the association", async () => {
    const { email, userId } = await somebody();
    const jar = await signedIn(email);
    expect(await getActor(jar.request())).toEqual({
      userId,
      name: `Person ${people}`,
      role: "coordinator",
      associationId: association,
      employerId: null,
      agencyId: null,
      participantId: null,
      sessionId: expect.any(String),
    });
  });

  test("the database keeps no token that a thief could use", async () => {
    const { email, userId } = await somebody();
    const jar = await signedIn(email);
    const cookie = decodeURIComponent(jar.request().headers.get("Cookie") ?? "");
    const token = /=([^=.]+)\./.exec(cookie)?.[1] ?? "";
    expect(token).toHaveLength(32);
    const stored =
      await owner`SELECT auth_sessions::text AS row FROM auth_sessions WHERE user_id = ${userId}`;
    expect(stored).toHaveLength(1);
    expect(stored[0]!.row).not.toContain(token);
  });

  test("a cookie with another signature, or none, is nobody", async () => {
    const { email } = await somebody();
    const jar = await signedIn(email);
    const cookie = jar.request().headers.get("Cookie")!;
    const forged = cookie.replace(/\.[^.]*$/, `.${encodeURIComponent(Buffer.alloc(32).toString("base64"))}`);
    for (const headers of [
      { Cookie: forged },
      { Cookie: cookie.split(".").slice(0, -1).join(".") },
      undefined,
    ]) {
      expect((await getActor(new Request("http://localhost/", { headers }))).userId).toBeNull();
    }
  });

  test("an unknown address and a wrong password get the same answer", async () => {
    const { email } = await somebody();
    const request = new Request("http://localhost/");
    const wrong = await signIn({ email, password: "något helt annat" }, request, "192.0.2.2");
    const unknown = await signIn({ email: "ingen@example.org", password }, request, "192.0.2.2");
    expect(wrong).toEqual({ ok: false, code: "wrong_credentials" });
    expect(unknown).toEqual(wrong);
  });

  test("an account without any role is told so, and gets no session", async () => {
    const { email, userId } = await somebody([]);
    const outcome = await signIn({ email, password }, new Request("http://localhost/"), "192.0.2.3");
    expect(outcome).toEqual({ ok: false, code: "no_role" });
    expect(await owner`SELECT 1 FROM auth_sessions WHERE user_id = ${userId}`).toHaveLength(0);
  });

  test("signing in again in the same browser ends the session before", async () => {
    const { email, userId } = await somebody();
    const jar = await signedIn(email);
    const before = jar.request();
    await signedIn(email, jar);
    expect((await getActor(before)).userId).toBeNull();
    expect((await getActor(jar.request())).userId).toBe(userId);
  });
});

describe("attempts", () => {
  const { attempts } = attemptLimits.sign_in_pair;

  test("after too many failures the right password waits too, from this address only", async () => {
    const { email } = await somebody();
    const request = new Request("http://localhost/");
    for (let n = 0; n < attempts; n++) {
      const outcome = await signIn({ email, password: "gissning nummer ett" }, request, "198.51.100.1");
      expect(outcome).toMatchObject({ code: "wrong_credentials" });
    }
    const refused = await signIn({ email, password }, request, "198.51.100.1");
    expect(refused).toMatchObject({ ok: false, code: "too_many" });
    if (refused.ok || !("until" in refused)) throw new Error("no time to wait for");
    const minutes = (refused.until.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(attemptLimits.sign_in_pair.minutes);
    expect(await signIn({ email, password }, request, "198.51.100.2")).toMatchObject({ ok: true });
  });

  test("guesses sent all at once are all counted: the right one after them is refused", async () => {
    const { email, userId } = await somebody();
    const request = new Request("http://localhost/");
    const wrong = Array.from({ length: attempts + 10 }, (_, n) =>
      signIn({ email, password: `gissning nummer ${n}` }, request, "198.51.100.3"),
    );
    await Promise.all(wrong);
    const outcome = await signIn({ email, password }, request, "198.51.100.3");
    expect(outcome).toMatchObject({ code: "too_many" });
    expect(await owner`SELECT 1 FROM auth_sessions WHERE user_id = ${userId}`).toHaveLength(0);
  });

  test("signing in often is not an attempt", async () => {
    const { email } = await somebody();
    for (let n = 0; n < attempts + 2; n++) await signedIn(email);
    expect((await getActor((await signedIn(email)).request())).role).toBe("coordinator");
  });

  test("the count keeps no address in clear", async () => {
    const { email } = await somebody();
    await signIn(
      { email, password: "gissning nummer ett" },
      new Request("http://localhost/"),
      "203.0.113.77",
    );
    const rows = await owner`SELECT key FROM auth_rate_limits`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).not.toMatch(/@|203\.0\.113/);
  });
});

describe("ending a session", () => {
  test("a revoked session is dead at the next request", async () => {
    const { email, userId } = await somebody();
    const here = await signedIn(email);
    const there = await signedIn(email);
    const session = (await readSession(here.request()))!;
    const { sessions } = await readAccount(session);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current)!;
    expect(await endSession(session, other.id)).toMatchObject({ ok: true });
    expect((await getActor(there.request())).userId).toBeNull();
    expect((await getActor(here.request())).userId).toBe(userId);
  });

  test("somebody else's session is not found, and lives on", async () => {
    const mine = (await readSession((await signedIn((await somebody()).email)).request()))!;
    const theirs = await signedIn((await somebody()).email);
    const { sessionId } = (await readSession(theirs.request()))!;
    expect(await endSession(mine, sessionId)).toEqual({ ok: false, code: "not_found" });
    expect((await getActor(theirs.request())).userId).not.toBeNull();
  });

  test("signing out ends this session; everywhere ends them all", async () => {
    const { email } = await somebody();
    const [one, two, three] = [await signedIn(email), await signedIn(email), await signedIn(email)];
    expect(await signOut(one.request(), false)).toEqual([expiredSessionCookie()]);
    expect((await getActor(one.request())).userId).toBeNull();
    expect((await getActor(two.request())).userId).not.toBeNull();
    await signOut(two.request(), true);
    expect((await getActor(two.request())).userId).toBeNull();
    expect((await getActor(three.request())).userId).toBeNull();
  });

  test("a session that has passed its end is dead", async () => {
    const { email, userId } = await somebody();
    const jar = await signedIn(email);
    await owner`UPDATE auth_sessions SET expires_at = now() - interval '1 second' WHERE user_id = ${userId}`;
    expect((await getActor(jar.request())).userId).toBeNull();
  });

  test("a membership taken away is gone at the next request", async () => {
    const { email, userId } = await somebody();
    const jar = await signedIn(email);
    await owner`DELETE FROM memberships WHERE user_id = ${userId}`;
    expect(await getActor(jar.request())).toMatchObject({ userId, role: "public", associationId: null });
  });
});

describe("several roles", () => {
  test("nobody acts until a role is chosen, and each session keeps its own choice", async () => {
    const { email } = await somebody(["coordinator", "admin"]);
    const jar = await signedIn(email);
    expect((await getActor(jar.request())).role).toBe("public");
    const session = (await readSession(jar.request()))!;
    const roles = await listOwnRoles(session);
    expect(roles.map(({ role }) => role)).toEqual(["admin", "coordinator"]);
    await chooseRole(session, roles[1]!.id);
    expect(await getActor(jar.request())).toMatchObject({ role: "coordinator", associationId: association });
    const second = await signedIn(email);
    await chooseRole((await readSession(second.request()))!, roles[0]!.id);
    expect((await getActor(second.request())).role).toBe("admin");
    expect((await getActor(jar.request())).role).toBe("coordinator");
  });

  test("a role of somebody else cannot be chosen", async () => {
    const other = await somebody(["admin"]);
    const [theirs] = await owner`SELECT id FROM memberships WHERE user_id = ${other.userId}`;
    const jar = await signedIn((await somebody(["coach"])).email);
    const session = (await readSession(jar.request()))!;
    expect(await chooseRole(session, theirs!.id)).toEqual({ ok: false, code: "not_found" });
    expect((await getActor(jar.request())).role).toBe("coach");
  });
});

describe("changing the password", () => {
  test("ends every other session and keeps this one", async () => {
    const { email, userId } = await somebody();
    const [here, there] = [await signedIn(email), await signedIn(email)];
    const session = (await readSession(here.request()))!;
    const fresh = { current: password, password: "fem röda kanoter", again: "fem röda kanoter" };
    expect(await changePassword(session, here.request(), fresh)).toMatchObject({ ok: true });
    expect((await getActor(here.request())).userId).toBe(userId);
    expect((await getActor(there.request())).userId).toBeNull();
    const request = new Request("http://localhost/");
    expect(await signIn({ email, password }, request, "192.0.2.9")).toMatchObject({
      code: "wrong_credentials",
    });
    expect(await signIn({ email, password: fresh.password }, request, "192.0.2.9")).toMatchObject({
      ok: true,
    });
  });

  test.each([
    [{ current: password, password: "elva tecken", again: "elva tecken" }, "too_short"],
    [{ current: password, password: "fem röda kanoter", again: "sex röda kanoter" }, "not_the_same"],
    [
      { current: "inte det rätta", password: "fem röda kanoter", again: "fem röda kanoter" },
      "wrong_password",
    ],
  ])("%j is refused as %s", async (input, code) => {
    const { email } = await somebody();
    const jar = await signedIn(email);
    const session = (await readSession(jar.request()))!;
    expect(await changePassword(session, jar.request(), input)).toEqual({ ok: false, code });
    expect((await getActor((await signedIn(email)).request())).role).toBe("coordinator");
  });
});
