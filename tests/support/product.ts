import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { createApp } from "../../server.js";

/**
 * The built product behind a real HTTP server on a free port, on the test's own database; stopped after the tests.
 * Answers its address. Settings in `process.env` are read now.
 */
export async function startProduct(): Promise<string> {
  const { app, close } = await createApp({
    appUrl: "http://localhost:3000",
    databaseUrl: process.env.DATABASE_URL!,
    production: true,
  });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
