import { doublePrecision, integer, pgTable, text } from "drizzle-orm/pg-core";

export const municipalities = pgTable("municipalities", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  countyCode: text("county_code").notNull(),
  county: text("county").notNull(),
});

export const localities = pgTable("localities", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  municipalityCode: text("municipality_code")
    .notNull()
    .references(() => municipalities.code),
  lat: doublePrecision("lat").notNull(),
  lon: doublePrecision("lon").notNull(),
  east: doublePrecision("east").notNull(),
  north: doublePrecision("north").notNull(),
  population: integer("population").notNull(),
});
