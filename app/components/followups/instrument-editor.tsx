import { Form } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { mostItems } from "#app/domain/followups/instrument";
import { healthField, idField, itemField, itemTexts } from "#app/domain/followups/instrument-form";

/** Empty statements at the end, to be filled in. */
const spare = 2;

/** The form of an own instrument's draft. A statement that is left empty is taken away. Works without script. */
export function InstrumentEditor(props: {
  code: string;
  /** The draft's revision that is read, 0 when there is none. */
  seen: number;
  /** What the fields show, by their names. */
  fields: Record<string, string>;
  errors: Record<string, string[]>;
}) {
  const { t } = useTexts("ratings");
  const { code, seen, fields, errors } = props;
  const written = Array.from({ length: mostItems }, (_, index) => index).findLast((index) =>
    itemTexts.some((what) => fields[itemField(index, what, "sv")]),
  );
  const rows = Math.min(mostItems, (written ?? 0) + 1 + spare);
  const field = (name: string) => ({
    id: `pastaenden-${name}`,
    name,
    initialValue: fields[name] ?? "",
    errors: errors[name],
  });
  return (
    <Form method="post" className="pk-form">
      <ErrorSummary formId="pastaenden" ns="ratings" errors={errors} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="seen" value={seen} />
      <TextField
        field={field("name")}
        ns="ratings"
        label={t("admin.name")}
        hint={t("admin.nameHint")}
        longest={80}
      />
      <p className="pk-soft">{t("admin.itemHint")}</p>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a statement is its place in the form
        <fieldset className="pk-panel pk-stack pk-own-item" key={index}>
          <legend>{t("admin.item", { number: index + 1 })}</legend>
          <input type="hidden" name={idField(index)} value={fields[idField(index)] ?? ""} />
          {itemTexts.map((what) => (
            <TextField
              key={what}
              field={field(itemField(index, what, "sv"))}
              ns="ratings"
              label={t(`admin.${what}`)}
              {...(what === "low" || what === "high" ? {} : { hint: t(`admin.${what}Hint`) })}
              longest={200}
            />
          ))}
          <label className="pk-check">
            <input
              className="ds-input"
              type="checkbox"
              name={healthField(index)}
              value="ja"
              defaultChecked={fields[healthField(index)] === "ja"}
            />
            <span>
              {t("admin.health")}. {t("admin.healthHint")}
            </span>
          </label>
          <Unfold
            title={t("admin.english")}
            open={itemTexts.some((what) => errors[itemField(index, what, "en")])}
          >
            {itemTexts.map((what) => (
              <TextField
                key={what}
                field={field(itemField(index, what, "en"))}
                ns="ratings"
                label={`${t(`admin.${what}`)} (${t("admin.language.en")})`}
                longest={200}
              />
            ))}
          </Unfold>
        </fieldset>
      ))}
      <p className="pk-soft">{t("admin.saveText")}</p>
      <p>
        <button className="ds-button" type="submit" name="gor" value="spara">
          {t("admin.save")}
        </button>
      </p>
    </Form>
  );
}
