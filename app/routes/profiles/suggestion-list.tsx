import { Link, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { listOpenSuggestions } from "#app/services/profiles/read-suggestion.server";

export const loader = page(["coordinator"], async ({ actor }) => unwrap(await listOpenSuggestions(actor)));

/** The page's title, read by root. */
export const handle = { title: "plan:inbox.title" };

/** Workplaces that participants have found themselves, and that somebody has to do something about. */
export default function Suggestions() {
  const { rows, hidden } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("plan");
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/samordnare", text: t("shell:nav.todo") }]} here={t("inbox.crumb")} />
      <h1>{t("inbox.title")}</h1>
      <p className="pk-lead">{t("inbox.lead")}</p>
      {hidden > 0 ? (
        <Note>
          <p>{t("inbox.hidden", { count: hidden })}</p>
        </Note>
      ) : null}
      <section className="pk-panel pk-sec" aria-label={t("inbox.title")}>
        {rows.length === 0 ? <p className="pk-sec__head">{t("inbox.none")}</p> : null}
        <ul>
          {rows.map((row) => (
            <li className="pk-todo" key={row.id}>
              <p className="pk-todo__who">
                <Link to={`/samordnare/egna-forslag/${row.id}`} id={`f-${row.id}`}>
                  {t("suggestion.where", { workplace: row.workplace, place: row.place })}
                </Link>
                <br />
                {t("inbox.from", { reference: row.reference })}
              </p>
              <p className="pk-todo__why">
                <State tone={row.status === "sent" ? "info" : "neutral"}>
                  {t(`inbox.status.${row.status}`)}
                </State>{" "}
                {formatDate(i18n.language, row.createdAt)}
                {row.mayContact ? null : (
                  <>
                    <br />
                    {t("inbox.contactNo")}
                  </>
                )}
              </p>
              <Link
                className="ds-button"
                data-variant="secondary"
                to={`/samordnare/egna-forslag/${row.id}`}
                aria-describedby={`f-${row.id}`}
              >
                {t("inbox.open")}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
