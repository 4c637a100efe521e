import { Link, useLoaderData } from "@remix-run/react";
import { markOf } from "#app/components/geo/mark";
import { PlacementMap } from "#app/components/geo/placement-map";
import { AdaptationList } from "#app/components/placements/adaptation-list";
import { DemandMeters } from "#app/components/placements/demand-meters";
import { FreeNow } from "#app/components/placements/free-slots";
import { FreshnessState } from "#app/components/placements/freshness-state";
import { TermsPanel } from "#app/components/placements/terms-panel";
import { TimeFacts } from "#app/components/placements/time-facts";
import { Crumbs } from "#app/components/ui/crumbs";
import { KindMark } from "#app/components/ui/kind-mark";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { freshnessOf } from "#app/domain/placements/freshness";
import { boundsAround } from "#app/domain/placements/view-bounds";
import { page, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { toWgs84 } from "#app/platform/projection.server";
import { readTerms } from "#app/services/placements/read-terms.server";
import { showPlacement } from "#app/services/placements/show-placement.server";

export const loader = page("public", async ({ actor, params }) => {
  const { placement } = unwrap(await showPlacement(actor, params.id));
  const { point, employerId: _employer, ...shown } = placement;
  return {
    placement: shown,
    terms: await readTerms(actor, placement),
    coordinates: toWgs84(point),
    freshness: freshnessOf(placement.lastConfirmedOn, today()),
    mayEdit: actor.role === "coordinator",
  };
});

/** The page's title, read by root. */
export const handle = { title: (data: { placement?: { title: string } }) => data.placement?.title };

export default function Placement() {
  const { placement, terms, coordinates, freshness, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTexts("placements");
  return (
    <>
      <Crumbs steps={[{ to: "/platser", text: t("show.back") }]} here={placement.title} />
      <PageTitle
        title={placement.title}
        lead={[...new Set([placement.employerName, placement.workplaceName])].join(", ")}
      >
        {mayEdit ? (
          <Link className="ds-button" data-variant="secondary" to={`/samordnare/platser/${placement.id}`}>
            {t("show.edit")}
          </Link>
        ) : null}
      </PageTitle>
      <p className="pk-row">
        <FreshnessState freshness={freshness} status={placement.status} />
        <FreeNow free={placement.freeSlots} capacity={placement.capacity} nextDay={placement.freeFrom} />
      </p>
      {placement.listed || placement.status === "in_review" ? null : (
        <Note tone="warn">
          <p>{t("show.notListed")}</p>
        </Note>
      )}
      <div className="pk-results__cols">
        <div className="pk-stack">
          <section className="pk-panel pk-stack" aria-labelledby="uppgifter">
            <h2 id="uppgifter">{t("show.what")}</h2>
            {placement.description ? <p className="pk-prose">{placement.description}</p> : null}
            <p>
              <span className="pk-label">{t("show.tasks")}</span>
              {placement.tasks.map((task) => t(`vocabulary:task.${task}`)).join(", ")}
            </p>
            {placement.purposes.length > 0 ? (
              <p>
                <span className="pk-label">{t("show.purposes")}</span>
                {placement.purposes.map((purpose) => t(`vocabulary:purpose.${purpose}`)).join(", ")}
              </p>
            ) : null}
          </section>
          <section className="pk-panel pk-stack" aria-labelledby="krav">
            <h2 id="krav">{t("show.demands")}</h2>
            <p className="pk-soft">{t("show.demandsLead")}</p>
            <DemandMeters levels={placement.demands} />
          </section>
          <section className="pk-panel pk-stack" aria-labelledby="anpassningar">
            <h2 id="anpassningar">{t("show.adaptations")}</h2>
            {placement.adaptations.length > 0 ? (
              <AdaptationList adaptations={placement.adaptations} />
            ) : (
              <p>{t(mayEdit ? "show.noAdaptationsStaff" : "show.noAdaptations")}</p>
            )}
          </section>
          {placement.otherRequirements.length > 0 ? (
            <section className="pk-panel pk-stack" aria-labelledby="ovrigt">
              <h2 id="ovrigt">{t("show.requirements")}</h2>
              <ul className="pk-list">
                {placement.otherRequirements.map((requirement) => (
                  <li key={requirement}>{t(`vocabulary:requirement.${requirement}`)}</li>
                ))}
              </ul>
            </section>
          ) : null}
          <section className="pk-panel pk-stack" aria-labelledby="typ">
            <h2 id="typ">{t("show.kinds")}</h2>
            <dl className="pk-kinds">
              {placement.kinds.map((kind) => (
                <div key={kind} data-kind={markOf(kind)}>
                  <dt className="pk-row">
                    <KindMark kind={kind} size="sm" />
                    <span className="pk-kindname">{t(`vocabulary:kind.${kind}`)}</span>
                  </dt>
                  <dd>{t(`vocabulary:kindExplained.${kind}`)}</dd>
                </div>
              ))}
            </dl>
            <p className="pk-soft pk-small">{t("show.kindSay")}</p>
          </section>
        </div>
        <div className="pk-stack">
          <section className="pk-panel pk-stack" aria-labelledby="tider">
            <h2 id="tider">{t("show.facts")}</h2>
            <TimeFacts placement={placement} />
          </section>
          {terms ? <TermsPanel terms={terms} /> : null}
          <section className="pk-stack" aria-labelledby="var">
            <h2 id="var">{t("show.where")}</h2>
            <p>{[...new Set([placement.address, placement.locality, placement.municipality])].join(", ")}</p>
            <PlacementMap
              label={t("show.mapLabel")}
              markers={[
                {
                  id: placement.id,
                  ...coordinates,
                  kinds: placement.kinds,
                  title: placement.title,
                  locality: placement.locality,
                  employer: placement.employerName,
                },
              ]}
              bounds={boundsAround({ point: coordinates, km: 6 }, [])}
              selectedId={placement.id}
              legend={false}
              aspectRatio={1.4}
            />
          </section>
          <Note>
            <p>
              <strong>{t("show.vacancyTitle")}</strong>
            </p>
            <p>{t("show.vacancy")}</p>
          </Note>
          <Note tone="calm">
            <p>
              <strong>{t("show.contactTitle")}</strong>
            </p>
            <p>{t("show.contact")}</p>
            <p>
              <Link to="/kontakt">{t("show.contactLink")}</Link>
            </p>
          </Note>
        </div>
      </div>
    </>
  );
}
