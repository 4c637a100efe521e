/** Swedish alphabetical order: å, ä and ö come last. For `sort`. */
export const inAlphabet = new Intl.Collator("sv").compare;
