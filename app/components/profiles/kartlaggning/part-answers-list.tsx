import { questionWords } from "#app/components/profiles/kartlaggning/part-words";
import { useTexts } from "#app/components/ui/use-texts";
import { type QuestionPart, questions } from "#app/domain/profiles/kartlaggning-parts";
import { answeredHow, type PartAnswers } from "#app/domain/profiles/part-answers";

type Props = {
  part: QuestionPart;
  stored: PartAnswers;
  /** The participant's own labels, own words first and as a quotation. */
  own?: boolean;
  /** Questions that are shown in another way beside it. */
  except?: readonly string[];
};

/** The answers of a part in words, to read. What nobody has asked is said to staff and left out for the participant. */
export function PartAnswersList({ part, stored, own = false, except = [] }: Props) {
  const { t, i18n } = useTexts("kartlaggning");
  const words = stored.answers.egna_ord;
  const shown = questions[part].filter(
    (question) =>
      question.key !== "egna_ord" &&
      !except.includes(question.key) &&
      (!(own || question.optional) || answeredHow(question, stored) !== "unasked"),
  );
  return (
    <>
      {typeof words === "string" ? (
        <figure className="pk-own-words">
          <figcaption>{t(`${own ? "ownQ" : "q"}.${part}.egna_ord`)}</figcaption>
          <blockquote>{words}</blockquote>
        </figure>
      ) : null}
      <dl className="pk-dl pk-answers">
        {shown.map((question) => (
          <div key={question.key}>
            <dt>{t(`${own ? "ownQ" : "q"}.${part}.${question.key}`)}</dt>
            {questionWords(t, i18n.language, question, stored).map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
