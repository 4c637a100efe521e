import type { TFunction } from "i18next";

/** Who is responsible for a part, in words. */
export function ownerText(t: TFunction, owner: { role: string | null; name: string }): string {
  switch (owner.role) {
    case "coordinator":
      return owner.name
        ? t("kartlaggning:owner.coordinator", { name: owner.name })
        : t("kartlaggning:owner.coordinatorNoName");
    case "coach":
      return t("kartlaggning:owner.coach");
    case "participant":
      return t("kartlaggning:owner.participant");
    default:
      return t("kartlaggning:owner.nobody");
  }
}
