import { z } from "zod";
import { done, fail, type Outcome } from "#app/domain/outcome";

/** The one coordinator who holds the relation, in any association; null when nobody does. */
export type Person = { userId: string; name: string };
export type Owner = Person | null;
/** A question that waits for the other one's answer. */
export type OpenProposal = { id: number; from: Person; to: Person } | null;
export type Relation = { owner: Owner; open: OpenProposal };

export const ownerActions = [
  "claim",
  "propose",
  "accept",
  "decline",
  "withdraw",
  "take_over",
  "release",
] as const;
export type OwnerAction = (typeof ownerActions)[number];

/** Why somebody takes over without asking. */
export const takeOverReasons = ["away", "left", "agreed", "other"] as const;

export const ownerFormSchema = z
  .object({
    act: z.enum(ownerActions, { error: "choose_in_list" }),
    /** Who held the relation when the page was made, and which question was open: two tabs cannot both be right. */
    seenOwner: z.string().default(""),
    seenOpen: z.string().default(""),
    to: z.string().optional(),
    reason: z.enum(takeOverReasons, { error: "choose_in_list" }).optional(),
    note: z.string().trim().max(500, { error: "text_too_long" }).default(""),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.act === "propose" && !form.to) issue("to", "to_required");
    if (form.act === "take_over" && !form.reason) issue("reason", "reason_required");
    if (form.act === "take_over" && form.reason === "other" && form.note === "")
      issue("note", "note_required");
  });
export type OwnerForm = z.output<typeof ownerFormSchema>;

type Facts = Relation & { me: Person; to: Person | null };
type OwnerCode = "owner_changed" | "not_yours" | "already_asked" | "to_unknown";
type Rule = { may: (facts: Facts) => OwnerCode | null; owner: (facts: Facts) => Owner };

const isMe = (person: Owner | undefined, me: Person) => person?.userId === me.userId;
const holdsIt = ({ owner, me }: Facts) => (isMe(owner, me) ? null : "not_yours");
const keeps = ({ owner }: Facts) => owner;

/** What each action needs, and who holds the relation afterwards. */
export const ownerRules: Record<OwnerAction, Rule> = {
  claim: { may: ({ owner }) => (owner === null ? null : "owner_changed"), owner: ({ me }) => me },
  propose: {
    may: (facts) =>
      holdsIt(facts) ??
      (facts.open ? "already_asked" : null) ??
      (facts.to === null || isMe(facts.to, facts.me) ? "to_unknown" : null),
    owner: keeps,
  },
  accept: { may: ({ open, me }) => (isMe(open?.to, me) ? null : "not_yours"), owner: ({ me }) => me },
  decline: { may: ({ open, me }) => (isMe(open?.to, me) ? null : "not_yours"), owner: keeps },
  withdraw: { may: ({ open, me }) => (isMe(open?.from, me) ? null : "not_yours"), owner: keeps },
  take_over: {
    may: ({ owner, me }) => (owner === null ? "owner_changed" : isMe(owner, me) ? "not_yours" : null),
    owner: ({ me }) => me,
  },
  release: { may: holdsIt, owner: () => null },
};

/** What becomes of a question that was open: the answer, or withdrawn because the relation went another way. */
export type ProposalEnd = "done" | "declined" | "withdrawn" | null;

/** Whether the actor may do this with the relation as it is, and what it is then. Errors: see `OwnerCode`. */
export function decideOwner(
  act: OwnerAction,
  facts: Facts,
): Outcome<{ owner: Owner; ends: ProposalEnd }, OwnerCode> {
  const code = ownerRules[act].may(facts);
  if (code) return fail(code);
  const ends: ProposalEnd =
    facts.open === null ? null : act === "accept" ? "done" : act === "decline" ? "declined" : "withdrawn";
  return done({ owner: ownerRules[act].owner(facts), ends });
}

/** What somebody can do with a relation as it stands. */
export function ownerActionsFor(me: Person, relation: Relation): OwnerAction[] {
  const somebody = { userId: "", name: "" };
  return ownerActions.filter((act) => ownerRules[act].may({ ...relation, me, to: somebody }) === null);
}
