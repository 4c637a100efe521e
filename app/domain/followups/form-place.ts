/** A supervisor with more people than this has several links' worth of them. */
export const mostPeople = 40;

/** How a form about several agreements calls the one in a place: the field of that name says which agreement it is. */
export function placeOf(index: number): string {
  return `p${index}`;
}
