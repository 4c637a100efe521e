import { useLoaderData } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { readMailbox } from "#app/services/notifications/read-mailbox.server";

/** The mails that a developer's start wrote instead of sending. */
export const loader = page("public", async () => ({ mails: unwrap(await readMailbox()).mails }));

/** The page's title, read by root. */
export const handle = { title: "identity:mailbox.title" };

export default function DevMail() {
  const { mails } = useLoaderData<typeof loader>();
  const { t } = useTexts("identity");
  return (
    <div className="pk-stack">
      <h1>{t("mailbox.title")}</h1>
      <p className="pk-lead">{t("mailbox.lead")}</p>
      {mails.length === 0 ? <p>{t("mailbox.empty")}</p> : null}
      {mails.map(({ file, to, subject, date, text }) => (
        <article className="pk-panel pk-stack" key={file} aria-labelledby={file}>
          <h2 id={file}>{subject}</h2>
          <p className="pk-soft pk-small">
            {t("mailbox.to", { to })}, {date}
          </p>
          {text.split(/\r?\n\r?\n/).map((paragraph) => (
            <p className="pk-lines" key={paragraph}>
              {/^https?:\/\/\S+$/.test(paragraph) ? <a href={paragraph}>{paragraph}</a> : paragraph}
            </p>
          ))}
        </article>
      ))}
    </div>
  );
}
