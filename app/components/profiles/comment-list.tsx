import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

type Comment = {
  id: string;
  version: number;
  comment: string;
  commentedAt: Date;
  readAt: Date | null;
  readByName: string;
};

/**
 * What the participant has said about the work profile or a part of the kartläggning, the newest first, and who has read
 * it. `markAt` is where staff say that they have; without it nobody here does.
 */
export function CommentList({ comments, markAt }: { comments: readonly Comment[]; markAt?: string | null }) {
  const { t, i18n } = useTexts("profiles");
  const day = (moment: Date) => formatDate(i18n.language, moment);
  return (
    <ul className="pk-stack">
      {comments.map(({ id, version, comment, commentedAt, readAt, readByName }) => (
        <li key={id}>
          <p className="pk-lines">{comment}</p>
          <p className="pk-soft pk-small">{t("show.comment", { day: day(commentedAt), version })}</p>
          <p className="pk-small">
            {readAt ? t("comment.readBy", { name: readByName, day: day(readAt) }) : t("comment.unread")}
          </p>
          {readAt === null && markAt ? (
            <Form method="post" action={markAt}>
              <input type="hidden" name="kommentar" value={id} />
              <button
                className="ds-button"
                data-variant="secondary"
                type="submit"
                aria-describedby={`k-${id}`}
              >
                {t("comment.markRead")}
              </button>
              <span className="ds-sr-only" id={`k-${id}`}>
                {comment.slice(0, 60)}
              </span>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
