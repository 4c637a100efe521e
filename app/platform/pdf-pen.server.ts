import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const fonts = { regular: "inter-regular.ttf", bold: "inter-semibold.ttf" } as const;
const loaded = new Map<string, Buffer>();
/** Kept between documents: reading them is a good part of the time that a document takes. */
export function fontFile(name: keyof typeof fonts): Buffer {
  const known = loaded.get(name) ?? readFileSync(resolve("app/platform/fonts", fonts[name]));
  loaded.set(name, known);
  return known;
}

/** Points. */
export const margin = { top: 62, right: 62, bottom: 76, left: 62 };
export const colors = {
  ink: "#1c2b2d",
  soft: "#4a585a",
  accent: "#0f5257",
  line: "#d9d5ca",
  tint: "#f7f4ee",
} as const;
export const body = 10.5;
export const lineGap = 3;

/** What every part of a document is drawn with: the page's room, lines, and the plain text that comes next. */
export class Pen {
  constructor(readonly doc: PDFKit.PDFDocument) {}

  get width(): number {
    return this.doc.page.width - margin.left - margin.right;
  }

  get bottom(): number {
    return this.doc.page.height - margin.bottom;
  }

  /** Begins a new page unless so much fits on this one. */
  makeRoom(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }

  /** Back to the text of the document. */
  plain(): void {
    this.doc.font("regular").fontSize(body).fillColor(colors.ink);
  }

  rule(y: number, x = margin.left, width = this.width, color: string = colors.line): void {
    this.doc
      .lineWidth(0.6)
      .strokeColor(color)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  }

  /** What a reader aloud leaves out. */
  artifact(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }
}
