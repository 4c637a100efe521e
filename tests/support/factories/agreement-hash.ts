/** The hash of the canary agreements' text in force; nobody computes it anew. */
export const agreementHash = "a".repeat(64);

/** The hash of the certificate of those that have ended. */
export const endedHash = "c".repeat(64);
