import { FactList } from "#app/components/ui/fact-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementDraft } from "#app/domain/agreements/draft";

/** The participant's goals, a row each. */
export function GoalsPanel({ content }: { content: AgreementDraft }) {
  const { t } = useTexts("agreements");
  if (content.goals.length === 0) return null;
  return (
    <section className="pk-panel" aria-labelledby="mal">
      <h2 id="mal">{t("show.goals")}</h2>
      <ul className="pk-goals">
        {content.goals.map((goal) => (
          <li key={goal}>
            <b>{goal}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the person does there, and what is adapted. */
export function WorkPanel({ content }: { content: AgreementDraft }) {
  const { t } = useTexts("agreements");
  const adaptations = content.adaptations.list.map((one) => t(`vocabulary:adaptation.${one}`)).join(", ");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="uppgifter">
      <h2 id="uppgifter">{t("show.work")}</h2>
      <FactList
        facts={[
          [t("field.tasks"), content.tasks.words],
          [t("field.adaptations"), [adaptations, content.adaptations.words].filter(Boolean).join("\n")],
        ]}
      />
    </section>
  );
}
