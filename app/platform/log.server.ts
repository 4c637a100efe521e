import pino from "pino";

/** The process's log: technical events with ids. Never a person's data. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: null,
  redact: ["req.headers", "email", "name", "password"],
});
