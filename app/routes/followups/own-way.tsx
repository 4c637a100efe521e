import { useLoaderData } from "@remix-run/react";
import { ListenPart } from "#app/components/followups/listen-part";
import { CallPair, RouteSteps } from "#app/components/followups/next-event-card";
import { PlacementMap } from "#app/components/geo/placement-map";
import { Crumbs } from "#app/components/ui/crumbs";
import { Icon } from "#app/components/ui/icon";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { boundsAround } from "#app/domain/placements/view-bounds";
import { stepsThere } from "#app/domain/profiles/plan-timeline";
import { notFound, page, unwrap } from "#app/http/handler.server";
import { readOwnDay } from "#app/services/followups/own-day.server";
import { readOwnWay } from "#app/services/followups/way-there.server";

/** `id` names one of several agreements; without it, the first in force. */
export const loader = page(["participant"], async ({ actor, url }) => {
  const id = url.searchParams.get("id") ?? unwrap(await readOwnDay(actor)).placements[0]?.agreementId ?? null;
  if (id === null) return { way: null };
  if (id === "") throw notFound();
  return { way: unwrap(await readOwnWay(actor, id)) };
});

/** The page's title, read by root. */
export const handle = { title: "today:way.title" };

/** How to get to the workplace: step by step, on the map, and in the phone's own map without a word about anybody. */
export default function OwnWay() {
  const { way: read } = useLoaderData<typeof loader>();
  const { t } = useTexts(["today", "plan"]);
  const crumbs = <Crumbs steps={[{ to: "/min-sida", text: t("title") }]} here={t("way.title")} />;
  if (!read) {
    return (
      <div className="pk-stack">
        {crumbs}
        <PageTitle title={t("way.title")} lead={t("way.none")} />
        <p>
          <LinkButton className="pk-big" to="/min-sida">
            {t("pause.back")}
          </LinkButton>
        </p>
      </div>
    );
  }
  const { workplace, address, kind, supervisor, way, point } = read;
  return (
    <div className="pk-plan">
      <div className="pk-plan__head pk-stack">
        {crumbs}
        <PageTitle title={t("way.title")} lead={t("way.lead", { workplace })} />
      </div>
      <div className="pk-plan__col">
        <section className="pk-panel pk-stack" aria-labelledby="steg">
          <div className="pk-part__head">
            <h2 id="steg">{workplace}</h2>
            <ListenPart what={workplace} />
          </div>
          <p>{address}</p>
          <RouteSteps steps={stepsThere(way.steps)} none={t("plan:own.missing.wayThere")} />
          {way.bring ? (
            <p>
              <strong>{t("plan:own.bring")}</strong> {way.bring}
            </p>
          ) : null}
        </section>
        <section className="pk-panel pk-stack" aria-labelledby="vem">
          <h2 id="vem">{t("next.askFor", { name: supervisor.name })}</h2>
          <p>
            {t("next.supervisor", { name: supervisor.name })} {way.recognise}
          </p>
          <CallPair phone={supervisor.phone} />
        </section>
      </div>
      <div className="pk-plan__col">
        {point ? (
          <>
            <PlacementMap
              label={t("way.map", { workplace })}
              markers={[{ id: 1, ...point, kinds: [kind], title: workplace }]}
              bounds={boundsAround({ point, km: 3 }, [])}
              selectedId={1}
              legend={false}
              aspectRatio={1.2}
            />
            <section className="pk-panel pk-stack" aria-label={t("way.title")}>
              <a className="ds-button pk-big" href={geoLink(point)}>
                <Icon name="compass" />
                {t("way.app")}
              </a>
              <a
                className="ds-button pk-big"
                data-variant="secondary"
                href={plannerLink(point)}
                rel="noreferrer noopener"
                target="_blank"
              >
                {t("way.planner")}
              </a>
              <p className="pk-soft">{t("way.privacy")}</p>
            </section>
          </>
        ) : (
          <p>{t("way.noPoint", { name: supervisor.name })}</p>
        )}
      </div>
    </div>
  );
}

type At = { lat: number; lon: number };
const digits = ({ lat, lon }: At) => `${lat.toFixed(5)},${lon.toFixed(5)}`;

/** Opens whatever map the phone has: only where the workplace lies. */
function geoLink(at: At): string {
  return `geo:${digits(at)}?q=${digits(at)}`;
}

function plannerLink(at: At): string {
  return `https://www.openstreetmap.org/directions?to=${encodeURIComponent(digits(at))}`;
}
