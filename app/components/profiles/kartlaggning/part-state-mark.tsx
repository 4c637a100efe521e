import { useTranslation } from "react-i18next";
import { State, type StateTone } from "#app/components/ui/state";
import type { KartlaggningStatus } from "#app/domain/profiles/kartlaggning-status";
import type { PartState } from "#app/domain/profiles/part-state";

const partTones: Record<PartState, StateTone> = {
  none: "neutral",
  started: "info",
  done: "ok",
  unknown: "neutral",
  outdated: "warn",
};
const wholeTones: Record<KartlaggningStatus, StateTone> = {
  none: "neutral",
  started: "info",
  complete: "ok",
  confirmed: "ok",
  outdated: "warn",
};

/** How one part stands. */
export function PartStateMark({ state }: { state: PartState }) {
  const { t } = useTranslation("kartlaggning");
  return <State tone={partTones[state]}>{t(`state.${state}`)}</State>;
}

/** How the whole stands. */
export function KartlaggningStatusMark({ status }: { status: KartlaggningStatus }) {
  const { t } = useTranslation("kartlaggning");
  return <State tone={wholeTones[status]}>{t(`status.${status}`)}</State>;
}
