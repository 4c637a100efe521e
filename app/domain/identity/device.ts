/** The browser and the system behind a User-Agent header, as a person would name them; null when unknown. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  return { browser: firstOf(browsers, userAgent), system: firstOf(systems, userAgent) };
}

type Known = readonly (readonly [mark: string, name: string])[];

// Order matters: every browser claims to be the older ones too.
const browsers: Known = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
];
const systems: Known = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Macintosh", "Mac"],
  ["CrOS", "Chromebook"],
  ["Linux", "Linux"],
];

function firstOf(known: Known, userAgent: string): string | null {
  return known.find(([mark]) => userAgent.includes(mark))?.[1] ?? null;
}
