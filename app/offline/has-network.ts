const secondsToAnswer = 5;
/** How often a page on which something waits to be sent asks again. */
export const askAgainMilliseconds = 15_000;

/**
 * Whether the server can be reached. A phone says that it has a network as soon as it has some, whether or not anything comes
 * through, and a page that the service worker has kept may say so too: so the server is asked.
 */
export async function hasNetwork(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const signal = AbortSignal.timeout(secondsToAnswer * 1000);
    await fetch("/healthz", { method: "HEAD", cache: "no-store", signal });
    return navigator.onLine;
  } catch {
    return false;
  }
}
