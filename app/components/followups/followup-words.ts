import type { TFunction } from "i18next";
import type { Followup } from "#app/domain/followups/followup";
import { questionOf } from "#app/domain/followups/rhythm";

type Said = Pick<Followup, "step" | "purpose" | "form">;

/** What a follow-up is, in words: "Besök", "Avstämning: förlänga eller gå vidare?". `t` of the namespace followups. */
export function whatText(t: TFunction, { step, purpose, form }: Said): string {
  if (purpose === "contact") return t(`followups:what.contact.${form}`);
  if (purpose !== "review") return t(`followups:what.${purpose}`);
  const question = questionOf(step);
  if (question === null) return t("followups:what.review");
  return t(question === "extend" ? "followups:what.reviewExtend" : "followups:what.reviewMoveOn");
}

/** The same with a small first letter, inside a sentence. */
export function whatWithin(t: TFunction, of: Said): string {
  const text = whatText(t, of);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
