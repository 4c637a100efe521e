import { z } from "zod";

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().default(".data"),
  /** The address that people reach the product at: links in mails are built from it, never from a request header. */
  APP_URL: z.url().optional(),
  PORT: z.coerce.number().int().default(3000),
  DEMO: z.enum(["0", "1"]).default("0"),
  /** Set by bin/start.js when a person starts the product without NODE_ENV=production. */
  DEVELOPMENT: z.enum(["0", "1"]).default("0"),
  SMTP_URL: z.string().optional(),
  /** Sender of mails, for example `Praktikkartan <hej@praktikkartan.se>`. */
  MAIL_FROM: z.string().optional(),
  /** Takes text messages as JSON {to, from, text}; SMS_TOKEN is sent as a bearer. Without it they become files. */
  SMS_URL: z.url().optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_FROM: z.string().max(11).default("Praktikkart"),
  /** Address of a tile server with {z}, {x}, {y}; and what it wants said about its map. */
  TILE_URL: z.string().optional(),
  TILE_ATTRIBUTION: z.string().optional(),
  /** The search of a Nominatim-compatible service, for example `https://nominatim.example/search`. */
  GEOCODER_URL: z.url().optional(),
  AUTH_SECRET: z.string().optional(),
  /** 32 bytes in base64: wraps the keys of the medical layer. The old ones, with commas, while it is being exchanged. */
  MEDICAL_KEY: z.string().optional(),
  MEDICAL_KEY_OLD: z.string().optional(),
  /** "off" behind PgBouncer in transaction pooling. */
  DATABASE_PREPARE: z.enum(["on", "off"]).default("on"),
  /** How many questions one address may put to the public API in a minute, in each process. */
  API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
});

export type Env = z.infer<typeof schema>;

/** The settings of this process, read once. bin/start.js explains missing ones to a person before this is read. */
export const env: Env = schema.parse(process.env);

/** Where people reach the product, without a trailing slash. */
export const appUrl = (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");

/** Demo accounts exist only in a start with the demo world. */
export const isDemo = env.DEMO === "1";

/** /dev pages exist only outside production. */
export const isDevelopment = env.DEVELOPMENT === "1";
