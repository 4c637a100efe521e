import { inOrder } from "#app/components/ui/error-order";
import { textOfError } from "#app/components/ui/form-field";
import { ProblemBox } from "#app/components/ui/problem-box";
import { useTexts } from "#app/components/ui/use-texts";

/**
 * What has to be mended in a form, first on the page, each a link to its field. `ns` holds `error.*`, and the fields' labels under
 * `labels` (`field.title`), or a function gives them, so that each line says which field it means. `order` names the fields as
 * they stand on the page, and the lines follow it.
 */
export function ErrorSummary(props: {
  formId: string;
  ns: string;
  errors: Record<string, string[]>;
  labels?: string | ((name: string) => string | undefined);
  order?: readonly string[];
}) {
  const { t, i18n } = useTexts(props.ns);
  const labelOf = (name: string) => {
    if (typeof props.labels === "function") {
      const label = props.labels(name);
      return label ? `${label}: ` : "";
    }
    const demand = /^(?:demands\.|abilities\.|demand_)(\w+)$/.exec(name)?.[1];
    if (demand) return `${t(`vocabulary:demand.${demand}`)}: `;
    const key = `${props.labels}.${name}`;
    if (!props.labels || !i18n.exists(key, { ns: props.ns })) return "";
    const label = t(key);
    return label.endsWith("?") ? `${label} ` : `${label}: `;
  };
  const problems = inOrder(props.errors, props.order ?? []).map(({ name, code }) =>
    name === ""
      ? { text: textOfError(t, code), to: null }
      : { text: `${labelOf(name)}${textOfError(t, code)}`, to: `${props.formId}-${name}` },
  );
  return <ProblemBox id={`${props.formId}-problems`} problems={problems} />;
}
