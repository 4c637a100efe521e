import type { Voice } from "#app/components/agreements/pause-panel";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement } from "#app/domain/agreements/agreement";
import { writableStatuses } from "#app/domain/followups/week-link";

const addresses: Record<Voice, (id: string) => string> = {
  staff: (id) => `/overenskommelser/${id}/narvaro`,
  own: () => "/min-sida/narvaro",
  employer: () => "/arbetsgivare/narvaro",
  agency: (id) => `/handlaggare/overenskommelser/${id}/narvaro`,
};
const words: Record<Voice, string> = {
  staff: "show.open",
  own: "own.link",
  employer: "employer.link",
  agency: "agency.link",
};

/** The way from an agreement to its attendance, as each party has it; none before the first day, or to an empty page. */
export function AttendanceLink(props: {
  agreement: Pick<Agreement, "id" | "status" | "period">;
  voice: Voice;
  today: string;
}) {
  const { t } = useTexts("attendance");
  const { agreement, voice, today } = props;
  const { id, status, period } = agreement;
  // Who writes days has nothing to open once it is closed; who follows them reads what was.
  const isOpen =
    writableStatuses.includes(status) || (status === "closed" && (voice === "staff" || voice === "agency"));
  if (!isOpen || !period || today < period.startsOn) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="narvaro">
      <h2 id="narvaro">{t("show.title")}</h2>
      <p>{t("show.panelText")}</p>
      <p>
        <LinkButton to={addresses[voice](id)}>{t(words[voice])}</LinkButton>
      </p>
      {voice === "staff" ? (
        <p>
          <LinkButton to={`/overenskommelser/${id}/skattningar`}>{t("ratings:show.open")}</LinkButton>
        </p>
      ) : null}
      {voice === "own" && status === "in_force" ? (
        <p>
          <LinkButton to="/min-sida/skattning">{t("ratings:own.link")}</LinkButton>
        </p>
      ) : null}
    </section>
  );
}
