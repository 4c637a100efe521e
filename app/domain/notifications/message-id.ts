/** One message's own id, of what it is about and to whom: the same for every attempt, and fit for a Message-ID and a file's name. */
export function messageId(...parts: readonly string[]): string {
  return parts.join("-").replace(/[^\w-]/g, "-");
}
