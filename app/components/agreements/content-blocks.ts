import type { TFunction } from "i18next";
import { timesText } from "#app/components/agreements/agreement-words";
import type { AgreementContent, Session } from "#app/domain/agreements/content";
import { startOfWeek, weeksIn } from "#app/domain/agreements/period";
import { daysOf, hoursOfSession, inOrder, sumHours } from "#app/domain/agreements/schedule";
import { levelsOf } from "#app/domain/agreements/step-plan";
import type { Block } from "#app/domain/document";
import { formatDate, formatNumber } from "#app/i18n/format";

/** The most important of a text in plain words, before the text itself. */
export function summaryBlocks(content: AgreementContent, t: TFunction, language: string): Block[] {
  const { parties, period, stepPlan, assignment } = content;
  const weeks = weeksIn(period);
  const date = (day: string) => formatDate(language, day);
  const hours = (value: number) => formatNumber(language, value);
  const days = daysOf(content.schedule).map((weekday) => {
    const times = inOrder(content.schedule).filter((one) => one.weekday === weekday);
    return `${t(`vocabulary:weekday.${weekday}`)} ${times.map(timesText).join(", ")}`;
  });
  const [, ...later] = levelsOf(stepPlan, weeks);
  return [
    { is: "heading", level: 2, text: t("summary") },
    { is: "paragraph", text: t("summaryNote"), tone: "soft" },
    {
      is: "list",
      items: [
        t("sum.what", {
          kind: t(`vocabulary:kind.${content.kind}`).toLocaleLowerCase(language),
          workplace: placeOf(content),
        }),
        t("sum.why", { purpose: sentence(content.purpose) }),
        t("sum.when", { from: date(period.startsOn), to: date(period.endsOn), count: weeks }),
        t("sum.hours", { hours: hours(sumHours(content.schedule)), days: days.join(", ") }),
        ...later.map(({ fromWeek, hoursPerWeek }) =>
          t("sum.step", { from: date(startOfWeek(period, fromWeek)), hours: hours(hoursPerWeek) }),
        ),
        t("sum.tasks", { tasks: sentence(content.tasks.words) }),
        t("sum.supervisor", { name: content.supervisor.name }),
        ...(assignment && parties.agency
          ? [
              t("sum.assignment", {
                agency: parties.agency.name,
                question: sentence(assignment.question),
                due: date(assignment.reportDueOn),
              }),
            ]
          : []),
        t("sum.tell"),
      ],
    },
  ];
}

/** The whole text, part by part, in the order of the content. */
export function contentBlocks(
  content: AgreementContent,
  t: TFunction,
  language: string,
  participantName: string | null,
): Block[] {
  const { parties, period, assignment } = content;
  const date = (day: string) => formatDate(language, day);
  const part = (name: string, ...blocks: Block[]): Block[] => [
    { is: "heading", level: 3, text: t(`part.${name}`) },
    ...blocks,
  ];
  const facts = (name: string, rows: readonly (readonly [string, string])[]): Block => ({
    is: "facts",
    label: t(`part.${name}`),
    rows: rows.filter(([, text]) => text !== "").map(([term, text]) => ({ term, text })),
  });
  const words = (text: string): Block => ({ is: "paragraph", text: text === "" ? t("none") : text });
  const items = (list: readonly string[]): Block[] =>
    list.length === 0 ? [] : [{ is: "list", items: list }];

  return [
    { is: "heading", level: 2, text: t("whole") },
    ...part("parties", facts("parties", partyRows(content, t, participantName))),
    ...part(
      "purpose",
      facts("purpose", [
        [t("titleOf"), content.title],
        [t("kind"), t(`vocabulary:kind.${content.kind}`)],
        [t("part.purpose"), content.purpose],
      ]),
    ),
    ...(assignment && parties.agency
      ? part(
          "assignment",
          facts("assignment", [
            [t("agency"), parties.agency.name],
            [t("question"), assignment.question],
            [
              t("extent"),
              t("extentText", {
                hours: formatNumber(language, assignment.hoursPerWeek),
                weeks: assignment.weeks,
              }),
            ],
            [t("reportDue"), date(assignment.reportDueOn)],
          ]),
        )
      : []),
    ...part(
      "period",
      facts("period", [
        [t("firstDay"), date(period.startsOn)],
        [t("lastDay"), date(period.endsOn)],
        [
          t("closed"),
          content.closedDays
            .map(({ startsOn, endsOn }) =>
              startsOn === endsOn ? date(startsOn) : `${date(startsOn)} – ${date(endsOn)}`,
            )
            .join(", "),
        ],
      ]),
      { is: "paragraph", text: t("holidays") },
    ),
    ...part("schedule", weekTable(content.schedule, t, language)),
    ...part("stepPlan", stepTable(content, t, language)),
    ...part(
      "tasks",
      ...items(content.tasks.list.map((task) => t(`vocabulary:task.${task}`))),
      words(content.tasks.words),
    ),
    ...part(
      "adaptations",
      ...items(content.adaptations.list.map((one) => t(`vocabulary:adaptation.${one}`))),
      ...(content.adaptations.words === "" && content.adaptations.list.length > 0
        ? []
        : [words(content.adaptations.words)]),
    ),
    ...part("goals", ...items(content.goals)),
    ...part("supervisor", words(named(content.supervisor))),
    ...part(
      "insurance",
      facts("insurance", [
        [t("injury"), content.insurance.injury],
        [t("damage"), content.insurance.damage],
      ]),
    ),
    ...part(
      "workEnvironment",
      words(content.workEnvironment.responsible),
      { is: "paragraph", text: t("introduction") },
      ...items(content.workEnvironment.introduction.map((item) => t(`introductionItem.${item}`))),
    ),
    ...part("confidentiality", words(content.confidentiality)),
    ...part(
      "costs",
      facts("costs", [
        [
          t("payerLabel"),
          [
            t(`payer.${content.costs.payer}`),
            ...(content.costs.perWeek === null
              ? []
              : [t("perWeek", { amount: formatNumber(language, content.costs.perWeek) })]),
          ].join(", "),
        ],
      ]),
      ...(content.costs.words === "" ? [] : [words(content.costs.words)]),
    ),
    ...part("parallel", words(content.parallel)),
  ];
}

