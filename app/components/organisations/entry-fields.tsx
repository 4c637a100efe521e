import { useTexts } from "#app/components/ui/use-texts";
import type { FieldChange } from "#app/domain/organisations/entry-fields";

/** What was filled in for the employer, field by field: what it said itself, and what stands there since. */
export function EntryFields({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useTexts("register");
  if (changes.length === 0) return null;
  const name = ({ field }: FieldChange) =>
    field === "kinds" || field === "support" ? t(`own.field.${field}`) : t(`vocabulary:demand.${field}`);
  const words = ({ field }: FieldChange, value: FieldChange["before"]) => {
    if (value === null) return t("own.unsaid");
    if (Array.isArray(value)) return value.map((kind) => t(`vocabulary:kind.${kind}`)).join(", ");
    return field === "support"
      ? t(`vocabulary:support.${value}`)
      : t(`vocabulary:demandLevel.${field}.${value}`);
  };
  return (
    <dl className="pk-dl">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{name(change)}</dt>
          <dd>
            {t("own.change", { before: words(change, change.before), after: words(change, change.after) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
