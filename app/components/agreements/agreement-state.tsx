import { useTranslation } from "react-i18next";
import { stateText } from "#app/components/agreements/agreement-words";
import { State } from "#app/components/ui/state";
import type { AgreementState } from "#app/domain/agreements/state";

/** How an agreement stands today, in words. */
export function AgreementStateMark({ state }: { state: AgreementState }) {
  const { t } = useTranslation("agreements");
  const { text, tone } = stateText(t, state);
  return <State tone={tone}>{text}</State>;
}
