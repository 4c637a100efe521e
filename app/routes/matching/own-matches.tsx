import { Link, useLoaderData } from "@remix-run/react";
import { OwnMatchCard } from "#app/components/matching/own-match-card";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import { readMatchWindow } from "#app/domain/matching/match-window";
import { page, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { findOwnMatches, suggested } from "#app/services/matching/find-matches.server";

/** The participant's own suggestions, in plain words. */
export const loader = page(["participant"], async ({ actor, url }) => {
  const { page: asked } = readMatchWindow(url.searchParams, today());
  const { basis, matches, count, page: shown, pages, more } = unwrap(await findOwnMatches(actor, asked));
  const isCut = count === suggested;
  return { kinds: basis?.profile.kinds ?? null, matches, count, isCut, page: shown, pages, more };
});

/** The page's title, read by root. */
export const handle = { title: "matching:own.title" };

export default function OwnMatches() {
  const { kinds, matches, count, isCut, page: shown, pages, more } = useLoaderData<typeof loader>();
  const { t } = useTexts("matching");
  return (
    <div className="pk-stack">
      <h1>{t("own.title")}</h1>
      {kinds ? (
        <>
          <p className="pk-lead">{t("own.lead")}</p>
          {matches.length === 0 ? (
            <section className="pk-panel pk-stack">
              <h2>{t("own.emptyTitle")}</h2>
              <p>{t("own.emptyText")}</p>
            </section>
          ) : (
            <p className="pk-soft">{t("own.privacy")}</p>
          )}
          <section aria-label={t("own.title")}>
            {count > 0 ? (
              <div className="pk-counted">
                <h2>{t(isCut ? "page.countBest" : "page.count", { count })}</h2>
                {pages > 1 ? (
                  <p className="pk-soft">
                    {t("own.shown", { from: matches[0]?.rank, to: matches.at(-1)?.rank })}
                  </p>
                ) : null}
              </div>
            ) : null}
            {matches.map((match) => (
              <OwnMatchCard key={match.place.id} match={match} kinds={kinds} />
            ))}
          </section>
          <Pager page={shown} pages={pages} more={more} hrefOf={(to) => `/min-sida/platser?sida=${to}`} />
        </>
      ) : (
        <section className="pk-panel pk-stack">
          <h2>{t("own.incompleteTitle")}</h2>
          <p>{t("own.incompleteText")}</p>
        </section>
      )}
      <p>
        <Link className="pk-tap" to="/min-sida/arbetsprofil">
          {t("own.profileLink")}
        </Link>
      </p>
    </div>
  );
}
