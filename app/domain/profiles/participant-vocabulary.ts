/** The closed word lists of the statistics about a participant. Sources: golden/forvantat-2007.csv, domain.md "Profile". */

export const educations = [
  "grundskola",
  "gymnasium_under_3_ar",
  "gymnasium_3_4_ar",
  "hogskola",
  "komvux",
] as const;
export type Education = (typeof educations)[number];

export const households = [
  "ensamstaende_utan_barn",
  "ensamstaende_med_barn",
  "ensamstaende_med_barn_veckovis",
  "sammanboende_utan_barn",
  "sammanboende_med_barn",
  "sammanboende_med_barn_veckovis",
] as const;

export const incomeSources = [
  "forsorjningsstod",
  "rehabiliteringsersattning",
  "sjukpenning",
  "sjukersattning_delvis",
  "aktivitetsersattning",
  "a_kassa",
  "aktivitetsstod",
  "lon",
  "ingen",
  "annat",
] as const;

/** What stands in the way, as the reports count it. */
export const obstacles = ["psykiska", "fysiska", "kompetens", "sjalvfortroende", "social"] as const;
export type Obstacle = (typeof obstacles)[number];

export const outcomes = [
  "arbete",
  "praktik",
  "arbetstraning_arbetsprovning",
  "utbildning",
  "samtalskontakt_landsting",
  "utredning_landsting",
  "avslut_egen_begaran",
  "tillbaka_till_handlaggare",
  "annat",
] as const;
export type ParticipantOutcome = (typeof outcomes)[number];

export const educationForms = [
  "arbetsmarknadsutbildning",
  "folkhogskola",
  "gymnasium",
  "hogskola",
  "komvux",
  "sfi",
  "yrkeshogskola",
  "annat",
] as const;
export type EducationForm = (typeof educationForms)[number];
