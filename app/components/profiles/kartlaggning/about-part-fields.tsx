import type { FindField } from "#app/components/profiles/kartlaggning/field-finder";
import { ownerText } from "#app/components/profiles/kartlaggning/owner-text";
import { Choices } from "#app/components/ui/choices";
import { listValue, textValue, useFieldTexts } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { useTexts } from "#app/components/ui/use-texts";

type Props = {
  field: FindField;
  /** Who is responsible today; null for a part that nobody has begun. */
  owner: { role: string; name: string } | null;
  /** Who saves. */
  me: string;
  mayBeShared: boolean;
  isHidden: boolean;
};

/** Owner and visibility of a part. It is opened to the case worker only with the participant's yes. */
export function AboutPartFields({ field, owner, me, mayBeShared, isHidden }: Props) {
  const { t } = useTexts("kartlaggning");
  const agreed = field("agreed");
  const { error, errorId } = useFieldTexts(agreed, "kartlaggning");
  const isMine = owner?.role === "coordinator" && owner.name === me;
  return (
    <fieldset className="pk-question pk-stack">
      <legend>
        <h2>{t("about")}</h2>
      </legend>
      <SelectField field={field("owner")} ns="kartlaggning" label={t("owner.label")}>
        {owner ? <option value="keep">{ownerText(t, owner)}</option> : null}
        {isMine ? null : <option value="me">{t("owner.me", { name: me })}</option>}
        {owner?.role === "coach" ? null : <option value="coach">{t("owner.coach")}</option>}
        {owner?.role === "participant" ? null : <option value="participant">{t("owner.participant")}</option>}
      </SelectField>
      {mayBeShared ? (
        <>
          <Choices
            field={{ ...field("visibility"), initialValue: textValue(field("visibility")) || "circle" }}
            ns="kartlaggning"
            type="radio"
            legend={t("visibility.label")}
            choices={(["circle", "case_worker"] as const).map((value) => ({
              value,
              label: t(`visibility.${value}`),
            }))}
          />
          <div>
            <label className="pk-check">
              <input
                className="ds-input"
                type="checkbox"
                id={agreed.id}
                name="agreed"
                value="on"
                defaultChecked={listValue(agreed).length > 0}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? errorId : undefined}
              />
              <span>{t("visibility.agreed")}</span>
            </label>
            {error ? (
              <p className="pk-error" id={errorId}>
                {error}
              </p>
            ) : null}
          </div>
        </>
      ) : (
        <p className="pk-soft">{t(isHidden ? "visibility.lockedHidden" : "visibility.locked")}</p>
      )}
    </fieldset>
  );
}
