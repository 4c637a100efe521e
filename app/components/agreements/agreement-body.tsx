import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DatesPanel, LoggedChanges, PeoplePanel, SafetyPanel } from "#app/components/agreements/aside-panels";
import { AssignmentPanel } from "#app/components/agreements/assignment-panel";
import { DocumentsPanel } from "#app/components/agreements/documents-panel";
import { GoalsPanel, WorkPanel } from "#app/components/agreements/goals-panel";
import { PartiesPanel } from "#app/components/agreements/parties-panel";
import type { Voice } from "#app/components/agreements/pause-panel";
import { PlanChart } from "#app/components/agreements/plan-chart";
import { WeekPanel } from "#app/components/agreements/week-panel";
import { AttendanceLink } from "#app/components/followups/attendance-link";
import type { Agreement, AgreementVersion, Signature } from "#app/domain/agreements/agreement";

export type Shown = {
  agreement: Agreement;
  shown: AgreementVersion;
  versions: readonly AgreementVersion[];
  signatures: readonly Signature[];
  daysOff: readonly { day: string; name: string | null }[];
  today: string;
};

/** An agreement as everybody reads it: what, who, when and where; `main` and `aside` are what the reader can do. */
export function AgreementBody(props: { read: Shown; voice?: Voice; main?: ReactNode; aside?: ReactNode }) {
  const { read, voice = "staff", main, aside } = props;
  const { t } = useTranslation("agreements");
  const { agreement, shown, versions, signatures, daysOff, today } = read;
  const { content } = shown;
  return (
    <div className="pk-two pk-two--right">
      <div className="pk-stack">
        <AssignmentPanel content={content} />
        <PartiesPanel agreement={agreement} shown={shown} versions={versions} signatures={signatures} />
        {main}
        <PlanChart content={content} today={today} />
        <AttendanceLink agreement={agreement} voice={voice} today={today} />
        <WeekPanel content={content} daysOff={daysOff} />
        <WorkPanel content={content} />
        <GoalsPanel content={content} />
      </div>
      <aside className="pk-stack" aria-label={t("show.dates")}>
        <DatesPanel content={content} today={today} />
        <SafetyPanel content={content} isInForce={agreement.status === "in_force"} />
        <PeoplePanel agreement={agreement} content={content} />
        <DocumentsPanel agreement={agreement} versions={versions} />
        <LoggedChanges versions={versions} />
        {aside}
      </aside>
    </div>
  );
}
