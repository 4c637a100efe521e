import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { makeFeed, readFeed, revokeFeed } from "#app/services/agreements/calendar-feed.server";

export const loader = page(["participant", "employer"], async ({ actor }) => {
  const { since } = unwrap(await readFeed(actor));
  return { since };
});

/** `gor`: `skapa` or `stang`. The address is in this one answer and nowhere else. */
export const action = submit(["participant", "employer"], async ({ actor, form }) => {
  if (form.get("gor") === "stang") {
    unwrap(await revokeFeed(actor));
    return { url: null, revoked: true };
  }
  const { url } = unwrap(await makeFeed(actor));
  return { url, revoked: false };
});

/** The page's title, read by root. */
export const handle = { title: "signing:calendar.title" };

/** A private calendar address: what it shows, made once, and closed at any time. */
export default function OwnCalendar() {
  const { since } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("signing");
  return (
    <div className="pk-stack">
      <PageTitle title={t("calendar.title")} lead={t("calendar.lead")} />
      {answer?.revoked ? (
        <Note tone="ok" role="status">
          <p>{t("calendar.revoked")}</p>
        </Note>
      ) : null}
      {answer?.url ? (
        <section className="pk-panel pk-stack" aria-labelledby="adress">
          <h2 id="adress">{t("calendar.url")}</h2>
          <p className="pk-hash">{answer.url}</p>
          <Note tone="warn" role="status">
            <p>{t("calendar.once")}</p>
          </Note>
          <p>{t("calendar.how")}</p>
        </section>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="ser">
        <h2 id="ser">{t("calendar.sees")}</h2>
        <ul className="pk-plain">
          <li>{t("calendar.seesList.place")}</li>
          <li>{t("calendar.seesList.times")}</li>
        </ul>
        <p>{t("calendar.seesNot")}</p>
      </section>
      <Form method="post" className="pk-panel pk-stack">
        <p>
          {since ? t("calendar.since", { day: formatDate(i18n.language, since) }) : t("calendar.none")}{" "}
          {since ? t("calendar.againText") : null}
        </p>
        <p className="pk-row">
          <button className="ds-button" type="submit" name="gor" value="skapa">
            {since ? t("calendar.again") : t("calendar.make")}
          </button>
          {since ? (
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="stang">
              {t("calendar.revoke")}
            </button>
          ) : null}
        </p>
      </Form>
    </div>
  );
}
