import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { agreementDocument, type DocumentValues } from "#app/components/agreements/agreement-document";
import type { PaperDocument } from "#app/domain/document";
import { translator } from "#app/i18n/instance.server";
import { writePdf } from "#app/platform/pdf.server";
import { exampleDocument } from "#tests/support/factories/agreement-document";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const paper = (values: DocumentValues = exampleDocument()) =>
  agreementDocument(values, translator("sv", "document"), "sv");
/** Every word of the document, in reading order. */
const wordsOf = ({ blocks }: PaperDocument) => JSON.stringify(blocks);

describe("the document", () => {
  test("begins with the most important in plain words, then the whole text, then the evidence", () => {
    const titles = paper().blocks.flatMap((block) =>
      block.is === "heading" && block.level < 3 ? [block.text] : [],
    );
    expect(titles).toEqual([
      "Överenskommelse 2026-0142 – Arbetsprövning i växthuset",
      "Det viktigaste",
      "Hela texten",
      "Underskrifter",
      "Kontrollera dokumentet",
    ]);
    const words = wordsOf(paper());
    expect(words).toContain(
      "Första veckan är 8 timmar: måndag 9.00–12.00, onsdag 9.00–12.00, torsdag 9.00–11.30.",
    );
    expect(words).toContain("Från 23 mars 2026 är det 12 timmar i veckan.");
    expect(words).toContain("9.00–11.30, paus 30 min");
  });

  test("leaves out no word of what was signed", () => {
    const words = wordsOf(paper());
    const said = (value: unknown): string[] =>
      typeof value === "string"
        ? [value]
        : typeof value === "object" && value
          ? Object.values(value).flatMap(said)
          : [];
    const {
      purpose,
      parties,
      assignment,
      tasks,
      goals,
      supervisor,
      insurance,
      workEnvironment,
      confidentiality,
    } = exampleContent;
    const texts = said([purpose, parties, assignment?.question, tasks.words, goals, supervisor, insurance]);
    for (const text of [...texts, workEnvironment.responsible, confidentiality])
      expect(words).toContain(text);
  });

  test("tells of every signature who, when and how, and what to check it with", () => {
    const table = paper().blocks.find((block) => block.is === "table" && block.label === "Underskrifter");
    expect(table).toMatchObject({
      rows: [
        [
          "Deltagare",
          "Robin Söderlund (L-0714)",
          "22 januari 2026 11.00",
          "På papper: skrev under på papper. Antecknat av Jonas Wikberg. Originalet ligger i pärmen.",
        ],
        ["Arbetsgivare", "Maj Lindqvist", "21 januari 2026 9.30", expect.stringContaining("länk i e-post")],
        ["Samordnare", "Jonas Wikberg", "22 januari 2026 14.05", expect.stringContaining("Inloggad")],
        ["Uppdragsgivare", "Berit Åkerlund", "22 januari 2026 14.05", expect.stringContaining("Inloggad")],
      ],
    });
    expect(wordsOf(paper())).toContain("https://praktikkartan.example/verifiera");
  });

  test("carries the very content that its check value is of", () => {
    const values = exampleDocument();
    const { attachment } = paper(values);
    expect(createHash("sha256").update(attachment!.text, "utf8").digest("hex")).toBe(values.version.hash);
    expect(attachment!.text).not.toContain("Robin");
  });

  test("names nobody whose name the reader may not know", () => {
    expect(wordsOf(paper(exampleDocument({ participantName: null })))).not.toContain("Robin");
  });

  test("before everybody has signed says who is missing, with lines for a pen", () => {
    const values = exampleDocument();
    const out = paper({
      ...values,
      version: { ...values.version, status: "out_for_signature", agreedAt: null },
      signatures: values.signatures.slice(0, 2),
    });
    expect(wordsOf(out)).toContain("Den gäller när alla har skrivit under.");
    expect(out.blocks.find((block) => block.is === "lines")).toMatchObject({
      items: ["Samordnare", "Uppdragsgivare"],
    });
  });

  test("of what the coordinator changed alone says what, and which version was signed", () => {
    const values = exampleDocument();
    const words = wordsOf(
      paper({
        ...values,
        version: { ...values.version, number: 2, unsigned: true, changed: ["supervisor"] },
      }),
    );
    expect(words).toContain("i sådant som inte behöver skrivas under: handledare.");
    expect(words).toContain("Underskrifterna gäller version 1.");
  });
});

describe("the PDF", () => {
  test("says that it is PDF/A-3a and PDF/UA-1, tagged, in Swedish, with its title, fonts and headings", async () => {
    const text = (await writePdf(paper())).toString("latin1");
    expect(text).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(text).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    for (const mark of [
      "/Marked true",
      "/Lang (sv-SE)",
      "/DisplayDocTitle true",
      "/StructTreeRoot",
      "/Outlines",
    ])
      expect(text).toContain(mark);
    for (const tag of ["/S /H1", "/S /H2", "/S /H3", "/S /P", "/S /L\n", "/S /Table", "/S /TH", "/S /TD"])
      expect(text).toContain(tag);
    expect(text.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(text).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });

  test("is the same file for the same values", async () => {
    expect((await writePdf(paper())).equals(await writePdf(paper()))).toBe(true);
  });

  test("bears any text: signs of XML, signs that no font has, and more than a page of words", async () => {
    const content = {
      ...exampleContent,
      title: "Kök & <kafé>",
      tasks: { ...exampleContent.tasks, words: `Baka 🥐 \u0007 ${"och diska ".repeat(80)}` },
      goals: Array.from({ length: 5 }, (_, index) => `Mål ${index} ${"långt ".repeat(30)}`),
    };
    const text = (await writePdf(paper(exampleDocument({}, content)))).toString("utf8");
    expect(text).toContain("Kök &amp; &lt;kafé&gt;");
  });

  const poppler = spawnSync("pdfinfo", ["-v"]).error === undefined;
  test.skipIf(!poppler)("is read by Debian's poppler in the order of the text", async () => {
    const pdf = await writePdf(paper());
    const info = execFileSync("pdfinfo", ["-"], { input: pdf, encoding: "utf8" });
    expect(info).toMatch(/Title:\s+Överenskommelse 2026-0142\n/);
    expect(info).toMatch(/Tagged:\s+yes\n/);
    expect(info).toMatch(/PDF subtype:\s+PDF\/A-3a/);
    expect(info).toMatch(/Page size:.*A4/);
    const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
    const places = [
      "Det viktigaste",
      "Hela texten",
      "Upptrappning",
      "Underskrifter",
      "Kontrollera dokumentet",
    ];
    const found = places.map((one) => text.indexOf(one));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(text).toContain(exampleDocument().version.hash);
  });
});
