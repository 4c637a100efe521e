import type { ReactNode } from "react";

/** The page's one h1, with a lead below it and its main way on beside it. */
export function PageTitle({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="pk-title">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="pk-lead">{lead}</p> : null}
      </div>
      {children}
    </div>
  );
}
