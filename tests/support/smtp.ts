import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

/**
 * A real SMTP server: takes every mail and keeps it, decoded, as a file in `folder`, in the shape that the product
 * itself writes without SMTP_URL. A rejected recipient (`nej@…`) is refused as a full mailbox would be.
 */
export function startSmtp(port: number, folder: string): Promise<{ stop(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("nej@") ? new Error("mailbox full") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(", ");
        const name = `${new Date().toISOString().replaceAll(":", "-")}-${randomUUID()}`;
        writeFileSync(join(folder, `${name}.part`), readable(Buffer.concat(chunks).toString("utf8"), to));
        renameSync(join(folder, `${name}.part`), join(folder, `${name}.eml`));
        done();
      });
    },
  });
  return new Promise((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () =>
      ready({ stop: () => new Promise((stopped) => server.close(() => stopped())) }),
    );
  });
}

/** Headers that matter and the text as a person reads it. */
function readable(raw: string, to: string): string {
  const [head = "", ...rest] = raw.split(/\r?\n\r?\n/);
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(head)?.[1]?.replace(/\r?\n[ \t]/g, " ") ?? "";
  const body = rest.join("\r\n\r\n");
  const encoding = header("Content-Transfer-Encoding").toLowerCase();
  const text =
    encoding === "quoted-printable"
      ? fromQuoted(body)
      : encoding === "base64"
        ? Buffer.from(body, "base64").toString("utf8")
        : body;
  return [`From: ${header("From")}`, `To: ${to}`, `Subject: ${fromWords(header("Subject"))}`, "", text].join(
    "\r\n",
  );
}

function fromQuoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** RFC 2047. */
function fromWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind, word) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : fromQuoted(word.replaceAll("_", " ")),
    );
}
