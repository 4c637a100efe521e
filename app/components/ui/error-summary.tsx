import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

/** What has to be mended, first on the page, each a link to its field. `ns` holds `errors.title` and `error.*`. */
export function ErrorSummary(props: { formId: string; ns: string; errors: Record<string, string[]> }) {
  const { t } = useTranslation(props.ns);
  const box = useRef<HTMLElement>(null);
  const problems = Object.entries(props.errors).flatMap(([name, codes]) =>
    codes.map((code) => ({ name, code })),
  );
  const key = JSON.stringify(problems);
  useEffect(() => {
    if (key !== "[]") box.current?.focus();
  }, [key]);
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
          {t("errors.title", { count: problems.length })}
        </h2>
        <ul className="pk-problems">
          {problems.map(({ name, code }) => (
            <li key={`${name} ${code}`}>
              {name === "" ? (
                t(`error.${code}`)
              ) : (
                <a href={`#${props.formId}-${name}`}>{t(`error.${code}`)}</a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
