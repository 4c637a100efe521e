import { Link, useLoaderData } from "@remix-run/react";
import { AgreementCards } from "#app/components/agreements/agreement-cards";
import { WaitingCertificates } from "#app/components/agreements/waiting-certificates";
import { FeelingForm } from "#app/components/followups/feeling-form";
import { LaterEvents } from "#app/components/followups/later-events";
import { NextEventCard } from "#app/components/followups/next-event-card";
import { MyCoach, MyDocuments, NotComing, ThisWeek } from "#app/components/followups/own-panels";
import { PlanLinks } from "#app/components/profiles/plan/plan-links";
import { AskedCard } from "#app/components/proposals/asked-card";
import { Looks } from "#app/components/proposals/looks";
import { MyProposals } from "#app/components/proposals/my-proposals";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { nameBeside, type OwnDay } from "#app/domain/followups/own-day";
import type { Actor } from "#app/domain/identity/actor";
import { openStatuses } from "#app/domain/matching/proposal-status";
import { page } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { listMyCertificates } from "#app/services/agreements/own-certificate.server";
import { listOwnAgreements } from "#app/services/agreements/read-agreement.server";
import { readOwnDay } from "#app/services/followups/own-day.server";
import { readMyPage } from "#app/services/matching/read-my-page.server";
import { readContacts } from "#app/services/organisations/association-contact.server";

export const loader = page(["participant"], async ({ actor, url }) => {
  const asked = Number(url.searchParams.get("tittat"));
  const looksPage = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : null;
  const mine = await readMyPage(actor, looksPage);
  return {
    contact: mine.hasLeft ? ((await readContacts(actor, "")).own[0] ?? null) : null,
    name: actor.name,
    changed: url.searchParams.get("dagen") === "andrad",
    day: await ownDay(actor),
    looksPage,
    ...mine,
    agreements: await listOwnAgreements(actor),
    certificates: await listMyCertificates(actor),
  };
});

/** What is ahead; nothing for an account of which there is nobody to read any more. */
async function ownDay(actor: Actor): Promise<OwnDay> {
  const read = await readOwnDay(actor);
  if (read.ok) return read;
  return { today: today(), next: null, later: [], placements: [], coach: null, feelings: [] };
}

/** The page's title, read by root. */
export const handle = { title: "proposals:mine.title" };

/** The participant's own page, phone first: what waits for an answer, what happens next, who has looked. */
export default function MyPage() {
  const { name, proposals, hasLeft, agreements, certificates, contact, day, changed, ...seen } =
    useLoaderData<typeof loader>();
  const { t } = useTexts(["proposals", "today"]);
  const asked = proposals.filter(({ status }) => status === "asked_participant");
  const rest = proposals.filter((one) => !asked.includes(one));
  const open = rest.filter(({ status }) => openStatuses.includes(status) || status === "agreed");
  const ended = rest.filter((one) => !open.includes(one));
  const { next, later, placements, coach, feelings } = day;
  // What waits for a signature stands high; what only can be read stands with the other papers.
  const waits = agreements.some(({ toSign }) => toSign);
  const toApprove = certificates.filter(({ status }) => status === "asked");
  const cards = (
    <AgreementCards
      agreements={agreements}
      reader="participant"
      at={(id) => `/min-sida/overenskommelse?id=${id}`}
    />
  );
  return (
    <div className="pk-plan">
      <div className="pk-plan__head">
        <h1>{t("mine.hello", { name: name.split(" ")[0] })}</h1>
        <p className="pk-lead">{t("today:lead")}</p>
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
      </div>
      <div className="pk-plan__col">
        {next ? <NextEventCard next={next} today={day.today} /> : null}
        {next || hasLeft ? null : (
          <section className="pk-panel pk-stack" aria-labelledby="inget">
            <h2 id="inget">{t("today:nothing.title")}</h2>
            <p>{t("today:nothing.text")}</p>
          </section>
        )}
        <LaterEvents events={later} today={day.today} />
        {asked.map((proposal) => (
          <AskedCard key={proposal.id} proposal={proposal} />
        ))}
        {hasLeft ? null : (
          <FeelingForm
            today={feelings.find((one) => one.day === day.today)?.value ?? null}
            coach={coach?.name ?? null}
          />
        )}
        <WaitingCertificates certificates={toApprove} />
        {waits ? cards : null}
        {asked.length === 0 && !next && !waits && toApprove.length === 0 ? <p>{t("mine.nothing")}</p> : null}
        <MyProposals title={t("mine.onTheWay")} proposals={open} />
        <MyProposals title={t("mine.earlier")} proposals={ended} />
      </div>
      <div className="pk-plan__col">
        <NotComing placements={placements} today={day.today} changed={changed} />
        {placements.map((placement) => (
          <ThisWeek
            key={placement.agreementId}
            placement={placement}
            name={nameBeside(placement, placements)}
            today={day.today}
          />
        ))}
        {coach && !hasLeft ? <MyCoach coach={coach} /> : null}
        {waits ? null : cards}
        <MyDocuments agreements={agreements} certificates={certificates} />
        <PlanLinks hasLeft={hasLeft} />
        {(["find", "kartlaggning", "profile", "consents"] as const).map((key) => (
          <Way key={key} of={key} />
        ))}
        <Looks looks={seen.looks} today={day.today} page={seen.looksPage} more={seen.moreLooks} />
      </div>
    </div>
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
  const { t } = useTexts("proposals");
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
