import { forget, type KeptLog, keep, listKept } from "#app/offline/kept-logs";
import type { SendAnswer } from "#app/offline/send-answer";

const address = "/uppfoljningar/skicka";
const secondsToAnswer = 20;

/** What became of one: sent (with who else had logged it, and whether one had so oneself), refused, nobody signed in, or no answer that counts. */
export type Sent =
  | { what: "sent"; others: string[]; isAgain: boolean }
  | { what: "rejected"; errors: Record<string, string> }
  | { what: "signed_out" }
  | { what: "no_answer" };

/** Sends one log. It leaves the phone only when the server has said that it has it. */
export async function sendOne(log: KeptLog, isShown = false): Promise<Sent> {
  const body = new URLSearchParams([
    ...log.fields,
    ...Object.entries(log.send),
    ["anvandare", log.user],
    ...(isShown ? [["visa", "1"]] : []),
  ]);
  const answered = await ask(body);
  if (answered === "no_answer" || answered === "signed_out") {
    // The answer may have been lost on its way back: from now on the server may have it.
    if (answered === "no_answer") await keep({ ...log, attempts: log.attempts + 1 });
    return { what: answered };
  }
  if (answered.ok) {
    const { others, isAgain } = answered;
    if ((others.length > 0 || isAgain) && !isShown) await keep({ ...log, state: "told", fields: [], others });
    else await forget(log.id);
    return { what: "sent", others, isAgain };
  }
  if (answered.code === "other_user") return { what: "signed_out" };
  await keep({ ...log, state: "rejected", errors: answered.errors });
  return { what: "rejected", errors: answered.errors };
}

async function ask(body: URLSearchParams): Promise<SendAnswer | "signed_out" | "no_answer"> {
  try {
    const signal = AbortSignal.timeout(secondsToAnswer * 1000);
    const response = await fetch(address, { method: "POST", body, redirect: "manual", signal });
    if (response.type === "opaqueredirect" || response.status === 401) return "signed_out";
    if (response.status >= 500 || response.status === 429) return "no_answer";
    if (!response.headers.get("Content-Type")?.includes("json")) return "no_answer";
    const answer = (await response.json()) as SendAnswer | { code?: string };
    if ("ok" in answer) return answer;
    // The address itself refuses: another role is chosen now.
    return answer.code === "forbidden" ? "signed_out" : "no_answer";
  } catch {
    return "no_answer";
  }
}

let going: Promise<AllSent> | null = null;
export type AllSent = { sent: number; signedOut: boolean };

/** Sends everything of a user that waits, one after the other; stops where there is no network. Runs once at a time. */
export function sendAll(user: string): Promise<AllSent> {
  going ??= alone(() => run(user)).finally(() => {
    going = null;
  });
  return going;
}

async function run(user: string): Promise<AllSent> {
  let sent = 0;
  for (const log of await listKept(user)) {
    if (log.state !== "waiting") continue;
    const { what } = await sendOne(log);
    if (what === "sent") sent += 1;
    if (what === "signed_out") return { sent, signedOut: true };
    if (what === "no_answer") break;
  }
  return { sent, signedOut: false };
}

/** Two windows and the service worker of one phone take turns. The ids make a second sending harmless all the same. */
async function alone<T>(run: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request("praktikkartan-skicka", run) : run();
}
