/**
 * What a phone keeps of its own: logs that are not sent yet, in IndexedDB. Used by the log's page, by the coach's day and by the
 * service worker. docs/decisions/015.
 */
export type KeptState =
  /** Being written. */
  | "draft"
  /** Saved, and to be sent. */
  | "waiting"
  /** The server said no: to be mended by a person. */
  | "rejected"
  /** Sent, but the same contact had been logged already: to be told. */
  | "told";

export type KeptLog = {
  /** The log's own id: sent twice it is one log. */
  id: string;
  /** Whose it is. Nobody else sees or sends it. */
  user: string;
  /** The page on which it was written. */
  path: string;
  /** Number and workplace, never a person's name. */
  label: string;
  /** Which contact: a planned one, or one of an agreement. */
  send: Record<string, string>;
  fields: [string, string][];
  state: KeptState;
  /** Milliseconds since 1970. */
  writtenAt: number;
  /** How often it has been sent without an answer that counts: then the server may have it. */
  attempts: number;
  /** Why it was rejected, by field. */
  errors: Record<string, string>;
  /** Who else had logged the same, when that is to be told; nobody: one had done so oneself. */
  others: string[];
};

/** Pages and logs are erased when they are so old. */
export const keptHours = 12;
export const keptMilliseconds = keptHours * 3_600_000;
const soonMilliseconds = 2 * 3_600_000;

const name = "praktikkartan-loggar";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("logs", { keyPath: "id" });
      asked.result.createObjectStore("facts");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function inStore<T>(
  store: "logs" | "facts",
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T> | null,
): Promise<T | undefined> {
  const database = await open();
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const asked = run(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Writes a log down in the phone; the one with its id before gives way. */
export async function keep(log: KeptLog): Promise<void> {
  await inStore("logs", "readwrite", (store) => store.put(log));
}

export async function forget(id: string): Promise<void> {
  await inStore("logs", "readwrite", (store) => {
    store.delete(id);
    return null;
  });
}

/** A user's logs in this phone, the oldest first. What is older than twelve hours is erased, whoever's it is. */
export async function listKept(user: string, now = Date.now()): Promise<KeptLog[]> {
  const all = (await inStore<KeptLog[]>("logs", "readonly", (store) => store.getAll())) ?? [];
  const isOld = ({ writtenAt }: KeptLog) => writtenAt + keptMilliseconds < now;
  for (const old of all.filter(isOld)) await forget(old.id);
  return all.filter((log) => log.user === user && !isOld(log)).sort((a, b) => a.writtenAt - b.writtenAt);
}

/** When a log is erased from the phone, and whether that is soon. */
export function eraseAt({ writtenAt }: KeptLog, now = Date.now()): { at: number; isSoon: boolean } {
  const at = writtenAt + keptMilliseconds;
  return { at, isSoon: at - now < soonMilliseconds };
}

/** Takes away everything of a user: asked for when signing out. */
export async function forgetUser(user: string): Promise<void> {
  for (const { id } of await listKept(user)) await forget(id);
}

/** Who is signed in in this browser, as far as the pages that may be kept have said; "" for nobody. */
export async function lastUser(): Promise<string> {
  const known = await inStore<unknown>("facts", "readonly", (store) => store.get("user"));
  return typeof known === "string" ? known : "";
}

export async function setLastUser(user: string): Promise<void> {
  await inStore("facts", "readwrite", (store) => store.put(user, "user"));
}
