import { addressOfComment } from "#app/domain/profiles/unread-comment";
import { redirectWith, submit, unwrap } from "#app/http/handler.server";
import { markCommentRead } from "#app/services/profiles/unread-comments.server";

/** Staff say that they have read what the participant wrote; the page with the comment answers. */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const { referens = "" } = params;
  const { part } = unwrap(await markCommentRead(actor, referens, String(form.get("kommentar") ?? "")));
  return redirectWith(addressOfComment(referens, part), "comment_read");
});
