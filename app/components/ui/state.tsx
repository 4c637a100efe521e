import type { ReactNode } from "react";
import { Icon, type IconName } from "#app/components/ui/icon";

export type StateTone = "ok" | "info" | "warn" | "stop" | "neutral";
const icons: Record<StateTone, IconName> = {
  ok: "checkCircle",
  info: "info",
  warn: "warning",
  stop: "remove",
  neutral: "clock",
};

/** How something stands: icon, words, tone; never colour alone. */
export function State({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className="pk-state" data-tone={tone}>
      <Icon name={icons[tone]} />
      {children}
    </span>
  );
}
