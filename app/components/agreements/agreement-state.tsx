import { stateText } from "#app/components/agreements/agreement-words";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Party } from "#app/domain/agreements/signatures";
import type { AgreementState } from "#app/domain/agreements/state";

/** How an agreement stands today, in words; `reader` is the party that reads, when it is to sign. */
export function AgreementStateMark({ state, reader }: { state: AgreementState; reader?: Party }) {
  const { t, i18n } = useTexts("agreements");
  const { text, tone } = stateText(t, i18n.language, state, reader);
  return <State tone={tone}>{text}</State>;
}
