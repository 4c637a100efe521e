import { expect, test } from "vitest";
import { agreementFormSchema } from "#app/domain/agreements/agreement-form";
import { certificateWordsSchema } from "#app/domain/agreements/certificate";
import { closingFormSchema } from "#app/domain/agreements/closing";
import { endFormSchema } from "#app/domain/agreements/end-form";
import { pauseFormSchema } from "#app/domain/agreements/pause-form";
import { proxyFormSchema } from "#app/domain/agreements/proxy-form";
import { proxyReasons } from "#app/domain/agreements/signatures";
import {
  messageFormSchema,
  reportFormSchema,
  verdictFormSchema,
} from "#app/domain/followups/assignment-report";
import { checkupFormSchema, recordedCheckupSchema } from "#app/domain/followups/checkup";
import { handoverFormSchema } from "#app/domain/followups/hand-over";
import { handledFormSchema } from "#app/domain/followups/handled-form";
import { moveFormSchema } from "#app/domain/followups/move-form";
import { disagreementFormSchema } from "#app/domain/followups/rating-note-form";
import { snoozeFormSchema } from "#app/domain/followups/snooze";
import { wayFormSchema } from "#app/domain/followups/way-there";
import { employerAnswer } from "#app/domain/matching/employer-answer";
import { stepInput } from "#app/domain/matching/step-input";
import { lessonsFormSchema } from "#app/domain/organisations/listing-lessons";
import { commentSchema } from "#app/domain/profiles/comment-form";
import { activityKinds } from "#app/domain/profiles/plan";
import { activityFormSchema } from "#app/domain/profiles/plan-form";
import { referralFormSchema } from "#app/domain/profiles/referral-form";
import { contactFormSchema, suggestionFormSchema } from "#app/domain/profiles/suggestion-form";

const id = "00000000-0000-4000-8000-000000000000";
const afterwards = { doing: "arbete", feeling: "bra" };
const closing = {
  outcome: "arbete",
  answer: "yes",
  answerWords: "Fyra timmar om dagen.",
  selfSufficiency: "helt",
  nextStep: "Anställning.",
  responsible: "Anna-Karin Ek",
  nextOn: "2026-12-01",
};
const activity = {
  key: id,
  version: 0,
  kind: activityKinds[0],
  title: "Studiebesök",
  responsible: "Anna-Karin Ek",
  startsOn: "2026-11-24",
};
const suggestion = { key: id, workplace: "Bageriet", place: "Nora", mayContact: "yes" };
const met = { employer: "1", channel: "telefon", on: "2026-11-20" };
const referral = {
  key: id,
  about: "new",
  protectedIdentity: "none",
  purpose: "Pröva 8 timmar.",
  question: "Hur många timmar håller?",
  agreed: "on",
};
const forms = [
  ["a report", reportFormSchema, { milestone: "due", answer: "yes" }, "words"],
  ["what is said of a report", verdictFormSchema, { report: id, verdict: "fulfilled" }, "words"],
  ["a question", messageFormSchema, { key: id }, "words"],
  ["why something waits", snoozeFormSchema("2026-11-22"), { until: "2026-11-29" }, "reason"],
  ["why a day was moved", moveFormSchema, { dueOn: "2026-11-23", form: "telefon" }, "reason"],
  ["a hand-over", handoverFormSchema, { to: "b", what: "whole", reason: "leaves" }, "note"],
  ["an alert that is taken care of", handledFormSchema, { kind: "sick_long", since: "2026-11-02" }, "note"],
  [
    "what was said of different answers",
    disagreementFormSchema,
    { code: "grund", item: "tempo", since: "2026-11-02" },
    "note",
  ],
  ["the way there", wayFormSchema, {}, "recognise"],
  ["an answer afterwards", recordedCheckupSchema, { ...afterwards, months: 3, how: "telefon" }, "words"],
  ["one's own answer afterwards", checkupFormSchema, afterwards, "words"],
  [
    "a closing record's answer",
    closingFormSchema({ asks: true, outcome: "arbete", startsOn: "2026-01-12" }),
    closing,
    "answerWords",
  ],
  [
    "a closing record's next step",
    closingFormSchema({ asks: true, outcome: "arbete", startsOn: "2026-01-12" }),
    closing,
    "nextStep",
  ],
  [
    "a closing record's words to the participant",
    closingFormSchema({ asks: true, outcome: "arbete", startsOn: "2026-01-12" }),
    closing,
    "participantNote",
  ],
  ["an agreement's purpose", agreementFormSchema, { revision: 1 }, "purpose"],
  ["an agreement's adaptations", agreementFormSchema, { revision: 1 }, "adaptationWords"],
  ["a note on an early end", endFormSchema("employer"), { to: "ended_early", reason: "other" }, "note"],
  ["a note on a pause", pauseFormSchema("coach"), { from: "2026-11-23" }, "note"],
  [
    "one's own note on an early end",
    endFormSchema("participant"),
    { to: "ended_early", reason: "other" },
    "note",
  ],
  ["one's own note on a pause", pauseFormSchema("participant"), { from: "2026-11-23" }, "note"],
  [
    "a note on who signed that may be one's own",
    proxyFormSchema,
    { version: 1, hash: "0".repeat(64), slot: "participant", reason: proxyReasons[0] },
    "note",
  ],
  ["the way to an activity", activityFormSchema, activity, "wayThere"],
  ["one's own comment", commentSchema, { version: 1 }, "comment"],
  ["one's own suggestion", suggestionFormSchema, suggestion, "couldDo"],
  ["the workplace of one's own suggestion", suggestionFormSchema, suggestion, "workplace"],
  ["the place of one's own suggestion", suggestionFormSchema, suggestion, "place"],
  ["the name of an own workplace that is met", contactFormSchema, met, "employerName"],
  ["who a referral is about, by their own name", referralFormSchema, referral, "name"],
  ["a step of a proposal, in one's own words", stepInput, { to: "participant_yes" }, "note"],
  ["where a visit is, in one's own words", stepInput, { to: "visit_booked" }, "place"],
  ["an employer's answer to a proposal", employerAnswer, { answer: "ja", reason: null }, "note"],
  ["a certificate", certificateWordsSchema, { tasks: "Kassan." }, "strengths"],
  ["what an employer has learnt", lessonsFormSchema, { toChange: "" }, "wentWell"],
] as const;

test.each(forms)("%s takes words, and no personal identity number", (_, schema, rest, field) => {
  expect(schema.safeParse({ ...rest, [field]: "Det går bra, E20 åt båda håll." }).success).toBe(true);
  const refused = schema.safeParse({ ...rest, [field]: "Gäller 19850709-9805." });
  expect(refused.error?.issues.map(({ message }) => message)).toEqual(["holds_personal_number"]);
});

test.each(forms.filter(([name]) => !/employer|own|way/.test(name)))(
  "%s takes no diagnosis code",
  (_, schema, rest, field) => {
    const refused = schema.safeParse({ ...rest, [field]: "Har F32.1." });
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(["holds_diagnosis_code"]);
  },
);
