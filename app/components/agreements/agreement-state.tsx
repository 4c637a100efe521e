import { useTranslation } from "react-i18next";
import { stateText } from "#app/components/agreements/agreement-words";
import { State } from "#app/components/ui/state";
import type { AgreementState } from "#app/domain/agreements/state";

/** How an agreement stands today, in words. */
export function AgreementStateMark({ state }: { state: AgreementState }) {
  const { t, i18n } = useTranslation("agreements");
  const { text, tone } = stateText(t, i18n.language, state);
  return <State tone={tone}>{text}</State>;
}
