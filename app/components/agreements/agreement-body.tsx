import type { ReactNode } from "react";
import { DatesPanel, LoggedChanges, PeoplePanel, SafetyPanel } from "#app/components/agreements/aside-panels";
import { AssignmentPanel } from "#app/components/agreements/assignment-panel";
import { DocumentsPanel } from "#app/components/agreements/documents-panel";
import { GoalsPanel, WorkPanel } from "#app/components/agreements/goals-panel";
import { PartiesPanel } from "#app/components/agreements/parties-panel";
import type { Voice } from "#app/components/agreements/pause-panel";
import { PlanChart } from "#app/components/agreements/plan-chart";
import { WeekPanel } from "#app/components/agreements/week-panel";
import { AttendanceLink } from "#app/components/followups/attendance-link";
import { ReportLink, SharedPlanLink } from "#app/components/followups/shared-plan-link";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement, AgreementVersion, Signature } from "#app/domain/agreements/agreement";
import { hasEnded } from "#app/domain/agreements/agreement-status";

export type Shown = {
  agreement: Agreement;
  shown: AgreementVersion;
  versions: readonly AgreementVersion[];
  signatures: readonly Signature[];
  daysOff: readonly { day: string; name: string | null }[];
  today: string;
};

/** An agreement as everybody reads it: what, who, when and where; `main` and `aside` are what the reader can do; `dates` the days that count, with what is planned on them. */
export function AgreementBody(props: {
  read: Shown;
  voice?: Voice;
  main?: ReactNode;
  dates?: ReactNode;
  aside?: ReactNode;
}) {
  const { read, voice = "staff", main, dates, aside } = props;
  const { t } = useTexts("agreements");
  const { agreement, shown, versions, signatures, daysOff, today } = read;
  const { content } = shown;
  const now = hasEnded(agreement.status) ? null : today;
  const isAgreed = versions.some(({ status }) => status === "agreed");
  return (
    <div className="pk-two pk-two--right">
      <div className="pk-stack">
        <AssignmentPanel content={content} />
        <PartiesPanel agreement={agreement} shown={shown} versions={versions} signatures={signatures} />
        {main}
        <PlanChart content={content} today={now} />
        <AttendanceLink agreement={agreement} voice={voice} today={today} />
        <SharedPlanLink agreement={agreement} voice={voice} />
        <ReportLink
          id={agreement.id}
          voice={voice}
          isCommissioned={content.assignment !== null && isAgreed}
        />
        <WeekPanel content={content} today={now} daysOff={daysOff} />
        <WorkPanel content={content} />
        <GoalsPanel content={content} />
      </div>
      <aside className="pk-stack" aria-label={t("show.dates")}>
        {dates ?? <DatesPanel content={content} endedOn={agreement.endedOn} today={today} />}
        <SafetyPanel content={content} isInForce={agreement.status === "in_force"} />
        <PeoplePanel agreement={agreement} content={content} />
        <DocumentsPanel agreement={agreement} versions={versions} forStaff={voice === "staff"} />
        <LoggedChanges versions={versions} />
        {aside}
      </aside>
    </div>
  );
}
