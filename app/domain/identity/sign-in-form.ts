import { z } from "zod";
import { passwordLength } from "#app/domain/identity/password";

const email = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** What the sign-in form sends. What cannot be an address or a password is nobody's: it is refused like any other. */
export const signInForm = z.object({
  email: email.catch(""),
  password: z.string().max(passwordLength.max).catch(""),
});

/** Asks for a link by e-mail. */
export const linkForm = z.object({ email });
