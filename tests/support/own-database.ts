import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";

// Runs before every integration test file: a fresh copy of the template, and the addresses that the app reads. A worker's
// copies have one name: modules that were read for the file before go on asking at the same address.
const ownerUrl = inject("ownerUrl");
const name = `test_${process.env.VITEST_POOL_ID}`;
const admin = postgres(ownerUrl, { max: 1, onnotice: () => {} });
await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE template_praktikkartan`);
await admin.end({ timeout: 5 });

const owner = new URL(ownerUrl);
owner.pathname = `/${name}`;
process.env.DATABASE_OWNER_URL = owner.href;
const app = new URL(owner.href);
app.username = "praktikkartan_app";
app.password = inject("appPassword");
process.env.DATABASE_URL = app.href;
process.env.NODE_ENV = "test";

// Mails and files of the tests before are gone, too; keys stay, they have been read.
const files = join(inject("folder"), name);
process.env.DATA_DIR = files;
for (const entry of existsSync(files) ? readdirSync(files, { withFileTypes: true }) : [])
  if (entry.isDirectory()) rmSync(join(files, entry.name), { recursive: true, force: true });
