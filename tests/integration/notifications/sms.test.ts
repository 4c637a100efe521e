import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { env } from "#app/platform/env.server";
import { sendSms, smsFolder } from "#app/platform/sms.server";

afterEach(() => {
  env.SMS_URL = undefined;
  env.SMS_TOKEN = undefined;
});

/** A service that answers so; what it was sent. */
async function service(status: number) {
  const sent: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    sent.push({ headers: request.headers, body });
    response.writeHead(status, status === 302 ? { Location: "http://127.0.0.1:9/" } : {}).end("nej");
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  env.SMS_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return { sent, stop: () => server.close() };
}

test("without a service a text message is a file that only this user reads", async () => {
  await sendSms({ to: "070-123 45 67", text: "Hej åäö" });
  const file = readdirSync(smsFolder).sort().at(-1)!;
  expect(JSON.parse(readFileSync(join(smsFolder, file), "utf8"))).toMatchObject({
    to: "+46701234567",
    text: "Hej åäö",
  });
});

test("a service gets it as JSON with the bearer", async () => {
  const { sent, stop } = await service(202);
  env.SMS_TOKEN = "hemlig";
  expect(await sendSms({ id: "en-id", to: "0701234567", text: "Hej åäö" })).toEqual({ ok: true });
  stop();
  expect(sent).toHaveLength(1);
  expect(sent[0]!.headers["idempotency-key"]).toBe("en-id");
  expect(sent[0]!.headers.authorization).toBe("Bearer hemlig");
  expect(JSON.parse(sent[0]!.body)).toEqual({ to: "+46701234567", from: env.SMS_FROM, text: "Hej åäö" });
});

test.each([500, 401, 302])(
  "a service that answers %i is tried again by the job, and the text is told nobody",
  async (status) => {
    const { stop } = await service(status);
    const failed = await sendSms({ to: "0701234567", text: "hemligt" }).catch((error: Error) => error);
    stop();
    expect(failed).toBeInstanceOf(Error);
    expect(String(failed)).not.toMatch(/hemligt|070/);
  },
);

test("what no trying again helps is said and not sent: a telephone on a wall, a text of four parts", async () => {
  const { sent, stop } = await service(202);
  expect(await sendSms({ to: "0587-100 00", text: "Hej" })).toEqual({ ok: false, code: "phone_pattern" });
  expect(await sendSms({ to: "0701234567", text: "å".repeat(460) })).toEqual({ ok: false, code: "too_long" });
  stop();
  expect(sent).toEqual([]);
});

test("the same text tried again is one file", async () => {
  const before = existsSync(smsFolder) ? readdirSync(smsFolder).length : 0;
  for (const text of ["första", "andra"]) await sendSms({ id: "samma", to: "0701234567", text });
  expect(readdirSync(smsFolder)).toHaveLength(before + 1);
});
