import { type ReactNode, useId } from "react";
import { Icon } from "#app/components/ui/icon";

/** A part of the form under its own heading. Folded: what may be left out, open when something in it has to be mended. */
export function FieldGroup(props: {
  title: string;
  lead?: string;
  fold?: "open" | "closed" | undefined;
  children: ReactNode;
}) {
  const { title, lead, fold, children } = props;
  const id = useId();
  if (fold)
    return (
      <details className="pk-panel pk-unfold" open={fold === "open"}>
        <summary>
          <h2 id={id}>{title}</h2>
          <Icon name="chevronDown" />
        </summary>
        <div className="pk-stack pk-unfold__in">
          {lead ? <p className="pk-soft">{lead}</p> : null}
          {children}
        </div>
      </details>
    );
  return (
    <section className="pk-panel pk-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead ? <p className="pk-soft">{lead}</p> : null}
      {children}
    </section>
  );
}
