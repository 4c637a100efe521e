/** The mark of what a form was filled with, as it came back; null when it has none: something new. */
export function seenIn(form: FormData): string | null {
  const seen = form.get("seen");
  return typeof seen === "string" ? seen : null;
}
