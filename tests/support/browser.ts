/** What a browser keeps between requests: the cookies it was given. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** Takes the Set-Cookie headers of an answer. */
  keep(setCookies: readonly string[]): this {
    for (const one of setCookies) {
      const [pair = "", ...attributes] = one.split(";");
      const name = pair.slice(0, pair.indexOf("=")).trim();
      if (attributes.some((attribute) => attribute.trim() === "Max-Age=0")) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(pair.indexOf("=") + 1));
    }
    return this;
  }

  /** A request to the product with these cookies. */
  request(path = "/", init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set("Cookie", [...this.cookies].map((pair) => pair.join("=")).join("; "));
    return new Request(`http://localhost:3000${path}`, { ...init, headers });
  }
}
