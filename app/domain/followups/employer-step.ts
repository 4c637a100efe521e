/** What an employer does alone with an agreement in force, and those who follow it up are to hear of. */
export type EmployerStep = {
  agreementId: string;
  what: "paused" | "resumed" | "ended";
  /** The day it is from, as an ISO date. */
  day: string;
};
