import { useTexts } from "#app/components/ui/use-texts";
import type { ConsentPurpose } from "#app/domain/consent/consent";

/** The whole wording of a consent, as it was shown. Old versions stay readable. */
export function ConsentText({ purpose, version }: { purpose: ConsentPurpose; version: string }) {
  const { t } = useTexts("consent");
  return (
    <>
      {(["what", "parts", "never", "name", "withdraw"] as const).map((line) => (
        <p key={line}>{t(`text.${purpose}.${version}.${line}`)}</p>
      ))}
    </>
  );
}
