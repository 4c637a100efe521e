import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import PDFDocument from "pdfkit";
import type { Block, PaperDocument } from "#app/domain/document";
import { forXml, pdfUaMark, written } from "#app/platform/pdf-text.server";

const fonts = { regular: "inter-regular.ttf", bold: "inter-semibold.ttf" } as const;
const loaded = new Map<string, Buffer>();
/** Kept between documents: reading them is a good part of the time that a document takes. */
function fontFile(name: keyof typeof fonts): Buffer {
  const known = loaded.get(name) ?? readFileSync(resolve("app/platform/fonts", fonts[name]));
  loaded.set(name, known);
  return known;
}

/** Points. */
const margin = { top: 62, right: 62, bottom: 76, left: 62 };
const ink = "#1c2b2d";
const soft = "#4a585a";
const accent = "#0f5257";
const line = "#d9d5ca";
const tint = "#f7f4ee";
const headings = {
  1: { size: 22, before: 0, after: 10, tag: "H1" },
  2: { size: 15, before: 20, after: 7, tag: "H2" },
  3: { size: 11.5, before: 13, after: 4, tag: "H3" },
} as const;
const body = 10.5;
const lineGap = 3;

/**
 * Writes a document as PDF/A-3a that is PDF/UA-1 as well: every text is tagged in reading order, fonts are embedded, title
 * and language are told, headings make the outline. The same document is the same file.
 */
export function writePdf(paper: PaperDocument): Promise<Buffer> {
  const writer = new Writer(paper);
  return writer.write();
}

type Pdf = PDFKit.PDFDocument;
/** What pdfkit does not tell in its types. */
type Inner = { appendXML(xml: string): void; endMetadata(): void; info: Record<string, unknown> };

class Writer {
  private readonly doc: Pdf;
  private readonly root: PDFKit.PDFStructureElement;
  /** The open outline entry of each level. */
  private readonly outline: PDFKit.PDFOutline[] = [];

  constructor(private readonly paper: PaperDocument) {
    const moment = new Date(paper.madeAt);
    this.doc = new PDFDocument({
      size: "A4",
      margins: margin,
      bufferPages: true,
      pdfVersion: "1.7",
      subset: "PDF/A-3a",
      tagged: true,
      lang: paper.language === "sv" ? "sv-SE" : "en-GB",
      displayTitle: true,
      info: {
        Title: paper.title,
        Subject: paper.subject,
        Author: paper.author,
        Creator: "Praktikkartan",
        Producer: "Praktikkartan",
        CreationDate: moment,
        // XMP says it as the standard asks; this is where tools that read no XMP look (pdfinfo).
        ...{ GTS_PDFA1Version: "PDF/A-3a:2012" },
      },
    });
    this.doc.registerFont("regular", fontFile("regular"));
    this.doc.registerFont("bold", fontFile("bold"));
    this.doc.font("regular").fontSize(body).fillColor(ink);
    this.root = this.doc.struct("Document", { title: paper.title });
    this.doc.addStructure(this.root);
    const inner = this.doc as unknown as Inner;
    inner.appendXML(pdfUaMark);
    // pdfkit writes titles into XML as they are.
    const endMetadata = inner.endMetadata.bind(inner);
    inner.endMetadata = () => {
      for (const [key, value] of Object.entries(inner.info))
        if (typeof value === "string") inner.info[key] = forXml(value);
      endMetadata();
    };
  }

  write(): Promise<Buffer> {
    const { doc, paper } = this;
    const chunks: Buffer[] = [];
    const whole = new Promise<Buffer>((resolveWith, reject) => {
      doc.on("data", (chunk: Buffer) => chunks.push(chunk));
      doc.on("end", () => resolveWith(Buffer.concat(chunks)));
      doc.on("error", reject);
    });
    for (const [index, block] of paper.blocks.entries()) this.block(block, paper.blocks[index + 1]);
    this.root.end();
    this.feet();
    const file = paper.attachment;
    if (file) {
      const moment = new Date(paper.madeAt);
      doc.file(Buffer.from(file.text, "utf8"), {
        name: file.name,
        type: file.type,
        description: file.description,
        creationDate: moment,
        modifiedDate: moment,
        relationship: "Data",
      } as PDFKit.Mixins.PDFAttachmentOptions);
    }
    doc.end();
    return whole;
  }

  private get width(): number {
    return this.doc.page.width - margin.left - margin.right;
  }

