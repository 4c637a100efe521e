import { useTranslation } from "react-i18next";
import { State, type StateTone } from "#app/components/ui/state";
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
  const { t } = useTranslation("referrals");
  return <State tone={tones[status]}>{t(`status.${status}`)}</State>;
}
