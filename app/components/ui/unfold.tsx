import type { ReactNode } from "react";
import { Icon } from "#app/components/ui/icon";

/** Something that is there when it is asked for. Works without script. */
export function Unfold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="pk-unfold" open={open || undefined}>
      <summary>
        {title}
        <Icon name="chevronDown" small />
      </summary>
      <div className="pk-unfold__in">{children}</div>
    </details>
  );
}
