import type { TFunction } from "i18next";
import { hoursText, inWords, timesText } from "#app/components/agreements/agreement-words";
import { FactList } from "#app/components/ui/fact-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement, AgreementVersion } from "#app/domain/agreements/agreement";
import { formatDate, formatNumber } from "#app/i18n/format";

/** The whole text that is signed, every field of it, with its number and the hash that a signature carries. */
export function WholeText({ agreement, version }: { agreement: Agreement; version: AgreementVersion }) {
  const { t, i18n } = useTexts("agreements");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="texten">
      <h2 id="texten">{t("show.whole")}</h2>
      <FactList facts={contentFacts(t, i18n.language, agreement, version.content)} />
      <dl className="pk-dl">
        <div>
          <dt>{t("show.number")}</dt>
          <dd>
            {agreement.number}
            {version.amendment > 0 ? `, ${t("show.amendment", { n: version.amendment })}` : ""}
          </dd>
        </div>
        {version.hash ? (
          <div>
            <dt>{t("show.hash")}</dt>
            <dd className="pk-hash">{version.hash}</dd>
            <dd className="pk-soft pk-small">{t("show.hashText")}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

/** Every field with its label, in the order in which people read: also what a document is made of. */
export function contentFacts(
  t: TFunction,
  language: string,
  agreement: Pick<Agreement, "participantName">,
  content: AgreementVersion["content"],
): (readonly [string, string])[] {
  const field = (key: string) => t(`agreements:field.${key}`);
  const day = (text: string) => (text ? formatDate(language, text) : "");
  const lines = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join("\n");
  const { parties, assignment, period, costs } = content;
  const { participantName } = agreement;
  const { reference } = parties.participant;
  return [
    [field("title"), content.title],
    [field("kind"), content.kind ? t(`vocabulary:kind.${content.kind}`) : ""],
    [field("purpose"), content.purpose],
    [t("agreements:party.participant"), participantName ? `${participantName} (${reference})` : reference],
    [
      t("agreements:party.employer"),
      lines(
        parties.employer.name,
        parties.employer.organisationNumber,
        parties.employer.workplace,
        parties.employer.address,
        ...parties.employer.signatories.map(({ name, title }) => [name, title].filter(Boolean).join(", ")),
      ),
    ],
    [t("agreements:party.coordinator"), lines(parties.coordinator.name, parties.coordinator.organisation)],
    [
      t("agreements:party.agency"),
      parties.agency ? lines(parties.agency.name, parties.agency.caseWorker) : t("agreements:edit.noAgency"),
    ],
    [
      field("assignment"),
      assignment
        ? lines(
            assignment.question,
            assignment.hoursPerWeek !== null && assignment.weeks !== null
              ? t("agreements:show.try", {
                  hours: formatNumber(language, assignment.hoursPerWeek),
                  weeks: assignment.weeks,
                })
              : "",
            assignment.reportDueOn ? `${field("reportDueOn")}: ${day(assignment.reportDueOn)}` : "",
          )
        : "",
    ],
    [
      field("period"),
      period.startsOn ? t("agreements:period", { from: day(period.startsOn), to: day(period.endsOn) }) : "",
    ],
    [
      field("closedDays"),
      lines(...content.closedDays.map((one) => `${day(one.startsOn)} – ${day(one.endsOn)}`)),
    ],
    [
      field("schedule"),
      lines(
        ...content.schedule.map((one) =>
          [
            t(`agreements:weekday.${one.weekday}`),
            timesText(one),
            one.breakMinutes ? t("agreements:show.pause", { minutes: one.breakMinutes }) : "",
          ]
            .filter(Boolean)
            .join(" "),
        ),
      ),
    ],
    [
      field("stepPlan"),
      lines(
        ...content.stepPlan.map(
          ({ fromWeek, hoursPerWeek }) =>
            `${field("week")} ${fromWeek}: ${hoursText(t, language, hoursPerWeek)}`,
        ),
      ),
    ],
    [
      field("tasks"),
      lines(
        content.tasks.words,
        inWords(
          t,
          content.tasks.list.map((one) => t(`vocabulary:task.${one}`)),
        ),
      ),
    ],
    [
      field("adaptations"),
      lines(
        inWords(
          t,
          content.adaptations.list.map((one) => t(`vocabulary:adaptation.${one}`)),
        ),
        content.adaptations.words,
      ),
    ],
    [field("goals"), lines(...content.goals)],
    [field("supervisor"), [content.supervisor.name, content.supervisor.title].filter(Boolean).join(", ")],
    [field("insuranceInjury"), content.insurance.injury],
    [field("insuranceDamage"), content.insurance.damage],
    [field("workEnvironment"), content.workEnvironment.responsible],
    [
      field("introduction"),
      lines(...content.workEnvironment.introduction.map((one) => t(`agreements:introduction.${one}`))),
    ],
    [field("confidentiality"), content.confidentiality],
    [
      field("costs"),
      lines(
        costs.payer ? t(`agreements:payer.${costs.payer}`) : "",
        costs.perWeek === null
          ? ""
          : t("agreements:plain.perWeek", { sum: formatNumber(language, costs.perWeek) }),
        costs.words,
      ),
    ],
    [field("parallel"), content.parallel],
  ];
}
