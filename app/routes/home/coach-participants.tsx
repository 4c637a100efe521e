import { Form, Link, useLoaderData } from "@remix-run/react";
import { CodeField } from "#app/components/profiles/code-field";
import { NextStepList } from "#app/components/profiles/next-step-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { followedWhose, inOrder, parseFollowedSearch } from "#app/domain/profiles/next-step";
import { page, unwrap } from "#app/http/handler.server";
import { listFollowed } from "#app/services/profiles/list-followed.server";

/** `vilka` and `sok`: domain/profiles/next-step. */
export const loader = page(["coach"], async ({ actor, url }) => {
  const search = parseFollowedSearch(url.searchParams);
  return { search, ...unwrap(await listFollowed(actor, search)) };
});

/** The page's title, read by root. */
export const handle = { title: "start:coach.nextTitle" };

/** What is next for each participant, one's own or everybody's: who has nothing ahead first. */
export default function CoachParticipants() {
  const { search, rows, total } = useLoaderData<typeof loader>();
  const { t } = useTexts("start");
  const parts = inOrder(rows);
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/coach", text: t("coach.title") }]} here={t("coach.nextTitle")} />
      <PageTitle title={t("coach.nextTitle")} lead={t("coach.nextLead")} />
      <nav className="pk-row" aria-label={t("coach.whose")}>
        {followedWhose.map((whose) => {
          const isHere = search.reference === null && search.whose === whose;
          const text = t(`coach.whoseAre.${whose}`);
          return (
            <Link
              key={whose}
              className="pk-tap"
              to={whose === "mine" ? "/coach/deltagare" : "/coach/deltagare?vilka=alla"}
              aria-current={isHere ? "page" : undefined}
            >
              {isHere ? <b>{text}</b> : text}
            </Link>
          );
        })}
      </nav>
      <Form method="get" className="pk-panel pk-search" role="search" key={search.reference}>
        <CodeField id="sok" label={t("coach.search")} code={search.reference} />
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("coach.searchButton")}
        </button>
      </Form>
      {rows.length === 0 ? (
        <Note tone="calm">
          <p>{t(search.reference !== null ? "coach.notFound" : "coach.mineNone")}</p>
        </Note>
      ) : null}
      {(["mine", "without", "others"] as const).map((name) => (
        <NextStepList
          key={name}
          id={name}
          title={t(`coach.${name}`)}
          text={t(`coach.${name}Text`)}
          rows={parts[name]}
        />
      ))}
      {total > rows.length ? <p>{t("coach.more", { shown: rows.length, total })}</p> : null}
      <p>
        <Link className="pk-tap" to="/deltagare">
          {t("coach.all")}
        </Link>
      </p>
    </div>
  );
}
