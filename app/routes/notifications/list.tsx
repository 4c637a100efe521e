import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { ReminderRow } from "#app/components/notifications/reminder-row";
import { PageTitle } from "#app/components/ui/page-title";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import { roles } from "#app/domain/identity/actor";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import {
  finishReminder,
  listNotifications,
  readAllNotifications,
  readNotification,
} from "#app/services/notifications/list-notifications.server";

export const loader = page(roles, async ({ actor, url }) => {
  const asked = Number(url.searchParams.get("sida"));
  const number = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1;
  const { rows, unread, hasMore } = unwrap(await listNotifications(actor, number));
  return { rows, unread, hasMore, number };
});

/** `gor`: `oppna`, `last` or `klart` with `id`; `alla-lasta`. */
export const action = submit(roles, async ({ actor, form }) => {
  const id = String(form.get("id") ?? "");
  switch (form.get("gor")) {
    case "oppna":
      return redirect(unwrap(await readNotification(actor, id)).page, 303);
    case "last":
      unwrap(await readNotification(actor, id));
      return redirect("/paminnelser", 303);
    case "klart":
      unwrap(await finishReminder(actor, id));
      return redirectWith("/paminnelser", "reminder_done");
    case "alla-lasta":
      unwrap(await readAllNotifications(actor));
      return redirect("/paminnelser", 303);
    default:
      throw notFound();
  }
});

/** The page's title, read by root. */
export const handle = { title: "notifications:list.title" };

/** What somebody is reminded of, in the role of the moment. */
export default function Reminders() {
  const { rows, unread, hasMore, number } = useLoaderData<typeof loader>();
  const { t } = useTexts("notifications");
  return (
    <div className="pk-stack">
      <PageTitle title={t("list.title")} lead={t(rows.length > 0 ? "list.lead" : "list.none")} />
      {unread > 0 ? (
        <Form method="post" className="pk-row">
          <span>{t("list.unreadCount", { count: unread })}</span>
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="alla-lasta">
            {t("list.allRead")}
          </button>
        </Form>
      ) : null}
      {rows.length > 0 ? (
        <ul className="pk-plainlist pk-stack">
          {rows.map((row) => (
            <ReminderRow key={row.id} row={row} />
          ))}
        </ul>
      ) : null}
      <Pager page={number} pages={null} more={hasMore} hrefOf={(to) => `/paminnelser?sida=${to}`} />
      <p>
        <Link to="/konto/paminnelser">{t("list.settings")}</Link>
      </p>
    </div>
  );
}
