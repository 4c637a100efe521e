import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CommentList } from "#app/components/profiles/comment-list";
import { EndCase } from "#app/components/profiles/end-case";
import { InvitationPanel } from "#app/components/profiles/invitation-panel";
import { ProfileStatus } from "#app/components/profiles/profile-status";
import { ReferralPanel } from "#app/components/profiles/referral-panel";
import { ReopenParticipant } from "#app/components/profiles/reopen-participant";
import { VersionHistory } from "#app/components/profiles/version-history";
import { Crumbs } from "#app/components/ui/crumbs";
import { JumpLinks } from "#app/components/ui/jump-links";
import { useTexts } from "#app/components/ui/use-texts";
import { endFormSchema } from "#app/domain/profiles/closing";
import { reopenFormSchema } from "#app/domain/profiles/reopening";
import { completeProfile, missingParts } from "#app/domain/profiles/work-profile-draft";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { endCase } from "#app/services/profiles/end-case.server";
import { inviteParticipant } from "#app/services/profiles/invite-participant.server";
import { dropPlannedEnd, reopenParticipant } from "#app/services/profiles/reopen-participant.server";
import { showParticipant } from "#app/services/profiles/show-participant.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => ({
  ...unwrap(await showParticipant(actor, params.referens ?? "")),
  mayChange: actor.role === "coordinator",
}));

/** Ends the case, takes a planned end away, opens it again, or invites the person to sign in. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const { referens = "" } = params;
  const here = `/deltagare/${encodeURIComponent(referens)}`;
  if (form.get("gor") === "avsluta") {
    const asked = parseWithZod(form, { schema: endFormSchema });
    if (asked.status !== "success") return data({ ending: asked.reply(), open: [] }, 400);
    const ended = await endCase(actor, referens, asked.value.outcome);
    if (!ended.ok && "open" in ended) return data({ ending: asked.reply(), open: ended.open }, 409);
    unwrap(ended);
    return redirectWith(here, "participant_closed");
  }
  if (form.get("gor") === "bjud-in") {
    const invited = await inviteParticipant(actor, referens);
    if (!invited.ok && invited.code === "not_found") unwrap(invited);
    return redirectWith(here, invited.ok ? "participant_invited" : "cannot_be_invited");
  }
  if (form.get("gor") === "slutar-inte") {
    unwrap(await dropPlannedEnd(actor, referens));
    return redirectWith(here, "saved");
  }
  const submission = parseWithZod(form, { schema: reopenFormSchema });
  if (submission.status !== "success") return data({ reopening: submission.reply() }, 400);
  unwrap(await reopenParticipant(actor, referens, submission.value.reason));
  return redirectWith(here, "participant_reopened");
});

/** The page's title, read by root. */
export const handle = { title: "profiles:show.title" };

