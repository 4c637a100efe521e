/** The hash of the canary agreements' text in force; nobody computes it anew. */
export const agreementHash = "a".repeat(64);
