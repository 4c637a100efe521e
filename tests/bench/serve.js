import { createServer } from "node:http";
import { createApp } from "../../server.js";

// The built product on a free port, in a process of its own; says its port, and its memory when asked.
const { app } = await createApp({
  appUrl: "http://localhost",
  databaseUrl: process.env.DATABASE_URL ?? "",
  production: false,
});
const server = createServer(app).listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
process.on("message", (question) => {
  if (question === "memory") process.send?.({ rss: process.memoryUsage.rss() });
});
