import { Link, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { listOwnPeople } from "#app/services/organisations/own-people.server";

export const loader = page(["employer"], async ({ actor }) => {
  const { rows, mayManage } = unwrap(await listOwnPeople(actor));
  const day = today();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const people = rows.map(({ delegateId, ...row }) => ({
    ...row,
    // A holiday that is over says nothing any more.
    awayUntil: row.awayUntil !== null && row.awayUntil >= day ? row.awayUntil : null,
    delegate: standIn(delegateId === null ? undefined : byId.get(delegateId)),
  }));
  return { people, mayManage };
});

function standIn(row: { name: string; signsIn: boolean } | undefined) {
  return row ? { name: row.name, onlyMails: !row.signsIn } : null;
}

/** The page's title, read by root. */
export const handle = { title: "portal:people.title" };

/** Everybody who acts for the employer, and how far each may go. */
export default function OwnPeople() {
  const { people, mayManage } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("portal");
  const day = (date: string) => formatDate(i18n.language, `${date}T12:00:00Z`);
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("crumb") }]} here={t("people.title")} />
      <PageTitle title={t("people.title")} lead={t("people.lead")}>
        {mayManage ? (
          <LinkButton to="/arbetsgivare/personer/ny" primary>
            {t("people.add")}
          </LinkButton>
        ) : null}
      </PageTitle>
      <ul className="pk-plainlist pk-stack pk-own__list">
        {people.map((one) => (
          <li key={one.id} className="pk-panel pk-row pk-own__line">
            <div>
              <h2 className="pk-h3">{one.name}</h2>
              <p>
                {one.duty ? t(`duty.${one.duty}`) : t("people.onlyNamed")}
                {one.workplace ? `, ${one.workplace}` : null}
                {one.duty === "supervisor"
                  ? `, ${t("people.supervises", { count: one.supervises.length })}`
                  : null}
              </p>
              <p className="pk-soft">{[one.phone, one.email].filter(Boolean).join(" · ")}</p>
              <p className="pk-row">
                {one.isOneself ? <State tone="info">{t("people.you")}</State> : null}
                {one.signsIn ? null : (
                  <State tone="neutral">{t(one.isInvited ? "people.invited" : "people.noAccount")}</State>
                )}
                {one.awayFrom && one.awayUntil ? (
                  <State tone="warn">
                    {t(one.delegate?.onlyMails ? "people.awayOnlyMails" : "people.away", {
                      from: day(one.awayFrom),
                      until: day(one.awayUntil),
                      name: one.delegate?.name ?? t("people.nobody"),
                    })}
                  </State>
                ) : null}
              </p>
            </div>
            {mayManage ? (
              <Link className="ds-button" data-variant="secondary" to={`/arbetsgivare/personer/${one.id}`}>
                {t("change")}
                <span className="ds-sr-only">: {one.name}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
