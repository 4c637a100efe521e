import { z } from "zod";

const pattern = /^([01]?\d|2[0-3])([.:][0-5]\d)?$/;

/** A form's time of day as people type it (9, 9.30, 09:30), as `HH:MM`. `missing` is the code when nothing was typed. */
export function typedTime(missing = "time_pattern") {
  return z
    .string({ error: missing })
    .trim()
    .regex(pattern, { error: "time_pattern" })
    .transform((typed) => {
      const [hours = "", minutes = "00"] = typed.split(/[.:]/);
      return `${hours.padStart(2, "0")}:${minutes}`;
    });
}
