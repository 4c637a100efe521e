import type { TFunction } from "i18next";
import { contentFile } from "#app/components/agreements/agreement-document";
import type { CertificateContent, CertificateVersion } from "#app/domain/agreements/certificate";
import type { Closing } from "#app/domain/agreements/closing";
import type { AgreementContent } from "#app/domain/agreements/content";
import { type Period, startOfWeek, weeksIn } from "#app/domain/agreements/period";
import { levelsOf } from "#app/domain/agreements/step-plan";
import type { Block, PaperDocument } from "#app/domain/document";
import { formatDate, formatNumber } from "#app/i18n/format";

/** What the summary to the agency is made of. */
export type SummaryValues = {
  number: string;
  reference: string;
  participantName: string | null;
  employerName: string;
  content: AgreementContent;
  period: Period;
  isEarly: boolean;
  weeks: readonly { monday: string; planned: number; real: number }[];
  closing: Closing;
  recordedAt: string;
  recordedByName: string;
};

/** The summary to the agency as a document. `t`: of "closing". */
export function summaryDocument(values: SummaryValues, t: TFunction, language: "sv" | "en"): PaperDocument {
  const { number, content, recordedAt } = values;
  return {
    title: t("summary.titleOf", { title: content.title }),
    subject: t("summary.subject", { number }),
    author: content.parties.coordinator.organisation,
    language,
    madeAt: recordedAt,
    foot: {
      text: t("summary.foot", { number }),
      page: (page, pages) => t("summary.page", { page, pages }),
    },
    blocks: [
      { is: "heading", level: 1, text: t("summary.title") },
      { is: "paragraph", text: `${content.title}. ${t("summary.subject", { number })}.`, tone: "lead" },
      ...(values.isEarly ? ([{ is: "paragraph", text: t("summary.early") }] satisfies Block[]) : []),
      ...answerBlocks(values, t, language),
      ...outcomeBlocks(values, t, language),
      ...livedBlocks(values, t, language),
      {
        is: "paragraph",
        text: t("summary.written", {
          name: values.recordedByName,
          day: formatDate(language, recordedAt),
        }),
        tone: "soft",
      },
    ],
  };
}

function facts(label: string, rows: readonly (readonly [string, string])[]): Block {
  return {
    is: "facts",
    label,
    rows: rows.filter(([, text]) => text !== "").map(([term, text]) => ({ term, text })),
  };
}

function answerBlocks({ content, closing }: SummaryValues, t: TFunction, language: string): Block[] {
  const { assignment, parties } = content;
  const heading = t("summary.assignment");
  if (!assignment)
    return [
      { is: "heading", level: 2, text: heading },
      { is: "paragraph", text: t("summary.noQuestion") },
    ];
  const answer = closing.answer ? t(`lifecycle:closing.answers.${closing.answer}`) : "";
  return [
    { is: "heading", level: 2, text: heading },
    facts(heading, [
      [t("summary.agency"), [parties.agency?.name, parties.agency?.caseWorker].filter(Boolean).join(", ")],
      [t("summary.question"), assignment.question],
      [
        t("summary.extent"),
        t("summary.extentText", {
          hours: formatNumber(language, assignment.hoursPerWeek),
          weeks: assignment.weeks,
        }),
      ],
      [t("summary.answer"), [answer, closing.answerWords].filter(Boolean).join(". ")],
    ]),
  ];
}

function outcomeBlocks({ closing }: SummaryValues, t: TFunction, language: string): Block[] {
  const form = closing.educationForm ? t(`lifecycle:closing.educationForms.${closing.educationForm}`) : "";
  const outcome = t(`profiles:end.outcomes.${closing.outcome}`);
  return [
    { is: "heading", level: 2, text: t("summary.outcome") },
    facts(t("summary.outcome"), [
      [t("summary.outcomeOf"), form ? `${outcome}: ${form}` : outcome],
      [t("summary.selfSufficiency"), t(`lifecycle:closing.selfSufficiencies.${closing.selfSufficiency}`)],
    ]),
    { is: "heading", level: 2, text: t("summary.next") },
    facts(t("summary.next"), [
      [t("summary.what"), closing.nextStep],
      [t("summary.who"), closing.responsible],
      [t("summary.when"), formatDate(language, closing.nextOn)],
    ]),
  ];
}

function livedBlocks(values: SummaryValues, t: TFunction, language: string): Block[] {
  const { content, period, weeks } = values;
  const hours = (value: number) => formatNumber(language, value);
  const sum = (of: "planned" | "real") => hours(weeks.reduce((all, week) => all + week[of], 0));
  const adaptations = [
    ...content.adaptations.list.map((one) => t(`vocabulary:adaptation.${one}`)),
    ...(content.adaptations.words ? [content.adaptations.words] : []),
  ];
  const { employer } = content.parties;
  return [
    { is: "heading", level: 2, text: t("summary.period") },
    facts(t("summary.period"), [
      [
        t("summary.participant"),
        values.participantName ? `${values.participantName} (${values.reference})` : values.reference,
      ],
      [t("summary.workplace"), [values.employerName, employer.workplace].filter(Boolean).join(", ")],
      [t("summary.kind"), t(`vocabulary:kind.${content.kind}`)],
      [
        t("summary.period"),
        t("summary.periodText", {
          from: formatDate(language, period.startsOn),
          to: formatDate(language, period.endsOn),
        }),
      ],
    ]),
    { is: "heading", level: 3, text: t("summary.steps") },
    facts(
      t("summary.steps"),
      levelsOf(content.stepPlan, weeksIn(content.period)).map(({ fromWeek, hoursPerWeek }) => [
        t("summary.step", { day: formatDate(language, startOfWeek(content.period, fromWeek)) }),
        t("summary.stepHours", { hours: hours(hoursPerWeek) }),
      ]),
    ),
    { is: "heading", level: 3, text: t("summary.adaptations") },
    ...(adaptations.length > 0
      ? ([{ is: "list", items: adaptations }] satisfies Block[])
      : ([{ is: "paragraph", text: t("summary.none") }] satisfies Block[])),
    { is: "heading", level: 2, text: t("summary.hours") },
    { is: "paragraph", text: t("summary.hoursLead"), tone: "soft" },
    {
      is: "table",
      label: t("summary.hours"),
      head: [t("summary.week"), t("summary.planned"), t("summary.real")],
      rows: [
        ...weeks.map(({ monday, planned, real }) => [
          formatDate(language, monday),
          hours(planned),
          hours(real),
        ]),
        [t("summary.sum"), sum("planned"), sum("real")],
      ],
    },
  ];
}

