/** A time of day as people type it: 9, 9.30, 09:30. */
export const typedTime = /^([01]?\d|2[0-3])([.:][0-5]\d)?$/;

/** `HH:MM` of a time that was typed. */
export function clockTime(typed: string): string {
  const [hours = "", minutes = "00"] = typed.split(/[.:]/);
  return `${hours.padStart(2, "0")}:${minutes}`;
}
