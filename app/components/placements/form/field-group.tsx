import { type ReactNode, useId } from "react";

/** A part of the form under its own heading. */
export function FieldGroup({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="pk-panel pk-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead ? <p className="pk-soft">{lead}</p> : null}
      {children}
    </section>
  );
}
