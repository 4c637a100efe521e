import { useTexts } from "#app/components/ui/use-texts";
import type { CertificateVersion } from "#app/domain/agreements/certificate";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";

/** What the participant may have in the text: only what there is, and what the supervisor agrees to. */
export function WishFields({ open, said }: { open: CertificateVersion; said: SupervisorReference | null }) {
  const { t } = useTexts("closing");
  const { draft, wishes, number } = open;
  return (
    <div className="pk-checks">
      <input type="hidden" name="gor" value="val" />
      <input type="hidden" name="number" value={number} />
      {draft.adaptations ? (
        <>
          <label className="pk-check">
            <input
              className="ds-input"
              type="checkbox"
              name="adaptations"
              value="ja"
              defaultChecked={wishes.withAdaptations}
            />
            <span>{t("own.adaptations")}</span>
          </label>
          <p className="pk-soft pk-lines">{t("own.adaptationsText", { words: draft.adaptations })}</p>
        </>
      ) : null}
      {said?.mayCertify ? (
        <label className="pk-check">
          <input
            className="ds-input"
            type="checkbox"
            name="reference"
            value="ja"
            defaultChecked={wishes.withReference}
          />
          <span>{t("own.reference")}</span>
        </label>
      ) : null}
    </div>
  );
}

/** Whether there is anything to choose. */
export function hasChoice(open: CertificateVersion, said: SupervisorReference | null): boolean {
  return open.draft.adaptations !== "" || said?.mayCertify === true;
}