  private get bottom(): number {
    return this.doc.page.height - margin.bottom;
  }

  private block(block: Block, next: Block | undefined): void {
    if (block.is === "heading") this.heading(block, next);
    else if (block.is === "paragraph") this.paragraph(block.text, block.tone);
    else if (block.is === "list") this.list(block.items);
    else if (block.is === "facts") this.facts(block.label, block.rows);
    else if (block.is === "table")
      this.table(block.label, block.head, block.rows, sharesOf(block.head.length));
    else if (block.is === "code") this.code(block.text);
    else if (block.is === "lines") this.lines(block.label, block.items);
    else this.doc.addPage();
  }

  private facts(label: string, rows: readonly { term: string; text: string }[]): void {
    const cells = rows.map(({ term, text }) => [term, text]);
    this.table(label, null, cells, [0.3, 0.7]);
  }

  /** Sets text as one element of the structure; `room` is what has to fit on the page with it. */
  private tell(tag: string, text: string, options: PDFKit.Mixins.TextOptions = {}, room = 0): void {
    this.makeRoom(Math.max(room, this.doc.currentLineHeight(true)));
    const element = this.doc.struct(tag, {}, [
      () => this.doc.text(written(text), margin.left, this.doc.y, { width: this.width, lineGap, ...options }),
    ]);
    this.root.add(element);
    element.end();
  }

  private makeRoom(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }

  private isAtTop(): boolean {
    return this.doc.y <= margin.top;
  }

  /** Never the last thing on a page. */
  private heading({ level, text }: Extract<Block, { is: "heading" }>, next: Block | undefined): void {
    const { size, before, after, tag } = headings[level];
    const own = next?.is === "heading" ? 90 : 60;
    this.makeRoom(before + size + after + own);
    if (!this.isAtTop()) this.doc.y += before;
    this.outline[level] = (this.outline[level - 1] ?? this.doc.outline).addItem(text);
    this.outline.length = level + 1;
    this.doc
      .font("bold")
      .fontSize(size)
      .fillColor(level === 1 ? accent : ink);
    this.tell(tag, text, { lineGap: 1 });
    this.plain();
    this.doc.y += after;
  }

  private paragraph(text: string, tone?: "lead" | "soft"): void {
    if (tone === "lead") this.doc.fontSize(12.5);
    if (tone === "soft") this.doc.fontSize(9.5).fillColor(soft);
    this.tell("P", text);
    this.plain();
    this.doc.y += 6;
  }

  private list(items: readonly string[]): void {
    const { doc } = this;
    const list = doc.struct("L");
    this.root.add(list);
    for (const item of items) {
      const indent = 16;
      this.makeRoom(Math.min(doc.heightOfString(item, { width: this.width - indent, lineGap }), 120));
      const element = doc.struct("LI");
      list.add(element);
      element.add(
        doc.struct("Lbl", {}, [
          () => {
            const { y } = doc;
            doc.fillColor(accent).text("•", margin.left + 3, y, { lineBreak: false });
            doc.fillColor(ink);
            doc.y = y;
          },
        ]),
      );
      element.add(
        doc.struct("LBody", {}, [
          () => doc.text(written(item), margin.left + indent, doc.y, { width: this.width - indent, lineGap }),
        ]),
      );
      element.end();
      doc.x = margin.left;
      doc.y += 3;
    }
    list.end();
    doc.y += 4;
  }

  /** Rows are never cut in two while they fit on a page; the head is told again on a new one. */
  private table(
    label: string,
    head: readonly string[] | null,
    rows: readonly (readonly string[])[],
    shares: readonly number[],
  ): void {
    const { doc } = this;
    const widths = shares.map((share) => share * this.width);
    const table = doc.struct("Table", { title: label });
    this.root.add(table);
    if (head) this.row(table, head, widths, "head");
    for (const row of rows) {
      const height = this.heightOf(row, widths);
      if (doc.y + height > this.bottom) {
        doc.addPage();
        if (head) this.artifact(() => this.cells(head, widths, () => "bold"));
      }
      this.row(table, row, widths, "body");
    }
    table.end();
    doc.x = margin.left;
    doc.y += 8;
  }

