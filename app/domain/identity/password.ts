/** At least 12 characters, whatever they are; longer than 128 is a mistake or an attack. */
export const passwordLength = { min: 12, max: 128 };

/** How long a sign-in link works, in minutes. */
export const linkMinutes = 15;

export type NewPasswordProblem = "too_short" | "too_long" | "not_the_same";

/** What is wrong with a new password written twice, or null. */
export function problemWith(password: string, again: string): NewPasswordProblem | null {
  if (password.length < passwordLength.min) return "too_short";
  if (password.length > passwordLength.max) return "too_long";
  return password === again ? null : "not_the_same";
}
