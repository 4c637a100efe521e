import { useLoaderData } from "@remix-run/react";
import { NextEventCard } from "#app/components/followups/next-event-card";
import { Decisions } from "#app/components/profiles/plan/decisions";
import { WayList } from "#app/components/profiles/plan/way-list";
import { whenText } from "#app/components/profiles/plan/when-text";
import { LinkButton } from "#app/components/ui/link-button";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { eventOf } from "#app/domain/followups/next-event";
import { page, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { readOwnPlan } from "#app/services/profiles/read-plan.server";

export const loader = page(["participant"], async ({ actor }) => ({
  ...unwrap(await readOwnPlan(actor)),
  today: today(),
}));

/** The page's title, read by root. */
export const handle = { title: "plan:own.title" };

/** The participant's own plan, phone first: what happens next, then what one wants, the way, and what others have promised. */
export default function OwnPlan() {
  const { name, next, later, plan, way, decisions, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts(["plan", "today"]);
  const goals = plan.goals.filter(({ status }) => status !== "changed");
  const promised = plan.commitments.filter(({ status }) => status !== "ended");
  return (
    <div className="pk-plan">
      <div className="pk-plan__head">
        <h1>{t("own.hello", { name: name.split(" ")[0] })}</h1>
        <p className="pk-lead">{t("own.lead")}</p>
      </div>
      <div className="pk-plan__col">
        {next ? (
          <NextEventCard next={eventOf(next)} today={today} />
        ) : (
          <section className="pk-panel pk-stack" aria-labelledby="inget">
            <h2 id="inget">{t("own.nothing")}</h2>
            <p>{t("own.nothingLead")}</p>
          </section>
        )}
        {later.length > 0 ? (
          <section className="pk-panel pk-stack" aria-labelledby="sedan">
            <h2 id="sedan">{t("own.later")}</h2>
            <ul className="pk-rows">
              {later.map((one) => (
                <li key={one.key}>
                  <div>
                    <p>
                      <strong>{whenText(t, i18n.language, one, today)}</strong>
                    </p>
                    <p>{one.kind === "visit" ? t("own.visit", { title: one.title }) : one.title}</p>
                    {one.place ? <p className="pk-soft">{one.place}</p> : null}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {goals.length > 0 ? (
          <section className="pk-panel pk-stack" aria-labelledby="vill">
            <h2 id="vill">{t("own.goals")}</h2>
            <ul className="pk-rows">
              {goals.map((goal) => (
                <li key={goal.id}>
                  <p className="pk-lines">{goal.goal}</p>
                  <State tone={goal.status === "reached" ? "ok" : "info"}>
                    {t(`goalStatus.${goal.status}`)}
                  </State>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section className="pk-panel pk-stack" aria-labelledby="vag">
          <h2 id="vag">{t("own.way")}</h2>
          <p className="pk-soft">{t("own.wayLead")}</p>
          <WayList way={way} />
        </section>
      </div>
      <div className="pk-plan__col">
        <Decisions decisions={decisions} today={today} own />
        {promised.length > 0 ? (
          <section className="pk-panel pk-stack" aria-labelledby="lovat">
            <h2 id="lovat">{t("own.commitments")}</h2>
            <ul className="pk-rows">
              {promised.map((one) => (
                <li key={one.id}>
                  <div>
                    <p>
                      <strong>{[one.agency, one.party].filter(Boolean).join(", ")}</strong>
                    </p>
                    <p className="pk-lines">{one.what}</p>
                  </div>
                  <State tone={one.status === "kept" ? "ok" : "info"}>
                    {t(`commitmentStatus.${one.status}`)}
                  </State>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section className="pk-panel pk-stack" aria-labelledby="hittat">
          <h2 id="hittat">{t("own.suggest")}</h2>
          <p>{t("own.suggestText")}</p>
          <LinkButton className="pk-big" to="/min-sida/eget-forslag">
            {t("own.suggestLink")}
          </LinkButton>
        </section>
        <section className="pk-panel pk-calm pk-stack" aria-labelledby="fel">
          <h2 id="fel">{t("own.wrong")}</h2>
          <p>{t("own.wrongText")}</p>
        </section>
      </div>
    </div>
  );
}
