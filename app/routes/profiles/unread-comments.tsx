import { useLoaderData } from "@remix-run/react";
import { commentList } from "#app/components/profiles/comment-rows";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { TodoSection } from "#app/components/proposals/todo-section";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { listUnreadComments } from "#app/services/profiles/unread-comments.server";

export const loader = page(["coordinator", "coach"], async ({ actor }) => ({
  ...unwrap(await listUnreadComments(actor, "page")),
  today: today(),
}));

/** The page's title, read by root. */
export const handle = { title: "todo:comments.page" };

/** Every comment that nobody has read, the oldest first; on the start page are the first few. */
export default function UnreadComments() {
  const { comments, today: day } = useLoaderData<typeof loader>();
  const { t } = useTexts(["todo", "kartlaggning"]);
  return (
    <div className="pk-stack">
      <PageTitle title={t("todo:comments.page")} />
      <HiddenRows count={comments.hidden} />
      {comments.total === 0 ? (
        <Note tone="calm">
          <p>{t("todo:comments.none")}</p>
        </Note>
      ) : null}
      {commentList(comments, day, t).map((list) => (
        <TodoSection key={list.name} {...list} all={null} first={false} />
      ))}
      {comments.total > comments.rows.length ? (
        <p>{t("todo:comments.later", { count: comments.total - comments.rows.length })}</p>
      ) : null}
    </div>
  );
}
