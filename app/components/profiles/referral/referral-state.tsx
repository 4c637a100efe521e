import { State, type StateTone } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { ReferralStatus } from "#app/domain/profiles/referral-status";

const tones: Record<ReferralStatus, StateTone> = {
  sent: "info",
  taken_up: "info",
  accepted: "ok",
  returned: "warn",
  withdrawn: "neutral",
  closed: "neutral",
};

/** How a referral stands, in words. */
export function ReferralState({ status }: { status: ReferralStatus }) {
  const { t } = useTexts("referrals");
  return <State tone={tones[status]}>{t(`status.${status}`)}</State>;
}
