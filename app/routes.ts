import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The whole URL table: Swedish addresses → English files. The access probe knows every line. */
export default [
  index("routes/home/start.tsx"),
  route("sa-fungerar-det", "routes/home/how-it-works.tsx"),
  route("for-arbetsgivare", "routes/home/for-employers.tsx"),
  route("sa-skyddar-vi-dina-uppgifter", "routes/home/privacy.tsx"),
  route("tillganglighet", "routes/home/accessibility.tsx"),
  route("kontakt", "routes/home/contact.tsx"),
  route("texter/:lang.json", "routes/home/texts.ts"),

  route("logga-in", "routes/identity/sign-in.tsx"),
  route("logga-in/skickad", "routes/identity/link-sent.tsx"),
  route("logga-in/glomt-losenord", "routes/identity/forgotten-password.tsx"),
  route("logga-in/lank/:token", "routes/identity/use-link.tsx"),
  route("logga-in/nytt-losenord/:token", "routes/identity/new-password.tsx"),
  route("logga-ut", "routes/identity/sign-out.tsx"),
  route("valj-roll", "routes/identity/choose-role.tsx"),
  route("konto", "routes/identity/account.tsx"),
  route("dev/mail", "routes/dev/mail.tsx"),

  route("coach", "routes/home/coach.tsx"),
  route("styrgrupp", "routes/home/board.tsx"),
  route("admin", "routes/home/admin.tsx"),

  route("deltagare", "routes/profiles/list.tsx"),
  route("deltagare/ny", "routes/profiles/new.tsx"),
  route("deltagare/:referens", "routes/profiles/show.tsx"),
  route("deltagare/:referens/andra", "routes/profiles/change.tsx"),
  route("deltagare/:referens/arbetsprofil", "routes/profiles/work-profile.tsx"),
  route("deltagare/:referens/samtycke", "routes/profiles/consent.tsx"),
  route("min-sida/arbetsprofil", "routes/profiles/own-work-profile.tsx"),
  route("min-sida/samtycken", "routes/profiles/own-consents.tsx"),
  route("handlaggare", "routes/profiles/own-cases.tsx"),
  route("api/undantag.json", "routes/profiles/excludable.ts"),

  route("platser", "routes/placements/list.tsx"),
  route("platser/:id", "routes/placements/show.tsx"),
  route("api/platser.json", "routes/placements/api-list.ts"),
  route("api/platser.geojson", "routes/placements/api-map.ts"),
  route("api/openapi.json", "routes/placements/api-description.ts"),
  route("samordnare/platser", "routes/placements/register.tsx"),
  route("samordnare/platser/ny", "routes/placements/new.tsx"),
  route("samordnare/platser/:id", "routes/placements/edit.tsx"),

  route("api/orter.json", "routes/geo/localities.ts"),
  route("karta/kalla.json", "routes/geo/map-source.ts"),
  route("karta/rutor/:z/:x/:y", "routes/geo/tile.ts"),

  route("samordnare", "routes/proposals/coordinator-home.tsx"),
  route("arbetsgivare", "routes/proposals/employer-home.tsx"),
  route("arbetsgivare/forslag/:id", "routes/proposals/employer-proposal.tsx"),
  route("forslag", "routes/proposals/list.tsx"),
  route("forslag/:id", "routes/proposals/show.tsx"),
  route("deltagare/:referens/matchning", "routes/matching/participant-matches.tsx"),
  route("deltagare/:referens/matchning.csv", "routes/matching/participant-matches-file.ts"),
  route("min-sida/platser", "routes/matching/own-matches.tsx"),
  route("deltagare/:referens/forslag", "routes/proposals/of-participant.tsx"),
  route("min-sida", "routes/proposals/my-page.tsx"),
  route("min-sida/forslag", "routes/proposals/my-answer.ts"),

  route("*", "routes/home/not-found.tsx"),

  route("samordnare/importera", "routes/import/start.tsx"),
  route("samordnare/importera/:id", "routes/import/run.tsx"),
  route("samordnare/importera/:id/fel.csv", "routes/import/errors.ts"),
  ...["platser", "deltagare", "arbetsprofiler"].flatMap((kind) => [
    route(`samordnare/importera/mall/${kind}.csv`, "routes/import/template.ts", { id: `template-${kind}` }),
    route(`samordnare/exportera/${kind}.csv`, "routes/import/export.ts", { id: `export-${kind}` }),
  ]),
] satisfies RouteConfig;
