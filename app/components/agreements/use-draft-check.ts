import { type FormEvent, useEffect, useRef, useState } from "react";

/** How long nobody writes before the text is checked. */
const pauseMs = 700;

/**
 * Checks what is written without saving it; `address` answers. Without script, and until the first answer, what was saved
 * counts. An answer about an older text (`revision`) is not shown; one that never came takes nothing away.
 */
export function useDraftCheck<Check>(address: string, saved: Check, revision: number) {
  const [answer, setAnswer] = useState<{ check: Check | null; revision: number } | null>(null);
  const waiting = useRef<{ timer?: ReturnType<typeof setTimeout>; asked?: AbortController }>({});
  useEffect(() => () => stop(waiting.current), []);
  const check = answer?.revision === revision ? answer.check : null;
  return {
    check: check ?? saved,
    isLive: check !== null,
    onChange({ currentTarget }: FormEvent<HTMLFormElement>) {
      stop(waiting.current);
      const timer = setTimeout(async () => {
        const asked = new AbortController();
        waiting.current = { asked };
        const found = await ask<Check>(address, new FormData(currentTarget), asked.signal);
        if (found?.check && !asked.signal.aborted) setAnswer(found);
      }, pauseMs);
      waiting.current = { timer };
    },
  };
}

function stop({ timer, asked }: { timer?: ReturnType<typeof setTimeout>; asked?: AbortController }): void {
  clearTimeout(timer);
  asked?.abort();
}

async function ask<Check>(address: string, typed: FormData, signal: AbortSignal) {
  try {
    const body = new URLSearchParams([...typed].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(address, { method: "POST", body, signal });
    return answer.ok ? ((await answer.json()) as { check: Check | null; revision: number }) : null;
  } catch {
    return null;
  }
}
