import { Link, useLoaderData } from "@remix-run/react";
import { hoursText } from "#app/components/matching/hours-text";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readId } from "#app/domain/organisations/employer-id";
import { notFound, page, unwrap } from "#app/http/handler.server";
import { listFitting } from "#app/services/matching/slot-fits.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  return { id, ...unwrap(await listFitting(actor, id)) };
});

/** The page's title, read by root. */
export const handle = { title: "exceptions:fits.title" };

/** Who of those who wait would fit one placement: codes, the best first. */
export default function PlacementFits() {
  const { id, title, employerName, locality, fitting } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("exceptions");
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare", text: t("shell:nav.todo") },
          { to: `/samordnare/platser/${id}`, text: title },
        ]}
        here={t("fits.title")}
      />
      <PageTitle title={t("fits.title")} lead={`${title}, ${employerName}, ${locality}. ${t("fits.lead")}`} />
      {fitting.length === 0 ? (
        <p>{t("fits.none")}</p>
      ) : (
        <section className="pk-panel pk-sec">
          <ul>
            {fitting.map(({ reference, startHours, score, km }) => {
              const to = `/deltagare/${encodeURIComponent(reference)}`;
              return (
                <li key={reference} className="pk-todo">
                  <p className="pk-todo__who">
                    <Link to={to} id={`passar-${reference}`}>
                      {t("todo:who", { reference })}
                    </Link>
                    <br />
                    {t("fits.hours", { hours: hoursText(t, i18n.language, startHours) })}
                  </p>
                  <p className="pk-todo__why">
                    <strong>{t("fits.score", { score })}</strong> {t("fits.km", { km })}
                  </p>
                  <LinkButton to={`${to}/matchning`} aria-describedby={`passar-${reference}`}>
                    {t("fits.open")}
                  </LinkButton>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
