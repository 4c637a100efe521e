import pino from "pino";

/** The process's log: technical events with ids. Never a person's data. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: null,
  redact: ["req.headers", "email", "name", "password"],
  serializers: { err: withoutData },
});

type Logged = {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: Logged;
};

/**
 * An error without the data that it carries: a failed statement brings its parameters along, and the database quotes the
 * row that it refused. What remains says which kind of error, where in the code, and the database's code.
 */
export function withoutData(error: unknown): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: "" };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const isFromDatabase = "query" in error || "severity" in error;
  return {
    type: error.name,
    message: isFromDatabase ? "a statement failed" : error.message,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(error.stack ? { stack: placesIn(error.stack) } : {}),
    ...(error.cause ? { cause: withoutData(error.cause) } : {}),
  };
}

/** The lines that say where; the message, which may quote data, is not repeated. */
function placesIn(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
