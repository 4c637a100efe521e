import { State, type StateTone } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
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
  const { t } = useTexts("kartlaggning");
  return <State tone={partTones[state]}>{t(`state.${state}`)}</State>;
}

/** How the whole stands. */
export function KartlaggningStatusMark({ status }: { status: KartlaggningStatus }) {
  const { t } = useTexts("kartlaggning");
  return <State tone={wholeTones[status]}>{t(`status.${status}`)}</State>;
}
