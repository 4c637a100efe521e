import type { Voice } from "#app/components/agreements/pause-panel";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement } from "#app/domain/agreements/agreement";

/** From an agreement in force to the way there, for those who write it; for staff also what the participant did alone. */
export function SharedPlanLink(props: { agreement: Pick<Agreement, "id" | "status">; voice: Voice }) {
  const { t } = useTexts("today");
  const { agreement, voice } = props;
  const isStaff = voice === "staff";
  const isOpen = agreement.status === "in_force" || (isStaff && agreement.status === "ended_early");
  if (!isOpen || (!isStaff && voice !== "employer")) return null;
  const to = isStaff
    ? `/overenskommelser/${agreement.id}/deltagarens-plan`
    : `/arbetsgivare/overenskommelser/${agreement.id}/vagen`;
  const of = isStaff ? "staff" : "employer";
  return (
    <section className="pk-panel pk-stack" aria-labelledby="deltagarens-plan">
      <h2 id="deltagarens-plan">{t(`${of}.title`)}</h2>
      <p>{t(`${of}.linkText`)}</p>
      <p>
        <LinkButton to={to}>{t(`${of}.link`)}</LinkButton>
      </p>
    </section>
  );
}

/** From an agreement with an assignment to its reports and the case worker's questions, for staff. */
export function ReportLink(props: { id: string; voice: Voice; isCommissioned: boolean }) {
  const { t } = useTexts("assignment");
  const { id, voice, isCommissioned } = props;
  if (voice !== "staff" || !isCommissioned) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="rapport">
      <h2 id="rapport">{t("report.link")}</h2>
      <p>{t("report.linkText")}</p>
      <p>
        <LinkButton to={`/overenskommelser/${id}/rapport`}>{t("report.link")}</LinkButton>
      </p>
    </section>
  );
}