/** The text of a certificate, as page and paper show it. `who`: the name, or the code where nobody may know it. */
export function certificateBlocks(
  content: CertificateContent,
  who: string,
  t: TFunction,
  language: string,
): Block[] {
  const { employer, period, supervisor, issuedBy } = content;
  const doc = (key: string, values = {}) => t(`certificate.doc.${key}`, values);
  const place = [employer.name, employer.workplace === employer.name ? "" : employer.workplace];
  const part = (key: string, text: string): Block[] => [
    { is: "heading", level: 3, text: doc(key) },
    { is: "paragraph", text },
  ];
  return [
    { is: "paragraph", text: doc("lead", { name: who, employer: employer.name }), tone: "lead" },
    facts(doc("title"), [
      [doc("who"), who],
      [doc("where"), place.filter(Boolean).join(", ")],
      [doc("what"), `${content.title} (${t(`vocabulary:kind.${content.kind}`).toLocaleLowerCase(language)})`],
      [
        doc("when"),
        doc("whenText", {
          from: formatDate(language, period.startsOn),
          to: formatDate(language, period.endsOn),
          count: content.weeks,
        }),
      ],
      [doc("hours"), content.hours === null ? "" : formatNumber(language, content.hours)],
    ]),
    ...part("tasks", content.tasks),
    ...part("strengths", content.strengths),
    ...(content.adaptations ? part("adaptations", content.adaptations) : []),
    ...(supervisor
      ? ([
          ...part("supervisor", supervisor.words),
          { is: "paragraph", text: supervisor.name, tone: "soft" },
          ...(supervisor.contact
            ? [{ is: "paragraph", text: doc("contact", supervisor) } satisfies Block]
            : []),
        ] satisfies Block[])
      : []),
    { is: "paragraph", text: doc("issued", issuedBy), tone: "soft" },
  ];
}

/** A certificate as a document: the text, whose yes it has, and how anyone can check it. `t`: of "closing". */
export function certificateDocument(
  values: {
    number: string;
    version: CertificateVersion;
    participantName: string | null;
    canonical: string;
    checkAddress: string;
    /** A later text counts. */
    isReplaced: boolean;
  },
  t: TFunction,
  language: "sv" | "en",
): PaperDocument {
  const { number, version, participantName } = values;
  const { content } = version;
  const who = participantName ?? content.participant.reference;
  const doc = (key: string, of = {}) => t(`certificate.doc.${key}`, of);
  return {
    title: `${doc("title")} – ${content.title}`,
    subject: doc("subject", { title: content.title }),
    author: content.issuedBy.organisation,
    language,
    madeAt: version.answeredAt ?? version.draftedAt,
    foot: {
      text: doc("foot", { number, version: version.number }),
      page: (page, pages) => doc("page", { page, pages }),
    },
    blocks: [
      { is: "heading", level: 1, text: doc("title") },
      ...standing(version, values.isReplaced, t),
      ...certificateBlocks(content, who, t, language),
      { is: "heading", level: 2, text: doc("check") },
      ...approval(version, who, t, language),
      { is: "paragraph", text: doc("checkNote", { address: values.checkAddress }) },
      facts(doc("check"), [[doc("number"), number]]),
      { is: "paragraph", text: doc("hash") },
      { is: "code", text: version.hash },
      { is: "paragraph", text: doc("contentFile", { file: contentFile }), tone: "soft" },
    ],
    attachment: {
      name: contentFile,
      type: "application/json",
      description: doc("contentFileDescription"),
      text: values.canonical,
    },
  };
}

function standing({ status }: CertificateVersion, isReplaced: boolean, t: TFunction): Block[] {
  const key = isReplaced || status === "replaced" ? "replaced" : status === "approved" ? null : "draft";
  return key ? [{ is: "paragraph", text: t(`certificate.doc.${key}`), tone: "lead" }] : [];
}

function approval(version: CertificateVersion, who: string, t: TFunction, language: string): Block[] {
  if (version.status !== "approved" || version.answeredAt === null) return [];
  const day = formatDate(language, version.answeredAt);
  const text =
    version.approvedWay === "recorded"
      ? t("certificate.doc.approvedRecorded", { who, day, by: version.recordedByName })
      : t("certificate.doc.approvedOwn", { who, day });
  return [{ is: "paragraph", text }];
}
