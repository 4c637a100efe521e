import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type BenchServer = { origin: string; memory: () => Promise<number>; stop: () => Promise<void> };

/** Starts the built product against a database, without the limit on questions a minute. */
export async function startServer(databaseUrl: string, dataDir: string): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL("./serve.js", import.meta.url)), {
    // As npm start does it.
    execArgv: ["--max-old-space-size=512"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      NODE_ENV: "production",
      AUTH_SECRET: "bench-only-bench-only-bench-only-bench-only",
      API_REQUESTS_PER_MINUTE: "100000000",
    },
  });
  const answer = <T>() =>
    new Promise<T>((done, fail) => {
      child.once("message", (message) => done(message as T));
      child.once("exit", (code) => fail(new Error(`servern slutade: ${code}`)));
    });
  const { port } = await answer<{ port: number }>();
  return {
    origin: `http://127.0.0.1:${port}`,
    async memory() {
      child.send("memory");
      return (await answer<{ rss: number }>()).rss;
    },
    async stop() {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await gone;
    },
  };
}
