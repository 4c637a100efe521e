import { State, type StateTone } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";

const tones: Record<ProposalStatus, StateTone> = {
  shortlisted: "neutral",
  held: "info",
  asked_participant: "warn",
  participant_yes: "ok",
  participant_no: "neutral",
  presented: "warn",
  employer_yes: "ok",
  employer_maybe_meet: "ok",
  employer_no: "neutral",
  visit_booked: "ok",
  agreed: "ok",
  withdrawn: "neutral",
  expired: "neutral",
};

/** Where a proposal stands, in words. */
export function ProposalState({ status }: { status: ProposalStatus }) {
  const { t } = useTexts("proposals");
  return <State tone={tones[status]}>{t(`status.${status}`)}</State>;
}
