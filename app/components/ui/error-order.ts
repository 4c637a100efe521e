/**
 * What is wrong, one line a field (its first problem, as it says there), in the order of the fields on the page. `abilities.lyft` stands where `abilities` does;
 * what `order` does not name comes last, as it came.
 */
export function inOrder(
  errors: Record<string, readonly string[]>,
  order: readonly string[],
): { name: string; code: string }[] {
  const placeOf = (name: string) => {
    const place = order.indexOf(name.replace(/[.[].*$/, ""));
    return place === -1 ? order.length : place;
  };
  return Object.entries(errors)
    .flatMap(([name, codes]) =>
      codes.slice(0, name === "" ? codes.length : 1).map((code) => ({ name, code })),
    )
    .sort((a, b) => placeOf(a.name) - placeOf(b.name));
}
