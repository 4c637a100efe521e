import { Form, Link, useLoaderData } from "@remix-run/react";
import { exceptionRow } from "#app/components/followups/exception-lists";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { snoozedThingSchema } from "#app/domain/followups/snooze";
import { homeOf, notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDay } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { listSnoozed } from "#app/services/followups/list-exceptions.server";
import { wake } from "#app/services/followups/snooze.server";

export const loader = page(["coordinator", "coach"], async ({ actor }) => ({
  ...unwrap(await listSnoozed(actor)),
  role: actor.role,
  userId: actor.userId,
  today: today(),
  home: homeOf(actor),
}));

/** `slag`, `vad`: shows it again at once. */
export const action = submit(["coordinator", "coach"], async ({ actor, form }) => {
  const thing = snoozedThingSchema.safeParse({ kind: form.get("slag"), subject: form.get("vad") });
  if (!thing.success) throw notFound();
  unwrap(await wake(actor, thing.data));
  return redirectWith("/samordnare/vilande", "woken");
});

/** The page's title, read by root. */
export const handle = { title: "exceptions:snoozed.title" };

/** What has been put off, by whom, why and until when. */
export default function Snoozed() {
  const { snoozed, role, userId, today: day, home } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("exceptions");
  const reader = { role, userId, today: day, language: i18n.language, t };
  return (
    <>
      <Crumbs steps={[{ to: home, text: t("shell:nav.todo") }]} here={t("snoozed.title")} />
      <PageTitle
        title={t("snoozed.title")}
        lead={t(role === "coordinator" ? "snoozed.leadAll" : "snoozed.leadOwn")}
      />
      {snoozed.rows.length === 0 ? (
        <p>{t("snoozed.none")}</p>
      ) : (
        <section className="pk-panel pk-sec">
          <ul>
            {snoozed.rows.map((row) => {
              const said = exceptionRow(row, reader);
              return (
                <li key={said.key} className="pk-todo">
                  <p className="pk-todo__who">
                    <Link to={said.whoTo} id={said.key}>
                      {said.who}
                    </Link>
                    <br />
                    {said.where}
                  </p>
                  <p className="pk-todo__why">
                    <strong>{t("snoozed.until", { day: formatDay(i18n.language, row.until) })}</strong>{" "}
                    {t("snoozed.by", { reason: row.reason, name: row.byName })}
                    <br />
                    {t(`todo:tile.${row.kind}`)}: {said.reason}
                  </p>
                  <Form method="post">
                    <input type="hidden" name="slag" value={row.kind} />
                    <input type="hidden" name="vad" value={row.subject} />
                    <button
                      className="ds-button"
                      data-variant="secondary"
                      type="submit"
                      aria-describedby={said.key}
                    >
                      {t("snoozed.now")}
                    </button>
                  </Form>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
