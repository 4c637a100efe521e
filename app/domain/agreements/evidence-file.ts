/** What evidence of a signature may be. Only what the bytes say counts: never the name, never what a browser claims. */
export const evidenceTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
} as const;
export type EvidenceType = keyof typeof evidenceTypes;

/** At most so many bytes: 10 MB. */
export const evidenceLimit = 10 * 1024 * 1024;
/** How many of the first bytes are needed to know. */
export const evidenceHead = 32;

const heicBrands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

/** What a file is by its first bytes, or null when it is none of these. */
export function evidenceTypeOf(head: Uint8Array): EvidenceType | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.slice(from, to));
  if (text(0, 5) === "%PDF-") return "application/pdf";
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "image/jpeg";
  if (head[0] === 0x89 && text(1, 8) === "PNG\r\n\x1a\n") return "image/png";
  if (text(4, 8) === "ftyp" && heicBrands.includes(text(8, 12))) return "image/heic";
  return null;
}
