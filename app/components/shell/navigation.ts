import type { Actor } from "#app/domain/identity/actor";

/** The main menu of each role: address and text key (shell.nav). */
export function navigationOf(role: Actor["role"]): readonly { to: string; text: string }[] {
  return menus[role] ?? menus.public;
}

const everyone = { to: "/platser", text: "placements" };
const staff = [
  { to: "/deltagare", text: "participants" },
  { to: "/forslag", text: "proposals" },
  { to: "/overenskommelser", text: "agreements" },
  { to: "/uppfoljningar", text: "followups" },
];

const menus: Record<string, readonly { to: string; text: string }[]> & {
  public: readonly { to: string; text: string }[];
} = {
  public: [
    everyone,
    { to: "/erbjud-plats", text: "offerPlacement" },
    { to: "/for-arbetsgivare", text: "forEmployers" },
    { to: "/sa-fungerar-det", text: "how" },
  ],
  coordinator: [
    { to: "/samordnare", text: "todo" },
    { to: "/remisser", text: "referrals" },
    ...staff,
    { to: "/samordnare/arbetsgivare", text: "employers" },
    { to: "/samordnare/platser", text: "manage" },
  ],
  coach: [{ to: "/coach", text: "start" }, ...staff, { to: "/platser", text: "map" }],
  participant: [
    { to: "/min-sida", text: "home" },
    { to: "/min-sida/plan", text: "myPlan" },
    { to: "/min-sida/platser", text: "myMatches" },
    { to: "/min-sida/arbetsprofil", text: "myProfile" },
    everyone,
  ],
  employer: [
    { to: "/arbetsgivare", text: "employerHome" },
    { to: "/for-arbetsgivare", text: "forEmployers" },
    everyone,
  ],
  case_worker: [{ to: "/handlaggare", text: "cases" }, everyone],
  board: [{ to: "/styrgrupp", text: "start" }, everyone],
  admin: [{ to: "/admin", text: "start" }, { to: "/samordnare/importera", text: "import" }, everyone],
};