function partyRows(
  { parties }: AgreementContent,
  t: TFunction,
  participantName: string | null,
): (readonly [string, string])[] {
  const { participant, employer, coordinator, agency } = parties;
  return [
    [
      t("participant"),
      participantName ? `${participantName} (${participant.reference})` : participant.reference,
    ],
    [t("employer"), employer.name],
    [t("organisationNumber"), employer.organisationNumber],
    [t("workplace"), [employer.workplace, employer.address].filter(Boolean).join(", ")],
    ...employer.signatories.map((one) => [t("signatory"), named(one)] as const),
    [t("coordinator"), `${coordinator.name}, ${coordinator.organisation}`],
    [t("agency"), agency ? [agency.name, agency.caseWorker].filter(Boolean).join(", ") : t("agencyNone")],
  ];
}

function weekTable(schedule: readonly Session[], t: TFunction, language: string): Block {
  const hours = (value: number) =>
    t("hoursCount", { count: value, formatted: formatNumber(language, value) });
  return {
    is: "table",
    label: t("part.schedule"),
    head: [t("weekday"), t("time"), t("hours")],
    rows: [
      ...inOrder(schedule).map((session) => [
        capital(t(`vocabulary:weekday.${session.weekday}`)),
        [
          timesText(session),
          ...(session.breakMinutes > 0 ? [t("pause", { count: session.breakMinutes })] : []),
        ].join(", "),
        hours(hoursOfSession(session)),
      ]),
      [t("weekSum"), "", hours(sumHours(schedule))],
    ],
  };
}

function stepTable({ stepPlan, period }: AgreementContent, t: TFunction, language: string): Block {
  return {
    is: "facts",
    label: t("part.stepPlan"),
    rows: levelsOf(stepPlan, weeksIn(period)).map(({ fromWeek, toWeek, hoursPerWeek }) => ({
      term: t(fromWeek === toWeek ? "weekOnly" : "weekRange", {
        from: fromWeek,
        to: toWeek,
        day: formatDate(language, startOfWeek(period, fromWeek)),
      }),
      text: t("hoursCount", { count: hoursPerWeek, formatted: formatNumber(language, hoursPerWeek) }),
    })),
  };
}

function placeOf({ parties: { employer } }: AgreementContent): string {
  return employer.workplace === "" || employer.workplace === employer.name
    ? employer.name
    : `${employer.name}, ${employer.workplace}`;
}

function named({ name, title }: { name: string; title: string }): string {
  return title === "" ? name : `${name}, ${title}`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
