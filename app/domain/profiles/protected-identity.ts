/** Three-valued: unknown is treated as protected. domain.md "Consent, secrecy, protection". */
export const protectedIdentities = ["none", "protected", "unknown"] as const;
export type ProtectedIdentity = (typeof protectedIdentities)[number];

/** Whether the person must be kept out of lists, search, mail and files. */
export function isHidden(identity: ProtectedIdentity): boolean {
  return identity !== "none";
}

type Identity = {
  protectedIdentity: ProtectedIdentity;
  name: string | null;
  email: string | null;
  municipalityCode: string | null;
  municipality: string | null;
  locality: string | null;
};

/** The same person with only year of birth and sex left to show. */
export function withoutIdentity<T extends Identity>(person: T): T {
  if (!isHidden(person.protectedIdentity)) return person;
  return { ...person, name: null, email: null, municipalityCode: null, municipality: null, locality: null };
}
