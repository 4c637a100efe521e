import { useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTexts } from "#app/components/ui/use-texts";

/** What is wrong in words, and the id of the field in which it is mended; null when it is no field's. */
export type Told = { text: string; to: string | null };

/**
 * What has to be mended, first on the page, each a link to its field. Each refusal takes the focus here, also one for the same
 * reason as before. `title`: when it is nothing that the reader can mend.
 */
export function ProblemBox(props: { id: string; problems: readonly Told[]; title?: string }) {
  const { t } = useTexts("shell");
  const { id, problems } = props;
  const box = useRef<HTMLElement>(null);
  const key = JSON.stringify(problems);
  const refusal = useActionData();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same problems once more are a new refusal
  useEffect(() => {
    if (key !== "[]") box.current?.focus();
  }, [key, refusal]);
  if (problems.length === 0) return null;
  return (
    <section className="pk-note" data-tone="warn" ref={box} tabIndex={-1} aria-labelledby={id}>
      <div>
        <h2 id={id} className="pk-note__title">
          {props.title ?? t("shell:toMend", { count: problems.length })}
        </h2>
        <ul className="pk-problems" id={`${id}-list`}>
          {problems.map(({ text, to }) => (
            <li key={`${to} ${text}`}>{to ? <a href={`#${to}`}>{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
