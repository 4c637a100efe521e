import { Differences, VersionList } from "#app/components/profiles/kartlaggning/version-list";
import { useTexts } from "#app/components/ui/use-texts";
import { changedNotes, type MedicalNotes } from "#app/domain/profiles/medical-form";

type Version = { version: number; notes: MedicalNotes; savedAt: Date; savedByName: string };

/** Every version of the medical notes with what it changed. */
export function MedicalHistory({
  current,
}: {
  current: Omit<Version, "savedAt"> & { savedAt: Date | null; older: readonly Version[] };
}) {
  const { t } = useTexts("kartlaggning");
  const { savedAt, older } = current;
  if (savedAt === null) return null;
  return (
    <VersionList
      versions={[{ ...current, savedAt }, ...older]}
      changes={(version, before) => (
        <Differences
          rows={changedNotes(before?.notes ?? {}, version.notes).map((key) => ({
            key,
            label: t(`medical.field.${key}`),
            before: before ? (before.notes[key] ?? t("read.unasked")) : null,
            after: version.notes[key] ?? t("read.unasked"),
          }))}
        />
      )}
    />
  );
}
