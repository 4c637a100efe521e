/** Nobody is written to from 20 to 7, Swedish time. */
export const quietHours = { from: 20, to: 7 } as const;

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function swedish(moment: Date): { day: string; hour: number; minute: number } {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    hour: Number(part.hour),
    minute: Number(part.minute),
  };
}

/** The moment at which the clock in Sweden shows this full hour of an ISO date. */
export function swedishHour(day: string, hour: number): Date {
  const asIfUtc = new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  // Sweden is one or two hours ahead.
  for (const ahead of [1, 2]) {
    const moment = new Date(asIfUtc.getTime() - ahead * 3_600_000);
    const shown = swedish(moment);
    if (shown.day === day && shown.hour === hour) return moment;
  }
  return new Date(asIfUtc.getTime() - 3_600_000);
}

/** Whether nobody is written to at this moment. */
export function isQuiet(moment: Date): boolean {
  const { hour } = swedish(moment);
  return hour >= quietHours.from || hour < quietHours.to;
}

/** The moment itself, or 7 o'clock when it lies in the quiet hours. */
export function afterQuiet(moment: Date): Date {
  if (!isQuiet(moment)) return moment;
  const { day, hour } = swedish(moment);
  const tomorrow = () => swedish(new Date(moment.getTime() + 12 * 3_600_000)).day;
  return swedishHour(hour < quietHours.to ? day : tomorrow(), quietHours.to);
}
