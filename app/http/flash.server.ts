/** The header that leaves a message for the next page. It carries a text key, never a text or anybody's data. */
export function flashHeader(message: string): HeadersInit {
  return {
    "Set-Cookie": `meddelande=${message}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
  };
}

/** Reads the message, and the header that removes it again. */
export function takeFlash(request: Request): { message: string | null; headers: HeadersInit } {
  const found = /(?:^|;\s*)meddelande=([a-z_]+)(?:;|$)/.exec(request.headers.get("Cookie") ?? "");
  if (!found) return { message: null, headers: {} };
  return {
    message: found[1] ?? null,
    headers: { "Set-Cookie": "meddelande=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" },
  };
}
