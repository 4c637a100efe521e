import { useLoaderData } from "@remix-run/react";
import { MeetingRows } from "#app/components/profiles/meeting/meeting-rows";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { listMeetings } from "#app/services/profiles/read-meeting.server";

export const loader = page(["coordinator"], async ({ actor }) => unwrap(await listMeetings(actor)));

/** The page's title, read by root. */
export const handle = { title: "referrals:meeting.title" };

/** Case meetings to come, and those that have been. */
export default function Meetings() {
  const { coming, past } = useLoaderData<typeof loader>();
  const { t } = useTexts("referrals");
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/remisser", text: t("show.crumb") }]} here={t("meeting.title")} />
      <PageTitle title={t("meeting.title")} lead={t("meeting.lead")}>
        <LinkButton to="/arendemoten/ny" primary>
          {t("meeting.new")}
        </LinkButton>
      </PageTitle>
      <section className="pk-panel pk-stack" aria-labelledby="kommande">
        <h2 id="kommande">{t("meeting.coming")}</h2>
        {coming.length === 0 ? <p>{t("meeting.none")}</p> : <MeetingRows meetings={coming} />}
      </section>
      {past.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="varit">
          <h2 id="varit">{t("meeting.past")}</h2>
          <MeetingRows meetings={past} />
        </section>
      ) : null}
    </div>
  );
}
