import { data, type HeadersFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Input } from "#app/components/identity/input";
import { fieldOf, Problem } from "#app/components/identity/problem";
import { SessionList } from "#app/components/identity/session-list";
import { useTexts } from "#app/components/ui/use-texts";
import { passwordLength } from "#app/domain/identity/password";
import { page, submit } from "#app/http/handler.server";
import { requireSession } from "#app/http/session.server";
import { tooMany } from "#app/http/sign-in.server";
import { changePassword } from "#app/services/identity/change-password.server";
import { endSession, readAccount } from "#app/services/identity/own-sessions.server";

export const loader = page("signed_in", async ({ request }) => readAccount(await requireSession(request)));

export const action = submit("signed_in", async ({ request, form }) => {
  const session = await requireSession(request);
  const text = (name: string) => String(form.get(name) ?? "");
  if (form.get("gor") === "avsluta") {
    const ended = await endSession(session, text("session"));
    return ended.ok ? data(said("ended")) : data(problem(ended.code), 404);
  }
  const input = { current: text("nuvarande"), password: text("nytt"), again: text("igen") };
  const changed = await changePassword(session, request, input);
  if (changed.ok) return data(said("changed"));
  return "until" in changed ? tooMany(changed) : data(problem(changed.code), 400);
});

const said = (done: "ended" | "changed") => ({ done, code: null, until: null });
const problem = (code: string) => ({ done: null, code, until: null });

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The page's title, read by root. */
export const handle = { title: "identity:account.title" };

export default function Account() {
  const { name, email, hasPassword, memberships, sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(["identity", "signing", "notifications"]);
  const wrong = answer?.code ? fieldOf[answer.code] : undefined;
  return (
    <div className="pk-stack">
      <h1>{t("account.title")}</h1>
      <p className="pk-lead">
        {name}, {email}
      </p>
      {answer && "done" in answer && answer.done ? (
        <p className="ds-alert" data-color="success" role="status">
          {t(`account.${answer.done}`)}
        </p>
      ) : null}
      {answer?.code ? <Problem code={answer.code} until={answer.until} /> : null}
      <section className="pk-panel pk-stack" aria-labelledby="roles">
        <h2 id="roles">{t("account.roles")}</h2>
        <ul>
          {memberships.map(({ id, role, body }) => (
            <li key={id}>
              {t(`role.${role}`)}, {role === "participant" ? t("role.noBody") : body}
            </li>
          ))}
        </ul>
        {memberships.length > 1 ? (
          <p>
            <Link className="ds-button" data-variant="secondary" to="/valj-roll">
              {t("account.switchRole")}
            </Link>
          </p>
        ) : null}
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="sessions">
        <h2 id="sessions">{t("account.sessions")}</h2>
        <p className="pk-soft">{t("account.sessionsLead")}</p>
        <SessionList sessions={sessions} />
        <Form method="post" action="/logga-ut" reloadDocument>
          <button className="ds-button" data-variant="secondary" type="submit" name="overallt" value="1">
            {t("account.everywhere")}
          </button>
        </Form>
      </section>
      {memberships.some(({ role }) => role === "participant" || role === "employer") ? (
        <section className="pk-panel pk-stack" aria-labelledby="calendar">
          <h2 id="calendar">{t("signing:calendar.fromAccount")}</h2>
          <p>{t("signing:calendar.fromAccountLead")}</p>
          <p>
            <Link className="ds-button" data-variant="secondary" to="/konto/kalender">
              {t("signing:calendar.toCalendar")}
            </Link>
          </p>
        </section>
      ) : null}
      {memberships.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="reminders">
          <h2 id="reminders">{t("notifications:settings.fromAccount")}</h2>
          <p>{t("notifications:settings.fromAccountLead")}</p>
          <p>
            <Link className="ds-button" data-variant="secondary" to="/konto/paminnelser">
              {t("notifications:settings.toSettings")}
            </Link>
          </p>
        </section>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="password">
        <h2 id="password">{t("account.password")}</h2>
        {hasPassword ? (
          <Form method="post" className="pk-stack">
            <input type="hidden" name="gor" value="losenord" />
            <Input
              name="nuvarande"
              label={t("account.current")}
              type="password"
              autoComplete="current-password"
              wrong={wrong === "nuvarande"}
            />
            <Input
              name="nytt"
              label={t("account.fresh")}
              type="password"
              autoComplete="new-password"
              hint={t("account.freshHint", passwordLength)}
              minLength={passwordLength.min}
              wrong={wrong === "nytt"}
            />
            <Input
              name="igen"
              label={t("account.again")}
              type="password"
              autoComplete="new-password"
              wrong={wrong === "igen"}
            />
            <div className="pk-actions">
              <button className="ds-button" type="submit">
                {t("account.change")}
              </button>
            </div>
          </Form>
        ) : (
          <p>{t("account.byLink")}</p>
        )}
      </section>
    </div>
  );
}
