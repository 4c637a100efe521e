import type { TFunction } from "i18next";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { Conflict } from "#app/domain/agreements/conflicts";
import { formatDate } from "#app/i18n/format";

/** A conflict as a sentence. */
export function conflictText(t: TFunction, language: string, { code, values }: Conflict): string {
  const day = values.day === undefined ? {} : { day: formatDate(language, String(values.day)) };
  return t(`agreements:conflict.${code}`, { ...values, ...day });
}

/** What conflicts here, beside the fields where it is mended; told when it comes while somebody writes. */
export function ConflictLines(props: { of: Conflict["field"]; conflicts: readonly Conflict[] }) {
  const { t, i18n } = useTexts("agreements");
  const here = props.conflicts.filter(({ field }) => field === props.of);
  return (
    <div role="status">
      {here.length > 0 ? (
        <Note tone="warn">
          {here.map((conflict) => (
            <p key={`${conflict.code} ${conflict.values.number ?? ""}`}>
              {conflictText(t, i18n.language, conflict)}
            </p>
          ))}
        </Note>
      ) : null}
    </div>
  );
}
