/** One piece of a text for paper and screen alike: what it is, never how it looks. */
export type Block =
  | { is: "heading"; level: 1 | 2 | 3; text: string }
  | { is: "paragraph"; text: string; tone?: "lead" | "soft" }
  | { is: "list"; items: readonly string[] }
  /** What something is called, and what it is. */
  | { is: "facts"; label: string; rows: readonly { term: string; text: string }[] }
  /** The first cell of a row is its header. */
  | { is: "table"; label: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** Something to be compared sign by sign. */
  | { is: "code"; text: string }
  /** Lines to write on with a pen. */
  | { is: "lines"; label: string; items: readonly string[] }
  /** On paper: a new page. */
  | { is: "page" };

/** A document that can be kept: its blocks in reading order, and what is said of it. */
export type PaperDocument = {
  title: string;
  subject: string;
  author: string;
  language: "sv" | "en";
  /** ISO moment that the document speaks of: the same values make the same file. */
  madeAt: string;
  /** At the foot of every page; `page` writes its number. */
  foot: { text: string; page: (number: number, of: number) => string };
  blocks: readonly Block[];
  /** Put into the file as it is, for programs. */
  attachment?: { name: string; type: string; description: string; text: string };
};
