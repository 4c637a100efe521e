import postgres from "postgres";
import { afterAll, inject } from "vitest";

// Runs before every integration test file: a fresh copy of the template, and the addresses that the app reads.
const ownerUrl = inject("ownerUrl");
const name = `test_${Math.random().toString(36).slice(2)}`;
const admin = postgres(ownerUrl, { max: 1, onnotice: () => {} });
await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE template_praktikkartan`);

const owner = new URL(ownerUrl);
owner.pathname = `/${name}`;
process.env.DATABASE_OWNER_URL = owner.href;
const app = new URL(owner.href);
app.username = "praktikkartan_app";
app.password = inject("appPassword");
process.env.DATABASE_URL = app.href;
process.env.DATA_DIR ??= `/tmp/praktikkartan-${name}`;
process.env.NODE_ENV = "test";

afterAll(async () => {
  await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end({ timeout: 5 });
});
