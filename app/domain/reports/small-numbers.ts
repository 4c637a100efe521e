/** Cells from 1 up to and without this are hidden in what leaves the staff. domain.md "Statistics". */
export const fewest = 5;

/** Hidden cells are null, so that nobody can be picked out; a hidden total too. */
export type Guarded = { cells: (number | null)[]; total: number | null };

/**
 * A table's row of counts as a board may see it: 1–4 are hidden, and the first others with them until no hidden one can
 * be computed from the total. The first, not the smallest: a choice by size would itself tell something. When too little
 * is left to hide behind, the total is hidden instead.
 */
export function guarded(counts: readonly number[]): Guarded {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = new Set(counts.flatMap((count, place) => (isSmall(count) ? [place] : [])));
  if (hidden.size === 0) return { cells: [...counts], total };
  const small = hidden.size;
  for (const [place, count] of counts.entries()) {
    if (isHiddenEnough(counts, hidden, small)) break;
    if (count >= fewest) hidden.add(place);
  }
  return {
    cells: counts.map((count, place) => (hidden.has(place) ? null : count)),
    total: isHiddenEnough(counts, hidden, small) ? total : null,
  };
}

function isSmall(count: number): boolean {
  return count > 0 && count < fewest;
}

/**
 * Whether each hidden cell could be something else, given their sum. Small ones alone: several, and not all of them as
 * small or as large as they can be. With a large one among them: a sum that can be shared in several ways.
 */
function isHiddenEnough(counts: readonly number[], hidden: ReadonlySet<number>, small: number): boolean {
  const sum = [...hidden].reduce((all, place) => all + (counts[place] ?? 0), 0);
  if (hidden.size > small) return sum >= 2 * fewest;
  return small > 1 && sum > small && sum < small * (fewest - 1);
}
