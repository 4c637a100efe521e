/** How a session began: what a signature says of how sure it is who signed. */
export const signInWays = ["password", "sign_in_link"] as const;
export type SignInWay = (typeof signInWays)[number];
