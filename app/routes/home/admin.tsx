import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { reviewList } from "#app/components/proposals/todo-rows";
import { TodoSection } from "#app/components/proposals/todo-section";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { workingRoles } from "#app/domain/reports/people";
import { page, unwrap } from "#app/http/handler.server";
import { formatDay } from "#app/i18n/format";
import { readRhythms } from "#app/services/followups/rhythms.server";
import { listImportRuns } from "#app/services/import/list-import-runs.server";
import { readMatchWeights } from "#app/services/matching/read-match-weights.server";
import { readOwnContact } from "#app/services/organisations/association-contact.server";
import { readContactLimit } from "#app/services/organisations/contact-limit.server";
import { listForAdministrator } from "#app/services/placements/review-listing.server";
import { listPeople } from "#app/services/reports/list-people.server";

export const loader = page(["admin"], async ({ actor }) => {
  const { runs } = unwrap(await listImportRuns(actor));
  const latest = runs.find(({ dryRun, status }) => !dryRun && status === "done");
  return {
    ...unwrap(await readOwnContact(actor)),
    ...unwrap(await listPeople(actor)),
    ...unwrap(await listForAdministrator(actor)),
    limit: unwrap(await readContactLimit(actor)).limit,
    ownRhythms: unwrap(await readRhythms(actor)).rhythms.filter(({ version }) => version > 0).length,
    hasOwnWeights: !unwrap(await readMatchWeights(actor)).isDefault,
    latest: latest
      ? {
          kind: latest.kind,
          fileName: latest.fileName,
          rejected: latest.counts.rejected,
          on: latest.startedAt.toISOString(),
        }
      : null,
  };
});

/** The page's title, read by root. */
export const handle = { title: "start:admin.title" };

/** What waits for an administrator, and what one looks after, each with how it stands now. */
export default function AdminHome() {
  const { association, limit, hasOwnWeights, ownRhythms, latest, people, inReview } =
    useLoaderData<typeof loader>();
  const { t: todo } = useTexts("todo");
  const { t, i18n } = useTexts(["start", "import", "vocabulary"]);
  const { contact } = association;
  const ways = contact
    ? [contact.phone?.replaceAll(" ", "\u00a0"), contact.email].filter(Boolean).join(", ")
    : "";
  return (
    <>
      <PageTitle title={t("admin.title")} lead={t("admin.lead", { association: association.name })} />
      {inReview.total > 0 ? (
        <div className="pk-gap-after">
          <TodoSection {...reviewList(inReview, todo)} all={null} first />
        </div>
      ) : null}
      <div className="pk-panel pk-sec pk-gap-after">
        <Task name="contact" to="/admin/kontakt">
          {contact ? t("admin.contact.state", { whom: contact.askFor, ways }) : t("admin.contact.none")}
        </Task>
        <Task name="weights" to="/admin/viktning">
          {t(hasOwnWeights ? "admin.weights.own" : "admin.weights.isDefault")}
        </Task>
        <Task name="rhythms" to="/admin/rytmer">
          {ownRhythms > 0 ? t("admin.rhythms.own", { count: ownRhythms }) : t("admin.rhythms.isDefault")}
        </Task>
        <Task name="ratings" to="/admin/skattningar">
          {t("admin.ratings.state")}
        </Task>
        <Task name="limit" to="/admin/kontaktgrans">
          {t("admin.limit.state", { count: limit })}
        </Task>
        <Task name="agencies" to="/admin/uppdragsgivare">
          {t("admin.agencies.state")}
        </Task>
        <Task name="imports" to="/samordnare/importera">
          {latest
            ? [
                t("admin.imports.last", {
                  day: formatDay(i18n.language, latest.on),
                  kind: t(`import:kind.${latest.kind}`),
                  file: latest.fileName,
                }),
                latest.rejected > 0 ? t("admin.imports.rejected", { count: latest.rejected }) : "",
              ].join(" ")
            : t("admin.imports.none")}
        </Task>
      </div>
      <section className="pk-panel pk-stack" aria-labelledby="personer">
        <h2 id="personer">{t("admin.people.title")}</h2>
        <p>
          {t("admin.people.lead", { count: new Set(people.map(({ userId }) => userId)).size })}{" "}
          {t("admin.people.how")}
        </p>
        <dl className="pk-people-list">
          {workingRoles.map((role) => {
            const found = people.filter((person) => person.role === role);
            return (
              <div key={role}>
                <dt>
                  {t(`vocabulary:role.${role}`)} <span className="pk-soft">{found.length}</span>
                </dt>
                <dd>
                  {found.length === 0
                    ? t("admin.people.none")
                    : found.map(({ name, agency }) => (agency ? `${name} (${agency})` : name)).join(", ")}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
    </>
  );
}

/** One thing to look after: its name, how it stands, and the way there. */
function Task({ name, to, children }: { name: string; to: string; children: ReactNode }) {
  const { t } = useTexts("start");
  return (
    <section className="pk-todo" aria-labelledby={name}>
      <h2 className="pk-todo__who pk-h3" id={name}>
        {t(`admin.${name}.title`)}
      </h2>
      <p className="pk-todo__why">{children}</p>
      <LinkButton to={to}>{t(`admin.${name}.action`)}</LinkButton>
    </section>
  );
}
