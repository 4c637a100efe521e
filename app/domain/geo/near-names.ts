/** A name that can be meant, and how large the place is: of names equally near the larger goes first. */
export type KnownName = { name: string; population: number };

/**
 * Up to `limit` names that somebody may have meant: at most a third of the letters are wrong, missing, too many or
 * swapped with the next. Case and the marks over letters do not count.
 */
export function nearNames<Name extends KnownName>(typed: string, known: readonly Name[], limit = 3): Name[] {
  const wanted = fold(typed);
  if (wanted.length < 3) return [];
  const most = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .flatMap((name) => {
      const own = fold(name.name);
      if (Math.abs(own.length - wanted.length) > most) return [];
      const slips = slipsBetween(wanted, own);
      return slips <= most ? [{ name, slips, first: own[0] === wanted[0] ? 0 : 1 }] : [];
    })
    .sort((a, b) => a.slips - b.slips || a.first - b.first || b.name.population - a.name.population)
    .slice(0, limit)
    .map(({ name }) => name);
}

function fold(text: string): string {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** The least number of slips that make one word of the other: edit distance, where two swapped neighbours are one. */
function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      now[at] = Math.min(now[at - 1]! + 1, last[at]! + 1, last[at - 1]! + (same ? 0 : 1));
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (row > 1 && at > 1 && swapped) now[at] = Math.min(now[at]!, beforeLast[at - 2]! + 1);
    }
    beforeLast = last;
    last = now;
  }
  return last[other.length]!;
}
