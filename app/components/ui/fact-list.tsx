import type { ReactNode } from "react";

/** Questions and answers as a list; what nobody has answered is left out. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="pk-dl">
      {facts
        .filter(([, value]) => value !== null && value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="pk-lines">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
