import { State, type StateTone } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Appetite } from "#app/domain/organisations/employer";

const tones: Record<Appetite, StateTone> = { yes: "ok", maybe: "info", not_now: "stop" };

/** Whether an employer wants to take somebody, in words. */
export function AppetiteState({ appetite }: { appetite: Appetite }) {
  const { t } = useTexts("register");
  return <State tone={tones[appetite]}>{t(`appetiteLong.${appetite}`)}</State>;
}
