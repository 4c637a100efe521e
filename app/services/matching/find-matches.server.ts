import { activeConsent } from "#app/domain/consent/consent";
import type { Coordinates } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import { byDistance, byRank, examine, type Match, rankOf } from "#app/domain/matching/match";
import type { MatchView, ProposalState } from "#app/domain/matching/match-view";
import type { MatchWindow } from "#app/domain/matching/match-window";
import { ageOn, type Matchable } from "#app/domain/matching/matchable";
import { canMatch, type MatchAction } from "#app/domain/matching/policy";
import { openStatuses } from "#app/domain/matching/proposal-status";
import { type Weights, weightsOf } from "#app/domain/matching/weights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { freshnessOf } from "#app/domain/placements/freshness";
import { visibleTo } from "#app/domain/placements/visibility";
import { statusOn } from "#app/domain/profiles/status";
import type { WorkProfile, WorkProfileStatus } from "#app/domain/profiles/work-profile";
import { dayOf, now } from "#app/platform/clock.server";
import { toWgs84 } from "#app/platform/projection.server";
import { listCautions } from "#app/services/organisations/list-cautions.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { listConsents } from "#db/queries/consent.server";
import * as matching from "#db/queries/matching.server";
import { readWorkProfile } from "#db/queries/profiles.server";
import { holdDays, listOfParticipant } from "#db/queries/proposals.server";
import { freeFrom } from "#db/queries/slots.server";

/** How many suggestions are worked out; in a file, more. */
export const suggested = 50;
export const suggestedInFile = 500;
/** How many placements around the person are examined to show what clashes: on one page, and in a file. */
const hindersAPage = 20;
const aroundInFile = 1000;
const aPage = 10;

/** What is known of whom the matches are for. Never a name. */
export type MatchBasis = {
  reference: string;
  profile: WorkProfile;
  status: WorkProfileStatus;
  updatedAt: Date;
  confirmedAt: Date | null;
  /** Where the person travels from, in degrees: a locality or an area, never the home address. */
  start: Coordinates;
  consentUntil: string | null;
  holdDays: number;
  weights: Weights;
};

export type FoundMatches = {
  reference: string;
  /** Null while the work profile has gaps: then there is nothing to match. */
  basis: MatchBasis | null;
  matches: MatchView[];
  /** All suggestions that were worked out, at most `suggested`. */
  count: number;
  page: number;
  pages: number;
  /** Whether more that do not fit follow on the next page. */
  more: boolean;
};

/**
 * A participant's matches for staff, a page of them: the best ones, or with `all` those that do not fit, the nearest
 * first; with a later start, among the places that are free then. domain.md "Matching". One audit event in the same
 * transaction. Errors: `not_found`.
 */
export function findMatches(
  actor: Actor,
  reference: string,
  window: MatchWindow,
): Promise<Outcome<FoundMatches, "not_found">> {
  return find(actor, { reference }, "matches.read", window);
}

/** The participant's own suggestions. Errors: `not_found`. */
export function findOwnMatches(actor: Actor, page: number): Promise<Outcome<FoundMatches, "not_found">> {
  return find(actor, { participantId: actor.participantId }, "matches.own", { all: false, page });
}

/** Everything for a file: the suggestions in order and, with `all`, what does not fit, nearest first. Errors: `not_found`. */
export function exportMatches(
  actor: Actor,
  reference: string,
  all: boolean,
  startsOn: string | null = null,
): Promise<Outcome<{ matches: Match[] }, "not_found">> {
  return withActor(actor, async (tx): Promise<Outcome<{ matches: Match[] }, "not_found">> => {
    const reached = await reach(tx, actor, { reference }, "matches.export");
    if (!reached) return fail("not_found");
    const { person, weights } = reached;
    if (!person) return done({ matches: [] });
    const best = await bestMatches(tx, actor, person, weights, startsOn, suggestedInFile);
    if (!all) return done({ matches: best });
    const around = await matching.findCandidatesAround(tx, person.profile.from, visibleTo(actor), {
      limit: aroundInFile,
      offset: 0,
    });
    const places = startsOn ? await freeFrom(tx, around, startsOn) : around;
    return done({ matches: [...best, ...hindersAmong(places, person, weights)] });
  });
}

function find(
  actor: Actor,
  wanted: { reference: string } | { participantId: string | null },
  action: MatchAction,
  window: MatchWindow,
) {
  return withActor(actor, async (tx): Promise<Outcome<FoundMatches, "not_found">> => {
    const reached = await reach(tx, actor, wanted, action);
    if (!reached) return fail("not_found");
    const { participant, person, weights, stored } = reached;
    const nothing = {
      reference: participant.reference,
      matches: [],
      count: 0,
      page: 1,
      pages: 1,
      more: false,
    };
    if (!person || !stored) return done({ ...nothing, basis: null });

    const best = await bestMatches(tx, actor, person, weights, window.startsOn ?? null, suggested);
    const shown = window.all
      ? await pageOfHinders(tx, actor, person, weights, window)
      : pageOf(best, window.page);
    const today = dayOf(now());
    const consent = activeConsent(await listConsents(tx, participant.id), "present_to_employers", today);
    return done({
      reference: participant.reference,
      basis: {
        reference: participant.reference,
        profile: person.profile,
        status: statusOn(stored, now()),
        updatedAt: stored.updatedAt,
        confirmedAt: stored.confirmedAt,
        start: toWgs84(person.profile.from),
        consentUntil: consent?.validUntil ?? null,
        holdDays: await holdDays(tx, participant.associationId),
        weights,
      },
      matches: await dress(tx, actor, participant.id, shown.matches, shown.first, today),
      count: best.length,
      page: shown.page,
      pages: shown.pages,
      more: shown.more,
    });
  });
}

