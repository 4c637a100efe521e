import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { attemptLimits } from "#app/domain/identity/attempts";
import { getActor } from "#app/http/session.server";
import { mailFolder } from "#app/platform/mailer.server";
import { resetPassword } from "#app/services/identity/change-password.server";
import { requestPasswordReset, requestSignInLink } from "#app/services/identity/request-link.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { signIn } from "#app/services/identity/sign-in.server";
import { useSignInLink } from "#app/services/identity/use-link.server";
import { CookieJar } from "#tests/support/browser";
import { owner } from "#tests/support/owner";

const password = "fyra gula kanoter";
const request = new Request("http://localhost/");
const compose = ({ url, minutes }: { url: string; minutes: number }) => ({
  subject: "Din länk",
  text: `Här:\n\n${url}\n\n${minutes} minuter`,
});
let association: number;
let employer: number;

beforeAll(async () => {
  [association, employer] = [
    (await owner`INSERT INTO associations (name) VALUES ('Testförbundet') RETURNING id`)[0]!.id,
    (
      await owner`INSERT INTO employers (organisation_number, name, sector) VALUES ('556000-0001', 'Bageriet', 'privat')
      RETURNING id`
    )[0]!.id,
  ];
});

const signedInWith = async ({ sessionId = "" }: Actor) =>
  (await owner`SELECT signed_in_with FROM auth_sessions WHERE id = ${sessionId}`)[0]?.signed_in_with;

const mails = () => {
  try {
    return readdirSync(mailFolder).filter((file) => file.endsWith(".eml"));
  } catch {
    return [];
  }
};
const mailsTo = (email: string) =>
  mails()
    .map((file) => readFileSync(`${mailFolder}/${file}`, "utf8"))
    .filter((text) => text.includes(`To: ${email}\r\n`));

async function mailedTo(email: string): Promise<string> {
  return vi.waitFor(() => mailsTo(email).at(-1) ?? Promise.reject(new Error("no mail yet")), {
    timeout: 10_000,
  });
}
const tokenIn = (mail: string) => /\/(?:lank|nytt-losenord)\/([A-Za-z0-9]+)/.exec(mail)?.[1] ?? "";

async function baker(email: string) {
  return seedAccount({ email, name: "Britt", memberships: [{ role: "employer", employerId: employer }] });
}

test("a link signs an employer in, once", async () => {
  const userId = await baker("britt@bageriet.example");
  expect(
    await requestSignInLink("britt@bageriet.example", "/arbetsgivare/forslag", "192.0.2.1", compose),
  ).toMatchObject({ ok: true });
  const mail = await mailedTo("britt@bageriet.example");
  expect(mail).toContain(`?till=${encodeURIComponent("/arbetsgivare/forslag")}`);
  const token = tokenIn(mail);

  const outcome = await useSignInLink(token, request);
  if (!outcome.ok) throw new Error(outcome.code);
  expect(outcome.memberships.map(({ role, body }) => [role, body])).toEqual([["employer", "Bageriet"]]);
  const actor = await getActor(new CookieJar().keep(outcome.cookies).request());
  expect(actor).toMatchObject({ userId, role: "employer", employerId: employer, associationId: null });
  expect(await signedInWith(actor)).toBe("sign_in_link");
  expect(await useSignInLink(token, request)).toEqual({ ok: false, code: "link_used" });
});

test("two presses at the same moment: one gets in", async () => {
  await baker("tvilling@bageriet.example");
  await requestSignInLink("tvilling@bageriet.example", null, "192.0.2.1", compose);
  const token = tokenIn(await mailedTo("tvilling@bageriet.example"));
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => useSignInLink(token, request)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("the database keeps no link that a thief could use, and an old link is dead", async () => {
  await baker("gammal@bageriet.example");
  await requestSignInLink("gammal@bageriet.example", null, "192.0.2.1", compose);
  const token = tokenIn(await mailedTo("gammal@bageriet.example"));
  const rows = await owner`SELECT auth_verifications::text AS row FROM auth_verifications`;
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).not.toContain(token);
  await owner`UPDATE auth_verifications SET expires_at = now() - interval '1 second'`;
  expect(await useSignInLink(token, request)).toEqual({ ok: false, code: "link_used" });
});

test("the answer tells nobody who has an account, and staff and strangers get no link", async () => {
  await seedAccount({
    email: "sam@example.org",
    name: "Sam",
    password,
    memberships: [{ role: "coordinator", associationId: association }],
  });
  await baker("sist@bageriet.example");
  const answers = [];
  for (const email of ["sam@example.org", "okand@example.org", "sist@bageriet.example"]) {
    answers.push(await requestSignInLink(email, null, "192.0.2.1", compose));
  }
  expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  await mailedTo("sist@bageriet.example");
  expect(mailsTo("okand@example.org")).toEqual([]);
  expect(mailsTo("sam@example.org")).toEqual([]);
});

test("a mailbox is not filled: links are counted for each address, known or not", async () => {
  const { attempts } = attemptLimits.link_account;
  for (let n = 0; n < attempts; n++) {
    expect(await requestSignInLink("fylld@example.org", null, "192.0.2.1", compose)).toMatchObject({
      ok: true,
    });
  }
  const refused = await requestSignInLink("fylld@example.org", null, "192.0.2.1", compose);
  expect(refused).toMatchObject({ ok: false, code: "too_many" });
});

test("a new password ends every session of the account, and its link works once", async () => {
  const email = "glomsk@example.org";
  await seedAccount({
    email,
    name: "Gun",
    password,
    memberships: [{ role: "coach", associationId: association }],
  });
  const signedIn = await signIn({ email, password }, request, "192.0.2.1");
  if (!signedIn.ok) throw new Error(signedIn.code);
  const jar = new CookieJar().keep(signedIn.cookies);
  expect(await signedInWith(await getActor(jar.request()))).toBe("password");
  await requestPasswordReset(email, "192.0.2.1", compose);
  const token = tokenIn(await mailedTo(email));
  const fresh = { password: "fem röda kanoter", again: "fem röda kanoter" };
  expect(await resetPassword(token, { password: "kort", again: "kort" })).toEqual({
    ok: false,
    code: "too_short",
  });
  expect(await resetPassword(token, fresh)).toEqual({ ok: true });
  expect((await getActor(jar.request())).userId).toBeNull();
  expect(await resetPassword(token, fresh)).toEqual({ ok: false, code: "link_used" });
  expect(await signIn({ email, password }, request, "192.0.2.1")).toMatchObject({
    code: "wrong_credentials",
  });
  expect(await signIn({ email, password: fresh.password }, request, "192.0.2.1")).toMatchObject({ ok: true });
});
