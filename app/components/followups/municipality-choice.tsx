import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** How many exceptions each municipality has, and a form that shows only those of one. Works without script. */
export function MunicipalityChoice(props: {
  municipalities: readonly { code: string; name: string; count: number }[];
  chosen: string | null;
}) {
  const { t } = useTexts("exceptions");
  const { municipalities, chosen } = props;
  if (municipalities.length < 2 && chosen === null) return null;
  return (
    <Form method="get" className="pk-municipality">
      <label htmlFor="kommun">{t("municipality.legend")}</label>
      <select id="kommun" name="kommun" className="ds-input" defaultValue={chosen ?? ""}>
        <option value="">{t("municipality.all")}</option>
        {municipalities.map(({ code, name, count: there }) => (
          <option key={code} value={code}>
            {t("municipality.one", { name, count: there })}
          </option>
        ))}
      </select>
      <button className="ds-button" data-variant="secondary" type="submit">
        {t("municipality.show")}
      </button>
    </Form>
  );
}
