import { TaskList } from "#app/components/profiles/referral/task-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { CaseTask } from "#app/domain/profiles/referral";

type Decision = { referralId: string; decision: string; mainResponsibleName: string; tasks: CaseTask[] };

/** What was decided, who has the main responsibility, and who does what. `own`: told to the participant. */
export function Decisions(props: { decisions: Decision[]; today: string; own?: boolean }) {
  const { decisions, today, own } = props;
  const { t } = useTexts("plan");
  if (decisions.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="bestamt">
      <h2 id="bestamt">{t(own ? "own.decisions" : "staff.decisions")}</h2>
      {decisions.map((one) => (
        <div key={one.referralId} className="pk-stack">
          {one.decision ? <p className="pk-lines">{one.decision}</p> : null}
          {one.mainResponsibleName ? (
            <p>{t(own ? "own.responsible" : "staff.mainResponsible", { name: one.mainResponsibleName })}</p>
          ) : null}
          {one.tasks.length > 0 ? <TaskList tasks={one.tasks} today={today} own={own} /> : null}
        </div>
      ))}
    </section>
  );
}
