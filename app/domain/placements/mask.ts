/** The mask of some words, one bit a word in the order of the vocabulary, as the database keeps it too (0002). */
export function maskOf<Word extends string>(vocabulary: readonly Word[], words: readonly Word[]): number {
  return words.reduce((mask, word) => mask | (1 << vocabulary.indexOf(word)), 0);
}

/** The words of a mask, in the order of the vocabulary. */
export function wordsOf<Word extends string>(vocabulary: readonly Word[], mask: number): Word[] {
  return vocabulary.filter((_, bit) => mask & (1 << bit));
}
