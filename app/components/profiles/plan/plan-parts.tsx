import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Plan } from "#app/domain/profiles/plan";
import { formatClock, formatDate } from "#app/i18n/format";

const goalTones = { open: "info", reached: "ok", changed: "neutral" } as const;
const activityTones = { planned: "neutral", ongoing: "info", done: "ok", cancelled: "neutral" } as const;
const commitmentTones = { promised: "info", kept: "ok", ended: "neutral" } as const;

/** Goals, activities and commitments. `changeAt` is the address under which each is changed; null for readers. */
export function PlanParts({ plan, changeAt }: { plan: Plan; changeAt: string | null }) {
  const { t, i18n } = useTexts("plan");
  const day = (on: string) => formatDate(i18n.language, on);
  const period = (from: string | null, to: string | null) => {
    if (from && to && from !== to) return t("staff.fromTo", { from: day(from), to: day(to) });
    return from ? day(from) : to ? t("staff.by", { day: day(to) }) : "";
  };
  const change = (part: string, id: string, what: string) =>
    changeAt ? (
      <Link
        className="ds-button"
        data-variant="tertiary"
        to={`${changeAt}/${part}/${id}`}
        aria-label={t("staff.changeWhat", { what })}
      >
        {t("staff.change")}
      </Link>
    ) : null;
  return (
    <>
      <Part
        title={t("staff.goals")}
        none={t("staff.noGoals")}
        add={changeAt && [`${changeAt}/mal/ny`, t("staff.addGoal")]}
      >
        {plan.goals.map((goal) => (
          <li key={goal.id}>
            <div>
              <p className="pk-lines">
                <strong>{goal.goal}</strong>
              </p>
              {goal.targetOn ? <p className="pk-soft">{t("staff.by", { day: day(goal.targetOn) })}</p> : null}
            </div>
            <State tone={goalTones[goal.status]}>{t(`goalStatus.${goal.status}`)}</State>
            {change("mal", goal.id, goal.goal)}
          </li>
        ))}
      </Part>
      <Part
        title={t("staff.activities")}
        none={t("staff.noActivities")}
        add={changeAt && [`${changeAt}/aktivitet/ny`, t("staff.addActivity")]}
      >
        {plan.activities.map((activity) => {
          const goal = plan.goals.find(({ id }) => id === activity.goalId);
          return (
            <li key={activity.id}>
              <div>
                <p>
                  <strong>{activity.title || t(`kind.${activity.kind}`)}</strong>
                </p>
                <p className="pk-soft">
                  {activity.title ? `${t(`kind.${activity.kind}`)} · ` : null}
                  {period(activity.startsOn, activity.endsOn)}
                  {activity.startsAt ? ` ${formatClock(activity.startsAt)}` : null}
                </p>
                {activity.isFirst ? <p className="pk-soft">{t("staff.isFirst")}</p> : null}
                {activity.place ? <p className="pk-lines">{activity.place}</p> : null}
                {activity.responsible ? (
                  <p>{t("staff.responsible", { name: activity.responsible })}</p>
                ) : null}
                {goal ? <p className="pk-soft">{t("staff.towards", { goal: goal.goal })}</p> : null}
              </div>
              <State tone={activityTones[activity.status]}>{t(`activityStatus.${activity.status}`)}</State>
              {change("aktivitet", activity.id, activity.title)}
            </li>
          );
        })}
      </Part>
      <Part
        title={t("staff.commitments")}
        none={t("staff.noCommitments")}
        add={changeAt && [`${changeAt}/atagande/ny`, t("staff.addCommitment")]}
      >
        {plan.commitments.map((commitment) => (
          <li key={commitment.id}>
            <div>
              <p className="pk-lines">
                <strong>{commitment.what}</strong>
              </p>
              <p className="pk-soft">
                {[commitment.agency, commitment.party].filter(Boolean).join(", ")}
                {commitment.startsOn || commitment.endsOn
                  ? ` · ${period(commitment.startsOn, commitment.endsOn)}`
                  : null}
              </p>
            </div>
            <State tone={commitmentTones[commitment.status]}>
              {t(`commitmentStatus.${commitment.status}`)}
            </State>
            {change("atagande", commitment.id, commitment.what)}
          </li>
        ))}
      </Part>
    </>
  );
}

function Part(props: {
  title: string;
  none: string;
  add: false | null | "" | [to: string, text: string];
  children: ReactNode[];
}) {
  const { title, none, add, children } = props;
  return (
    <section className="pk-panel pk-stack" aria-label={title}>
      <h2>{title}</h2>
      {children.length === 0 ? <p>{none}</p> : <ul className="pk-rows">{children}</ul>}
      {add ? (
        <p>
          <Link className="ds-button" data-variant="secondary" to={add[0]}>
            {add[1]}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
