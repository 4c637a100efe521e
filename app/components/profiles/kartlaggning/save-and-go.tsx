import type { ReactNode } from "react";

/** A way on from a form, wherever on the page it stands: it saves first, so that nothing typed is left behind. */
export function SaveAndGo({ form, to, children }: { form: string; to: string; children: ReactNode }) {
  return (
    <button className="ds-button" data-variant="secondary" type="submit" form={form} name="gor" value={to}>
      {children}
    </button>
  );
}
