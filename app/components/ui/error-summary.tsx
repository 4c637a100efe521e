import { useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { inOrder } from "#app/components/ui/error-order";
import { textOfError } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";

/**
 * What has to be mended, first on the page, each a link to its field. `ns` holds `error.*`, and the fields' labels under
 * `labels` (`field.title`), or a function gives them, so that each line says which field it means. `order` names the fields as
 * they stand on the page, and the lines follow it. Each refusal takes the focus here, also one for the same reason as before.
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
  const box = useRef<HTMLElement>(null);
  const problems = inOrder(props.errors, props.order ?? []);
  const key = JSON.stringify(problems);
  const refusal = useActionData();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same problems once more are a new refusal
  useEffect(() => {
    if (key !== "[]") box.current?.focus();
  }, [key, refusal]);
  if (problems.length === 0) return null;
  return (
    <section
      className="pk-note"
      data-tone="warn"
      ref={box}
      tabIndex={-1}
      aria-labelledby={`${props.formId}-problems`}
    >
      <div>
        <h2 id={`${props.formId}-problems`} className="pk-note__title">
          {t("shell:toMend", { count: problems.length })}
        </h2>
        <ul className="pk-problems">
          {problems.map(({ name, code }) => (
            <li key={`${name} ${code}`}>
              {name === "" ? (
                textOfError(t, code)
              ) : (
                <a href={`#${props.formId}-${name}`}>
                  {labelOf(name)}
                  {textOfError(t, code)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
