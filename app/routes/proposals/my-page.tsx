import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AgreementCards } from "#app/components/agreements/agreement-cards";
import { NextEvent } from "#app/components/profiles/plan/next-event";
import { PlanLinks } from "#app/components/profiles/plan/plan-links";
import { AskedCard } from "#app/components/proposals/asked-card";
import { Looks } from "#app/components/proposals/looks";
import { MyProposals } from "#app/components/proposals/my-proposals";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import type { Actor } from "#app/domain/identity/actor";
import { openStatuses } from "#app/domain/matching/proposal-status";
import { page } from "#app/http/handler.server";
import { formatMoment } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { listOwnAgreements } from "#app/services/agreements/read-agreement.server";
import { readMyPage } from "#app/services/matching/read-my-page.server";
import { readContacts } from "#app/services/organisations/association-contact.server";
import { readOwnNext } from "#app/services/profiles/read-plan.server";

export const loader = page(["participant"], async ({ actor, url }) => {
  const asked = Number(url.searchParams.get("tittat"));
  const looksPage = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : null;
  const mine = await readMyPage(actor, looksPage);
  return {
    contact: mine.hasLeft ? ((await readContacts(actor, "")).own[0] ?? null) : null,
    name: actor.name,
    today: today(),
    next: await nextActivity(actor),
    looksPage,
    ...mine,
    agreements: await listOwnAgreements(actor),
  };
});

/** What comes next when that is an activity of the plan: a booked visit has its own card. */
async function nextActivity(actor: Actor) {
  const read = await readOwnNext(actor);
  return read.ok && read.next?.kind === "activity" ? read.next : null;
}

/** The page's title, read by root. */
export const handle = { title: "proposals:mine.title" };

/** The participant's own page, phone first: what waits for an answer, what happens next, who has looked. */
export default function MyPage() {
  const { name, proposals, hasLeft, agreements, contact, ...seen } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("proposals");
  const asked = proposals.filter(({ status }) => status === "asked_participant");
  // The nearest first.
  const visits = proposals
    .filter(({ status }) => status === "visit_booked")
    .sort((a, b) => (a.visitAt ?? "").localeCompare(b.visitAt ?? ""));
  const rest = proposals.filter((one) => !asked.includes(one) && !visits.includes(one));
  const open = rest.filter(({ status }) => openStatuses.includes(status) || status === "agreed");
  const ended = rest.filter((one) => !open.includes(one));
  return (
    <>
      <PageTitle title={t("mine.title")} lead={t("mine.hello", { name })} />
      {hasLeft ? (
        <Note>
          <h2 className="pk-h3">{t("mine.ended")}</h2>
          <p>{t("mine.endedLead")}</p>
          {contact?.contact?.phone ? (
            <p>{t("mine.endedCall", { name: contact.name, phone: contact.contact.phone })}</p>
          ) : null}
          <p>
            <Link to="/kontakt">{t("mine.endedContact")}</Link>
          </p>
        </Note>
      ) : null}
      <div className="pk-plan">
        <div className="pk-plan__col">
          {seen.next ? <NextEvent next={seen.next} today={seen.today} /> : null}
          {visits.map((visit) => (
            <section className="pk-panel pk-next" key={visit.id} aria-labelledby={`besok-${visit.id}`}>
              <div className="pk-next__when">
                <p className="pk-label">{t("mine.nextVisit")}</p>
                <h2 id={`besok-${visit.id}`}>
                  {visit.visitAt ? formatMoment(i18n.language, visit.visitAt) : visit.title}
                </h2>
                <p>{visit.visitPlace}</p>
              </div>
              <div className="pk-part">
                <p>{t("mine.visitLead", { employer: visit.employerName })}</p>
              </div>
            </section>
          ))}
          <AgreementCards
            agreements={agreements}
            reader="participant"
            at={(id) => `/min-sida/overenskommelse?id=${id}`}
          />
          {asked.map((proposal) => (
            <AskedCard key={proposal.id} proposal={proposal} />
          ))}
          {asked.length + visits.length === 0 ? <p>{t("mine.nothing")}</p> : null}
          <MyProposals title={t("mine.onTheWay")} proposals={open} />
          <MyProposals title={t("mine.earlier")} proposals={ended} />
        </div>
        <div className="pk-plan__col">
          <PlanLinks hasLeft={hasLeft} />
          {(["find", "kartlaggning", "profile", "consents"] as const).map((key) => (
            <Way key={key} of={key} />
          ))}
          <Looks looks={seen.looks} today={seen.today} page={seen.looksPage} more={seen.moreLooks} />
        </div>
      </div>
    </>
  );
}

const ways = {
  find: { to: "/min-sida/platser", title: "find", lead: "findLead", action: "find" },
  kartlaggning: {
    to: "/min-sida/kartlaggning",
    title: "kartlaggning",
    lead: "kartlaggningLead",
    action: "readKartlaggning",
  },
  profile: { to: "/min-sida/arbetsprofil", title: "profile", lead: "profileLead", action: "readProfile" },
  consents: { to: "/min-sida/samtycken", title: "consents", lead: "consentsLead", action: "readConsents" },
} as const;

function Way({ of }: { of: keyof typeof ways }) {
  const { t } = useTranslation("proposals");
  const { to, title, lead, action } = ways[of];
  return (
    <section className="pk-panel pk-stack">
      <h2>{t(`mine.${title}`)}</h2>
      <p>{t(`mine.${lead}`)}</p>
      <LinkButton to={to} className="pk-big" primary={of === "find"}>
        {t(`mine.${action}`)}
      </LinkButton>
    </section>
  );
}
