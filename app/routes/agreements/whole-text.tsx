import { useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { EventsPanel } from "#app/components/agreements/aside-panels";
import { PlainSummary } from "#app/components/agreements/plain-summary";
import { WholeText } from "#app/components/agreements/whole-text";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { readText } from "#app/services/agreements/read-text.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) =>
  unwrap(await readText(actor, params.id ?? "")),
);

/** The page's title, read by root. */
export const handle = { title: "agreements:show.text" };

/** Staff: an agreement in short, its whole text, and what has happened with it. */
export default function AgreementText() {
  const { agreement, shown, events } = useLoaderData<typeof loader>();
  const { t } = useTexts("agreements");
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={agreement.id} number={agreement.number} here={t("show.text")} />
      <PageTitle title={t("show.text")} lead={shown.content.title} />
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <PlainSummary agreement={agreement} version={shown} />
          <WholeText agreement={agreement} version={shown} />
        </div>
        <aside className="pk-stack" aria-label={t("show.history")}>
          <EventsPanel events={events} />
        </aside>
      </div>
    </div>
  );
}
