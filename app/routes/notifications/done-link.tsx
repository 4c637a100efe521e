import { data, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { notFound, page, submit } from "#app/http/handler.server";
import { finishLinkedReminder, readLinkedReminder } from "#app/services/notifications/linked-reminder.server";

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params }) => {
  const read = await readLinkedReminder(params.token ?? "");
  if (!read.ok) return data({ reminder: null }, 404);
  const { kind, number, isDone } = read;
  return data({ reminder: { kind, number, isDone } });
});

export const action = submit("public", async ({ params }) => {
  const token = params.token ?? "";
  if (!(await finishLinkedReminder(token)).ok) throw notFound();
  return redirect(`/paminnelse/${encodeURIComponent(token)}`, 303);
});

/** The page's title, read by root. */
export const handle = { title: "notifications:link.title" };

/** Somebody says, by a link in a mail, that what they were reminded of is done. */
export default function DoneLink() {
  const { reminder } = useLoaderData<typeof loader>();
  const { t } = useTexts("notifications");
  if (!reminder) return <PageTitle title={t("link.unknown")} lead={t("link.unknownText")} />;
  const { kind, number, isDone } = reminder;
  const about = number === null ? t("link.aboutNeutral") : t("link.about", { number });
  return (
    <div className="pk-stack">
      <PageTitle title={t("link.title")} lead={`${about} ${t(`link.kind.${kind}`)}`} />
      {isDone ? (
        <Note tone="ok" role="status">
          <p>
            <strong>{t("link.thanks")}</strong> {t("link.undoText")}
          </p>
        </Note>
      ) : (
        <Form method="post" className="pk-panel pk-stack">
          <p>{t("link.text")}</p>
          <p>
            <button className="ds-button pk-big" type="submit">
              {t("link.done")}
            </button>
          </p>
        </Form>
      )}
    </div>
  );
}
