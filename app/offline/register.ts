/** Whether this browser can keep logs: a secure address, and what it takes. */
export function canKeep(): boolean {
  return "serviceWorker" in navigator && "indexedDB" in globalThis && globalThis.isSecureContext;
}

/** Registers the service worker and has it keep these pages. Does nothing where it cannot. */
export async function keepPages(paths: readonly string[]): Promise<void> {
  if (!canKeep()) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: paths });
  } catch {
    // A browser that has it turned off: the page works as it is.
  }
}

/** Asks for the logs to be sent when there is a network, also with every page closed. Where the browser cannot: no harm. */
export async function sendWhenOnline(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready;
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register("skicka-loggar").catch(() => {});
}
