import { useTexts } from "#app/components/ui/use-texts";
import { type MedicalNotes, medicalFields } from "#app/domain/profiles/medical-form";

/** Medical notes to read. */
export function MedicalNotesList({ notes, empty }: { notes: MedicalNotes; empty: string }) {
  const { t } = useTexts("kartlaggning");
  const written = medicalFields.filter((key) => notes[key]);
  if (written.length === 0) return <p>{empty}</p>;
  return (
    <dl className="pk-dl pk-answers">
      {written.map((key) => (
        <div key={key}>
          <dt>{t(`medical.field.${key}`)}</dt>
          <dd>{notes[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