export default function ShowParticipant() {
  const {
    participant,
    hasLeft,
    profile,
    olderVersions,
    comments,
    consent,
    invitation,
    mayMarkRead,
    mayChange,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("profiles");
  const at = `/deltagare/${encodeURIComponent(participant.reference)}`;
  const day = (moment: string | Date) => formatDate(i18n.language, moment);
  const missing = profile ? missingParts(profile.draft) : [];
  const canMatch = profile !== null && completeProfile(profile.draft) !== null;
  const isProtected = participant.protectedIdentity !== "none";
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/deltagare", text: t("list.title") }]} here={participant.reference} />
      <div className="pk-title">
        <div>
          <h1>{t("show.title", { reference: participant.reference })}</h1>
          <p className="pk-soft">{t("show.lead")}</p>
        </div>
        {mayChange ? (
          <Link className="ds-button" data-variant="secondary" to={`${at}/andra`}>
            {t("show.change")}
          </Link>
        ) : null}
      </div>
      {isProtected ? (
        <p className="pk-note" data-tone="warn">
          {t("show.protected")}
        </p>
      ) : null}
      {participant.closedOn ? (
        <p className="pk-note">
          {t(hasLeft ? "show.closed" : "show.closes", { day: day(participant.closedOn) })}
        </p>
      ) : null}
      {participant.closedOn && !hasLeft && mayChange ? (
        <Form method="post">
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="slutar-inte">
            {t("show.dropEnd")}
          </button>
        </Form>
      ) : null}
      {hasLeft && mayChange ? (
        <ReopenParticipant lastResult={answer && "reopening" in answer ? answer.reopening : null} />
      ) : null}
      <JumpLinks
        to={[
          comments.length > 0 ? ["egna-ord", t("show.comments")] : null,
          ["plan", t("plan:staff.crumb")],
          ["kartlaggning", t("show.kartlaggning")],
          ["samtycke", t("show.consent")],
          ["forslag", t("list.proposals")],
          ["uppgifter", t("show.facts")],
        ]}
      />
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <section className="pk-panel pk-stack" aria-labelledby="arbetsprofil">
            <div className="pk-panel__head">
              <h2 id="arbetsprofil">{t("show.profile")}</h2>
              <ProfileStatus status={profile?.status ?? "none"} />
            </div>
            <p>{t(`statusHint.${profile?.status ?? "none"}`)}</p>
            {profile && missing.length > 0 ? (
              <p>
                {t("show.missing", {
                  parts: missing.map((part) => t(`part.${part}`).toLowerCase()).join(", "),
                })}
              </p>
            ) : null}
            {profile ? (
              <p className="pk-soft">
                {profile.updatedByName
                  ? t("show.saved", {
                      version: profile.version,
                      day: day(profile.updatedAt),
                      name: profile.updatedByName,
                    })
                  : t("show.savedBy", { version: profile.version, day: day(profile.updatedAt) })}{" "}
                {profile.confirmedAt ? t("show.confirmed", { day: day(profile.confirmedAt) }) : null}
              </p>
            ) : null}
            <div className="pk-actions">
              {canMatch && mayChange && !hasLeft ? (
                <Link className="ds-button" to={`${at}/matchning`}>
                  {t("show.match")}
                </Link>
              ) : null}
              <Link
                className="ds-button"
                data-variant={canMatch || !mayChange ? "secondary" : undefined}
                to={`${at}/arbetsprofil`}
              >
                {t(profileLink(mayChange, profile !== null, missing.length === 0))}
              </Link>
            </div>
            {canMatch || !mayChange ? null : <p className="pk-soft">{t("show.needProfile")}</p>}
          </section>
          {comments.length > 0 ? (
            <section className="pk-panel pk-stack" aria-labelledby="egna-ord">
              <h2 id="egna-ord">{t("show.comments")}</h2>
              <CommentList comments={comments} markAt={mayMarkRead ? `${at}/kommentar` : null} />
            </section>
          ) : null}
          <ReferralPanel referral={participant.referral} />
          <VersionHistory versions={olderVersions} />
          {!hasLeft && mayChange ? (
            <EndCase
              lastResult={answer && "ending" in answer ? answer.ending : null}
              open={answer && "open" in answer ? answer.open : []}
            />
          ) : null}
        </div>
        <aside className="pk-stack" aria-label={t("show.next")}>
          <section className="pk-panel pk-stack" aria-labelledby="plan">
            <h2 id="plan">{t("plan:staff.crumb")}</h2>
            <p>{t("plan:staff.openLead")}</p>
            <Link className="ds-button" data-variant="secondary" to={`${at}/plan`}>
              {t("plan:staff.open")}
            </Link>
          </section>
          <section className="pk-panel pk-stack" aria-labelledby="kartlaggning">
            <h2 id="kartlaggning">{t("show.kartlaggning")}</h2>
            <p>{t("show.kartlaggningLead")}</p>
            <Link className="ds-button" data-variant="secondary" to={`${at}/kartlaggning`}>
              {t("show.toKartlaggning")}
            </Link>
          </section>
          <section className="pk-panel pk-stack" aria-labelledby="samtycke">
            <h2 id="samtycke">{t("show.consent")}</h2>
            <p>{consent ? t("show.consentUntil", { day: day(consent.validUntil) }) : t("show.noConsent")}</p>
            <Link className="ds-button" data-variant="secondary" to={`${at}/samtycke`}>
              {t("show.handleConsent")}
            </Link>
          </section>
          <InvitationPanel invitation={invitation} mayChange={mayChange} />
          <section className="pk-panel pk-stack" aria-labelledby="forslag">
            <h2 id="forslag">{t("list.proposals")}</h2>
            <Link className="ds-button" data-variant="secondary" to={`${at}/forslag`}>
              {t("show.proposals")}
            </Link>
          </section>
          {mayChange ? (
            <section className="pk-panel pk-stack" aria-labelledby="overenskommelse">
              <h2 id="overenskommelse">{t("agreements:crumb")}</h2>
              <Link className="ds-button" data-variant="secondary" to={`${at}/overenskommelse/ny`}>
                {t("agreements:new.crumb")}
              </Link>
            </section>
          ) : null}
          <section className="pk-panel pk-stack" aria-labelledby="uppgifter">
            <h2 id="uppgifter">{t("show.facts")}</h2>
            <dl className="pk-dl">
              <div>
                <dt>{t("show.sex")}</dt>
                <dd>{t(`form.sexes.${participant.sex}`)}</dd>
              </div>
              <div>
                <dt>{t("show.birthYear")}</dt>
                <dd>{participant.birthYear ?? t("show.unknown")}</dd>
              </div>
              {isProtected ? null : (
                <>
                  <div>
                    <dt>{t("show.municipality")}</dt>
                    <dd>{participant.municipality ?? t("show.unknown")}</dd>
                  </div>
                  <div>
                    <dt>{t("show.locality")}</dt>
                    <dd>{participant.locality || t("show.unknown")}</dd>
                  </div>
                </>
              )}
            </dl>
          </section>
        </aside>
      </div>
    </div>
  );
}

/** What the work profile asks for next, for this reader. */
function profileLink(mayChange: boolean, exists: boolean, isFull: boolean): string {
  if (!mayChange) return "show.read";
  if (!exists) return "show.begin";
  return isFull ? "show.edit" : "show.continue";
}
