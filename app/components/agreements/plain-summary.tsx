import type { TFunction } from "i18next";
import { hoursText, inWords, timesText } from "#app/components/agreements/agreement-words";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement, AgreementVersion } from "#app/domain/agreements/agreement";
import { weeksIn } from "#app/domain/agreements/period";
import { sumHours } from "#app/domain/agreements/schedule";
import { goalHours } from "#app/domain/agreements/step-plan";
import { formatDate, formatNumber } from "#app/i18n/format";

/** The agreement in short sentences, above the text that is signed or was. */
export function PlainSummary({ agreement, version }: { agreement: Agreement; version: AgreementVersion }) {
  const { t, i18n } = useTexts("agreements");
  const { content, status, unsigned } = version;
  const isOver = status === "withdrawn" || status === "dropped";
  // A draft and what is out are to be signed; a coordinator's own small change counts without.
  const lead = isOver || unsigned ? "leadOver" : status === "agreed" ? "leadAgreed" : "lead";
  return (
    <section className="pk-panel pk-stack" aria-labelledby="kort">
      <h2 id="kort">{t("plain.title")}</h2>
      <p className="pk-soft">{t(`plain.${lead}`)}</p>
      <ul className="pk-plain">
        {plainSentences(t, i18n.language, agreement, content).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** The sentences: also what a document in plain Swedish is made of. */
export function plainSentences(
  t: TFunction,
  language: string,
  agreement: Pick<Agreement, "participantName" | "contacts">,
  content: AgreementVersion["content"],
): string[] {
  const { parties, period, schedule, stepPlan, assignment } = content;
  const say = (key: string, values: Record<string, unknown> = {}) => t(`agreements:plain.${key}`, values);
  const day = (text: string) => formatDate(language, text);
  const who = agreement.participantName ?? parties.participant.reference;
  const goal = goalHours(stepPlan);
  const { trouble, supervisor } = agreement.contacts;
  const call = trouble.phone
    ? { name: trouble.name || parties.coordinator.name, phone: trouble.phone }
    : { name: content.supervisor.name, phone: supervisor.phone };
  const sentences = [say("who", { who, employer: parties.employer.workplace || parties.employer.name })];
  if (period.startsOn && period.endsOn && period.startsOn <= period.endsOn) {
    const weeks = t("agreements:weeks", { count: weeksIn(period) });
    sentences.push(say("when", { from: day(period.startsOn), to: day(period.endsOn), weeks }));
  }
  if (schedule.length > 0) {
    const days = schedule.map((one) => `${t(`vocabulary:weekday.${one.weekday}`)} ${timesText(one)}`);
    sentences.push(say("days", { days: inWords(t, days) }));
    sentences.push(say("sum", { hours: hoursText(t, language, sumHours(schedule)) }));
  }
  if (stepPlan.length > 1) sentences.push(say("grows", { hours: hoursText(t, language, goal) }));
  if (stepPlan.length === 1) sentences.push(say("flat"));
  if (content.tasks.words) sentences.push(say("work", { work: content.tasks.words }));
  if (content.adaptations.list.length > 0) {
    const list = content.adaptations.list.map((one) => t(`vocabulary:adaptation.${one}`).toLowerCase());
    sentences.push(say("adaptations", { list: inWords(t, list) }));
  }
  if (content.supervisor.name) sentences.push(say("supervisor", { name: content.supervisor.name }));
  if (content.goals.length > 0) sentences.push(say("goal", { goals: content.goals.join(". ") }));
  if (call.name) sentences.push(say("sick", { name: call.name, phone: call.phone ? `, ${call.phone}` : "" }));
  if (content.insurance.injury) sentences.push(say("insurance", { injury: content.insurance.injury }));
  if (content.costs.payer === "none") sentences.push(say("pay"));
  else if (content.costs.payer) {
    const amount =
      content.costs.perWeek === null
        ? content.costs.words
        : say("perWeek", { sum: formatNumber(language, content.costs.perWeek) });
    sentences.push(say("payer", { payer: t(`agreements:payer.${content.costs.payer}`), amount }));
  }
  if (assignment?.reportDueOn && parties.agency)
    sentences.push(say("report", { agency: parties.agency.name, day: day(assignment.reportDueOn) }));
  sentences.push(say("change", { coordinator: parties.coordinator.name }));
  return sentences;
}
