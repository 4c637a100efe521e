import { createHash } from "node:crypto";
import { agreements } from "#app/i18n/agreements";
import { assignment } from "#app/i18n/assignment";
import { attendance } from "#app/i18n/attendance";
import { closing } from "#app/i18n/closing";
import { consent } from "#app/i18n/consent";
import { contact } from "#app/i18n/contact";
import { document } from "#app/i18n/document";
import { employer } from "#app/i18n/employer";
import { exceptions } from "#app/i18n/exceptions";
import { followups } from "#app/i18n/followups";
import { geo } from "#app/i18n/geo";
import { home } from "#app/i18n/home";
import { identity } from "#app/i18n/identity";
import { importTexts } from "#app/i18n/import";
import { kartlaggning } from "#app/i18n/kartlaggning";
import { type Language, languages } from "#app/i18n/language";
import { lifecycle } from "#app/i18n/lifecycle";
import { matching } from "#app/i18n/matching";
import { notifications } from "#app/i18n/notifications";
import { offer } from "#app/i18n/offer";
import { placements } from "#app/i18n/placements";
import { plan } from "#app/i18n/plan";
import { portal } from "#app/i18n/portal";
import { profiles } from "#app/i18n/profiles";
import { proposals } from "#app/i18n/proposals";
import { ratings } from "#app/i18n/ratings";
import { referrals } from "#app/i18n/referrals";
import { register } from "#app/i18n/register";
import { shell } from "#app/i18n/shell";
import { signing } from "#app/i18n/signing";
import { start } from "#app/i18n/start";
import { today } from "#app/i18n/today";
import { todo } from "#app/i18n/todo";
import { visit } from "#app/i18n/visit";
import { vocabulary } from "#app/i18n/vocabulary";
import { weights } from "#app/i18n/weights";

/** Every namespace, in both languages. On the server only: a page's script fetches the one language it needs. */
export const resources = {
  shell,
  home,
  contact,
  start,
  vocabulary,
  geo,
  identity,
  consent,
  placements,
  matching,
  weights,
  profiles,
  kartlaggning,
  import: importTexts,
  register,
  proposals,
  agreements,
  lifecycle,
  closing,
  referrals,
  plan,
  todo,
  employer,
  portal,
  offer,
  notifications,
  document,
  signing,
  attendance,
  followups,
  exceptions,
  ratings,
  today,
  assignment,
  visit,
};

export type Namespace = keyof typeof resources;

/** One language's texts, by namespace. */
export function textsOf(language: Language): Record<Namespace, object> {
  return byLanguage[language];
}

const byLanguage = Object.fromEntries(
  languages.map((language) => [
    language,
    Object.fromEntries(Object.entries(resources).map(([ns, texts]) => [ns, texts[language]])),
  ]),
) as Record<Language, Record<Namespace, object>>;

/** Changes when any text changes: the address of the texts carries it, so that they may be kept for ever. */
export const textsVersion = createHash("sha256").update(JSON.stringify(resources)).digest("hex").slice(0, 12);
