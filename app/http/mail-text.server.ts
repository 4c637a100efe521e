import { translator } from "#app/i18n/instance.server";
import { languageOf } from "#app/i18n/language";

type Link = { url: string; minutes: number };

/** Writes the mail with a sign-in link in the language of whoever asked for it. */
export function signInMail(request: Request) {
  const t = translator(languageOf(request), "identity");
  return (link: Link) => ({ subject: t("mail.linkSubject"), text: t("mail.linkText", link) });
}

/** Writes the mail with a link for choosing a new password. */
export function newPasswordMail(request: Request) {
  const t = translator(languageOf(request), "identity");
  return (link: Link) => ({ subject: t("mail.resetSubject"), text: t("mail.resetText", link) });
}