/** The participant, what matching reads of them, and the association's weights; null when it is not the actor's. */
async function reach(
  tx: Tx,
  actor: Actor,
  wanted: { reference: string } | { participantId: string | null },
  action: MatchAction,
) {
  const event = action === "matches.export" ? "matches.exported" : "matches.read";
  const participant = await reachParticipant(tx, actor, wanted, "profile.read", event);
  if (!participant || !canMatch(actor, action, participant)) return null;
  const stored = await readWorkProfile(tx, participant.id);
  const age = ageOn(dayOf(now()), participant.birthYear);
  const person: Matchable | null = stored?.profile ? { profile: stored.profile, age } : null;
  const weights = weightsOf(await matching.readWeights(tx, participant.associationId));
  return { participant, stored, person, weights };
}

async function bestMatches(
  tx: Tx,
  actor: Actor,
  person: Matchable,
  weights: Weights,
  startsOn: string | null,
  wanted: number,
) {
  const visible = visibleTo(actor);
  const found = await matching.findBestCandidates(tx, person, weights, visible, wanted);
  // What is free now is free then too: a later start only adds what is full today.
  const places = startsOn
    ? [
        ...(await freeFrom(tx, found, startsOn)),
        ...(await matching.findFreeLater(tx, person, visible, startsOn)),
      ]
    : found;
  return places
    .map((place) => examine(person, place, weights))
    .filter(({ verdict }) => verdict !== "hinder")
    .sort((a, b) => byRank(rankOf(a), rankOf(b)))
    .slice(0, wanted);
}

function pageOf(best: Match[], asked: number) {
  const pages = Math.max(1, Math.ceil(best.length / aPage));
  const page = Math.min(asked, pages);
  const first = (page - 1) * aPage;
  return { matches: best.slice(first, first + aPage), first, page, pages, more: page < pages };
}

/** A page is a stretch of the way outwards: those of twenty placements that clash, so some pages are shorter. */
async function pageOfHinders(
  tx: Tx,
  actor: Actor,
  person: Matchable,
  weights: Weights,
  { page, startsOn }: MatchWindow,
) {
  const around = await matching.findCandidatesAround(tx, person.profile.from, visibleTo(actor), {
    limit: hindersAPage + 1,
    offset: (page - 1) * hindersAPage,
  });
  const shown = around.slice(0, hindersAPage);
  const places = startsOn ? await freeFrom(tx, shown, startsOn) : shown;
  const matches = hindersAmong(places, person, weights);
  return { matches, first: null, page, pages: page, more: around.length > hindersAPage };
}

function hindersAmong(around: matching.FoundCandidate[], person: Matchable, weights: Weights): Match[] {
  return around
    .map((place) => examine(person, place, weights))
    .filter(({ verdict }) => verdict === "hinder")
    .sort((a, b) => byDistance(rankOf(a), rankOf(b)));
}

/** Puts around each match what helps to decide. `first` is how many suggestions came before; null has no order. */
async function dress(
  tx: Tx,
  actor: Actor,
  participantId: string,
  matches: Match[],
  first: number | null,
  today: string,
): Promise<MatchView[]> {
  const proposals = await proposalStates(tx, participantId);
  const isStaff = actor.role !== "participant";
  const employers = [...new Set(matches.map(({ place }) => place.employerId))];
  const talks = isStaff ? await matching.listTalks(tx, employers, actor.userId) : [];
  const cautions = isStaff ? await listCautions(tx, actor, participantId, employers) : null;
  return matches.map((match, i) => {
    const { point, lastConfirmedOn, ...place } = match.place as matching.FoundCandidate;
    return {
      ...match,
      rank: first === null ? null : first + i + 1,
      place: { ...place, coordinates: toWgs84(point), freshness: freshnessOf(lastConfirmedOn, today) },
      proposal: proposals.get(place.id) ?? null,
      talk: talks.find(({ employerId }) => employerId === place.employerId) ?? null,
      caution: cautions?.get(place.employerId) ?? null,
    };
  });
}

/** The open proposal of each placement, else the latest. */
async function proposalStates(tx: Tx, participantId: string): Promise<Map<number, ProposalState>> {
  const states = new Map<number, ProposalState>();
  for (const { id, placementId, status, holdUntil } of await listOfParticipant(tx, participantId)) {
    if (states.has(placementId)) continue;
    states.set(placementId, { id, status, isOpen: openStatuses.includes(status), holdUntil });
  }
  return states;
}
