import { z } from "zod";

/** Whether a text is an ISO date that exists. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}
