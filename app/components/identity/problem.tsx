import { ProblemBox } from "#app/components/ui/problem-box";
import { useTexts } from "#app/components/ui/use-texts";
import { passwordLength } from "#app/domain/identity/password";
import { formatTime } from "#app/i18n/format";

/** What is wrong with a form of the own account, and what to do. `until` is the ISO time when a new attempt is welcome. */
export function Problem({ code, until }: { code: string; until?: string | null }) {
  const { t, i18n } = useTexts("identity");
  const time = until ? formatTime(i18n.language, until) : "";
  const text = t(`errors.${code}`, { ...passwordLength, time });
  return (
    <ProblemBox id="problem" title={t("errors.title")} problems={[{ text, to: fieldOf[code] ?? null }]} />
  );
}

/** The field in which a problem is mended: the `name` of an `Input`, which is its id. */
export const fieldOf: Partial<Record<string, string>> = {
  email: "email",
  wrong_credentials: "email",
  wrong_password: "nuvarande",
  too_short: "nytt",
  too_long: "nytt",
  not_the_same: "igen",
};
