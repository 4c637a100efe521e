import type { ReactNode } from "react";
import { Icon, type IconName } from "#app/components/ui/icon";

export type Tone = "info" | "ok" | "warn" | "calm";
const icons: Record<Tone, IconName> = { info: "info", ok: "checkCircle", warn: "warning", calm: "chat" };

/** A message in the page: icon, words, one colour edge. `role="status"` reads it out when it is news. */
export function Note({
  tone = "info",
  role,
  children,
}: {
  tone?: Tone;
  role?: "status" | "alert";
  children: ReactNode;
}) {
  return (
    <div className="pk-note" data-tone={tone} role={role}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