  private row(
    table: PDFKit.PDFStructureElement,
    cells: readonly string[],
    widths: readonly number[],
    kind: "head" | "body",
  ): void {
    const { doc } = this;
    const row = doc.struct("TR");
    table.add(row);
    const top = doc.y;
    const height = this.heightOf(cells, widths);
    let x = margin.left;
    for (const [index, cell] of cells.entries()) {
      const isHeader = kind === "head" || index === 0;
      const at = x;
      const options = isHeader ? { scope: kind === "head" ? "Column" : "Row" } : {};
      const element = doc.struct(isHeader ? "TH" : "TD", options as PDFKit.Mixins.StructureElementOptions, [
        () => this.cell(cell, at, top, widths[index]!, isHeader ? "bold" : "regular"),
      ]);
      row.add(element);
      element.end();
      x += widths[index]!;
    }
    row.end();
    this.artifact(() => this.rule(top + height));
    doc.y = top + height;
  }

  private cells(
    cells: readonly string[],
    widths: readonly number[],
    fontOf: (index: number) => string,
  ): void {
    const top = this.doc.y;
    let x = margin.left;
    for (const [index, cell] of cells.entries()) {
      this.cell(cell, x, top, widths[index]!, fontOf(index));
      x += widths[index]!;
    }
    this.doc.y = top + this.heightOf(cells, widths);
    this.rule(this.doc.y);
  }

  private cell(text: string, x: number, top: number, width: number, font: string): void {
    this.doc.font(font).fontSize(9.5);
    this.doc.text(written(text) || "–", x, top + 5, { width: width - 10, lineGap: 2 });
    this.plain();
  }

  private heightOf(cells: readonly string[], widths: readonly number[]): number {
    // Measured in the bolder of the two: nothing ever stands in the line below.
    this.doc.font("bold").fontSize(9.5);
    const tallest = Math.max(
      ...cells.map((cell, index) =>
        this.doc.heightOfString(written(cell) || "–", { width: widths[index]! - 10, lineGap: 2 }),
      ),
    );
    this.plain();
    return tallest + 8;
  }

  private code(text: string): void {
    const { doc } = this;
    const options = { width: this.width - 20, characterSpacing: 0.6, lineGap: 3 };
    doc.fontSize(10);
    const height = doc.heightOfString(text, options) + 14;
    this.makeRoom(height);
    const top = doc.y;
    this.artifact(() => doc.rect(margin.left, top, this.width, height).fill(tint));
    doc.fillColor(ink).fontSize(10);
    const element = doc.struct("P", {}, [() => doc.text(text, margin.left + 10, top + 8, options)]);
    this.root.add(element);
    element.end();
    this.plain();
    doc.x = margin.left;
    doc.y = top + height + 8;
  }

  private lines(label: string, items: readonly string[]): void {
    for (const item of items) {
      this.makeRoom(58);
      const top = this.doc.y + 30;
      this.artifact(() => {
        this.rule(top, margin.left, this.width * 0.55, soft);
        this.rule(top, margin.left + this.width * 0.6, this.width * 0.4, soft);
      });
      this.doc.y = top + 4;
      this.doc.fontSize(9.5).fillColor(soft);
      this.tell("P", `${item} · ${label}`);
      this.plain();
      this.doc.y += 4;
    }
  }

  private rule(y: number, x = margin.left, width = this.width, color = line): void {
    this.doc
      .lineWidth(0.6)
      .strokeColor(color)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  }

  /** What a reader aloud leaves out. */
  private artifact(draw: () => void): void {
    const { doc } = this;
    doc.markContent("Artifact", { type: "Layout" });
    draw();
    doc.endMarkedContent();
  }

  private feet(): void {
    const { doc, paper } = this;
    const { count } = doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      doc.switchToPage(index);
      // Below the margin of the text, where pdfkit would begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent("Artifact", { type: "Pagination" });
      doc.font("regular").fontSize(8.5).fillColor(soft);
      const y = doc.page.height - 46;
      doc.text(paper.foot.text, margin.left, y, { width: this.width * 0.75, lineBreak: false });
      doc.text(paper.foot.page(index + 1, count), margin.left, y, { width: this.width, align: "right" });
      doc.endMarkedContent();
    }
  }

  private plain(): void {
    this.doc.font("regular").fontSize(body).fillColor(ink);
  }
}

/** The first column is narrow and the last one has the most to say. */
function sharesOf(columns: number): number[] {
  if (columns === 4) return [0.19, 0.23, 0.2, 0.38];
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 0.24 : 0.76 / (columns - 1)));
}
