import type { TFunction } from "i18next";
import { contentBlocks, summaryBlocks } from "#app/components/agreements/content-blocks";
import type { SentVersion, Signature } from "#app/domain/agreements/agreement";
import { missingSlots, requiredSlots, type SignatureSlot } from "#app/domain/agreements/signatures";
import type { Block, PaperDocument } from "#app/domain/document";
import { formatDate, formatDateTime } from "#app/i18n/format";

/** What a document is made of. */
export type DocumentValues = {
  number: string;
  version: SentVersion;
  /** Every signature on this version; when it needed none, on the one before it that was signed. */
  signatures: readonly Signature[];
  /** Null where the reader may not know it, and for a protected identity. */
  participantName: string | null;
  /** What the check value is of: the canonical form of the content. */
  canonical: string;
  /** Address of the page where anyone can check a document. */
  checkAddress: string;
};

/** The name of the file with the signed content within a document. */
export const contentFile = "innehall.json";

/** A version of an agreement as a document: the summary, the whole text, and the page of evidence. `t`: of "document". */
export function agreementDocument(
  values: DocumentValues,
  t: TFunction,
  language: "sv" | "en",
): PaperDocument {
  const { number, version } = values;
  const { content } = version;
  const from = formatDate(language, content.period.startsOn);
  const to = formatDate(language, content.period.endsOn);
  return {
    title: t("title", { number }),
    subject: t("subject", { title: content.title, from, to }),
    author: content.parties.coordinator.organisation,
    language,
    madeAt: lastMoment(values),
    foot: {
      text: t("foot", { number, version: version.number }),
      page: (page, pages) => t("page", { page, pages }),
    },
    blocks: [
      { is: "heading", level: 1, text: `${t("title", { number })} – ${content.title}` },
      { is: "paragraph", text: standing(version, t), tone: "soft" },
      ...summaryBlocks(content, t, language),
      ...contentBlocks(content, t, language, values.participantName),
      ...evidence(values, t, language),
    ],
    attachment: {
      name: contentFile,
      type: "application/json",
      description: t("contentFileDescription"),
      text: values.canonical,
    },
  };
}

function standing(version: SentVersion, t: TFunction): string {
  const which =
    version.amendment === 0
      ? t("versionFirst", { version: version.number })
      : t("versionAmended", { version: version.number, amendment: version.amendment });
  if (version.status === "out_for_signature") return `${which} ${t("notSigned")}`;
  return version.status === "withdrawn" ? `${which} ${t("withdrawn")}` : which;
}

/** The document speaks of the last thing that happened to this version. */
function lastMoment({ version, signatures }: DocumentValues): string {
  const moments = [
    version.savedAt,
    version.sentAt,
    version.agreedAt,
    ...signatures.map((one) => one.signedAt),
  ];
  return moments
    .filter((one): one is string => one !== null)
    .sort()
    .at(-1)!;
}

/** Who has signed, how, and how anyone can check it. */
function evidence(values: DocumentValues, t: TFunction, language: string): Block[] {
  const { version, signatures } = values;
  const valid = signatures.filter(({ voidedAt }) => voidedAt === null);
  const voided = signatures.filter(({ voidedAt }) => voidedAt !== null);
  const isOut = version.status === "out_for_signature";
  const required = requiredSlots(version.content, version.changed);
  const missing = isOut
    ? missingSlots(
        required,
        valid.map(({ slot }) => slot),
      )
    : [];
  const signedVersion = valid[0]?.version ?? version.number;
  return [
    { is: "page" },
    { is: "heading", level: 2, text: t("signatures") },
    ...(version.unsigned ? [coordinatorsChange(version, t, language)] : []),
    ...paragraph(signedVersion !== version.number && t("signaturesStand", { version: signedVersion })),
    ...paragraph(valid.length > 0 && t(missing.length > 0 ? "signaturesWaiting" : "signaturesNote")),
    signatureTable(t, t("signatures"), [
      ...valid.map((one) => signatureRow(one, values, t, language)),
      ...missing.map((slot) => [t(`slot.${slot}`), t("missing"), "", ""]),
    ]),
    ...penLines(missing, t),
    ...(voided.length > 0
      ? ([
          { is: "heading", level: 3, text: t("voided") },
          { is: "paragraph", text: t("voidedNote"), tone: "soft" },
          signatureTable(
            t,
            t("voided"),
            voided.map((one) => signatureRow(one, values, t, language)),
          ),
        ] satisfies Block[])
      : []),
    { is: "heading", level: 2, text: t("check") },
    { is: "paragraph", text: t("checkNote", { address: values.checkAddress }) },
    {
      is: "facts",
      label: t("check"),
      rows: [
        { term: t("number"), text: values.number },
        { term: t("version"), text: String(version.number) },
      ],
    },
    { is: "paragraph", text: t("hash") },
    { is: "code", text: version.hash },
    { is: "paragraph", text: t("contentFile", { file: contentFile }), tone: "soft" },
  ];
}

function coordinatorsChange(version: SentVersion, t: TFunction, language: string): Block {
  const fields = (version.changed ?? []).map((field) => t(`part.${field}`).toLocaleLowerCase(language));
  const date = formatDate(language, version.agreedAt ?? version.savedAt);
  return {
    is: "paragraph",
    text: t("coordinatorsChange", { name: version.savedByName, date, fields: fields.join(", ") }),
  };
}

function paragraph(text: string | false): Block[] {
  return text ? [{ is: "paragraph", text }] : [];
}

function signatureTable(t: TFunction, label: string, rows: string[][]): Block {
  return {
    is: "table",
    label,
    head: [t("column.party"), t("column.who"), t("column.when"), t("column.how")],
    rows,
  };
}

function signatureRow(
  signature: Signature,
  { participantName }: DocumentValues,
  t: TFunction,
  language: string,
): string[] {
  const { slot, name, signedAt, way, sessionStrength, proxyReason, recordedByName, note } = signature;
  // A participant's signature is kept by code; the name is of the register, where the reader may know it.
  const who = slot === "participant" && participantName ? `${participantName} (${name})` : name;
  const how = t(`how.${way}`, {
    ...(sessionStrength ? { context: sessionStrength } : {}),
    channel: t(`channel.${sessionStrength === "sms_link" ? "sms_link" : "mailed_link"}`),
    reason: proxyReason ? t(`proxyReason.${proxyReason}`) : "",
    by: recordedByName ?? "",
    note,
  }).trim();
  return [t(`slot.${slot}`), who, formatDateTime(language, signedAt), how];
}

/** Whoever signs on paper signs here. */
function penLines(missing: readonly SignatureSlot[], t: TFunction): Block[] {
  if (missing.length === 0) return [];
  return [
    { is: "heading", level: 3, text: t("onPaper") },
    { is: "lines", label: t("pen"), items: missing.map((slot) => t(`slot.${slot}`)) },
  ];
}
