import { ns } from "#app/components/placements/form/fields";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";

/** The words of a list to tick, each as the vocabulary says it. */
export function WordBoxes(props: {
  field: FormField;
  legend: string;
  hint?: string;
  words: readonly string[];
  /** The group of the vocabulary. */
  vocabulary: string;
}) {
  const { t } = useTexts(["vocabulary"]);
  const { field, legend, hint, words, vocabulary } = props;
  return (
    <Choices
      field={field}
      ns={ns}
      type="checkbox"
      legend={legend}
      hint={hint}
      choices={words.map((value) => ({ value, label: t(`vocabulary:${vocabulary}.${value}`) }))}
    />
  );
}
