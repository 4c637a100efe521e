import PDFDocument from "pdfkit";
import type { Block, PaperDocument } from "#app/domain/document";
import { body, colors, fontFile, lineGap, margin, Pen } from "#app/platform/pdf-pen.server";
import { drawTable } from "#app/platform/pdf-table.server";
import { forXml, pdfUaMark, written } from "#app/platform/pdf-text.server";

const headings = {
  1: { size: 22, before: 0, after: 10, tag: "H1" },
  2: { size: 15, before: 20, after: 7, tag: "H2" },
  3: { size: 11.5, before: 13, after: 4, tag: "H3" },
} as const;

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
  private readonly pen: Pen;
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
    this.pen = new Pen(this.doc);
    this.doc.registerFont("regular", fontFile("regular"));
    this.doc.registerFont("bold", fontFile("bold"));
    this.doc.font("regular").fontSize(body).fillColor(colors.ink);
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

  private block(block: Block, next: Block | undefined): void {
    if (block.is === "heading") this.heading(block, next);
    else if (block.is === "paragraph") this.paragraph(block.text, block.tone);
    else if (block.is === "list") this.list(block.items);
    else if (block.is === "facts") this.facts(block.label, block.rows);
    else if (block.is === "table")
      drawTable(this.pen, this.root, { ...block, shares: sharesOf(block.head.length) });
    else if (block.is === "code") this.code(block.text);
    else if (block.is === "lines") this.lines(block.label, block.items);
    else this.doc.addPage();
  }

  private facts(label: string, rows: readonly { term: string; text: string }[]): void {
    const cells = rows.map(({ term, text }) => [term, text]);
    drawTable(this.pen, this.root, { label, head: null, rows: cells, shares: [0.3, 0.7] });
  }

  /** Sets text as one element of the structure; `room` is what has to fit on the page with it. */
  private tell(tag: string, text: string, options: PDFKit.Mixins.TextOptions = {}, room = 0): void {
    this.pen.makeRoom(Math.max(room, this.doc.currentLineHeight(true)));
    const element = this.doc.struct(tag, {}, [
      () =>
        this.doc.text(written(text), margin.left, this.doc.y, { width: this.pen.width, lineGap, ...options }),
    ]);
    this.root.add(element);
    element.end();
  }

  private isAtTop(): boolean {
    return this.doc.y <= margin.top;
  }

  /** Never the last thing on a page. */
  private heading({ level, text }: Extract<Block, { is: "heading" }>, next: Block | undefined): void {
    const { size, before, after, tag } = headings[level];
    const own = next?.is === "heading" ? 90 : 60;
    this.pen.makeRoom(before + size + after + own);
    if (!this.isAtTop()) this.doc.y += before;
    this.outline[level] = (this.outline[level - 1] ?? this.doc.outline).addItem(text);
    this.outline.length = level + 1;
    this.doc
      .font("bold")
      .fontSize(size)
      .fillColor(level === 1 ? colors.accent : colors.ink);
    this.tell(tag, text, { lineGap: 1 });
    this.pen.plain();
    this.doc.y += after;
  }

  private paragraph(text: string, tone?: "lead" | "soft"): void {
    if (tone === "lead") this.doc.fontSize(12.5);
    if (tone === "soft") this.doc.fontSize(9.5).fillColor(colors.soft);
    this.tell("P", text);
    this.pen.plain();
    this.doc.y += 6;
  }

  private list(items: readonly string[]): void {
    const { doc } = this;
    const list = doc.struct("L");
    this.root.add(list);
    for (const item of items) {
      const indent = 16;
      this.pen.makeRoom(Math.min(doc.heightOfString(item, { width: this.pen.width - indent, lineGap }), 120));
      const element = doc.struct("LI");
      list.add(element);
      element.add(
        doc.struct("Lbl", {}, [
          () => {
            const { y } = doc;
            doc.fillColor(colors.accent).text("•", margin.left + 3, y, { lineBreak: false });
            doc.fillColor(colors.ink);
            doc.y = y;
          },
        ]),
      );
      element.add(
        doc.struct("LBody", {}, [
          () =>
            doc.text(written(item), margin.left + indent, doc.y, { width: this.pen.width - indent, lineGap }),
        ]),
      );
      element.end();
      doc.x = margin.left;
      doc.y += 3;
    }
    list.end();
    doc.y += 4;
  }

  private code(text: string): void {
    const { doc } = this;
    const options = { width: this.pen.width - 20, characterSpacing: 0.6, lineGap: 3 };
    doc.fontSize(10);
    const height = doc.heightOfString(text, options) + 14;
    this.pen.makeRoom(height);
    const top = doc.y;
    this.pen.artifact(() => doc.rect(margin.left, top, this.pen.width, height).fill(colors.tint));
    doc.fillColor(colors.ink).fontSize(10);
    const element = doc.struct("P", {}, [() => doc.text(text, margin.left + 10, top + 8, options)]);
    this.root.add(element);
    element.end();
    this.pen.plain();
    doc.x = margin.left;
    doc.y = top + height + 8;
  }

  private lines(label: string, items: readonly string[]): void {
    for (const item of items) {
      this.pen.makeRoom(58);
      const top = this.doc.y + 30;
      this.pen.artifact(() => {
        this.pen.rule(top, margin.left, this.pen.width * 0.55, colors.soft);
        this.pen.rule(top, margin.left + this.pen.width * 0.6, this.pen.width * 0.4, colors.soft);
      });
      this.doc.y = top + 4;
      this.doc.fontSize(9.5).fillColor(colors.soft);
      this.tell("P", `${item} · ${label}`);
      this.pen.plain();
      this.doc.y += 4;
    }
  }

  private feet(): void {
    const { doc, paper } = this;
    const { count } = doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      doc.switchToPage(index);
      // Below the margin of the text, where pdfkit would begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent("Artifact", { type: "Pagination" });
      doc.font("regular").fontSize(8.5).fillColor(colors.soft);
      const y = doc.page.height - 46;
      doc.text(paper.foot.text, margin.left, y, { width: this.pen.width * 0.75, lineBreak: false });
      doc.text(paper.foot.page(index + 1, count), margin.left, y, { width: this.pen.width, align: "right" });
      doc.endMarkedContent();
    }
  }
}

/** The first column is narrow and the last one has the most to say. */
function sharesOf(columns: number): number[] {
  if (columns === 4) return [0.19, 0.23, 0.2, 0.38];
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 0.24 : 0.76 / (columns - 1)));
}
