import { Link, useLoaderData } from "@remix-run/react";
import { AgreementStateMark } from "#app/components/agreements/agreement-state";
import { partiesText } from "#app/components/agreements/agreement-words";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { partyOf } from "#app/domain/agreements/signatures";
import { page, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { type ListedAgreement, listAgreementsOf } from "#app/services/agreements/list-agreements.server";

/** `visa=avslutade` shows those that have ended. */
export const loader = page(["coordinator", "coach"], async ({ actor, url }) => {
  const shown = url.searchParams.get("visa") === "avslutade" ? "ended" : "open";
  const { rows, hidden } = unwrap(await listAgreementsOf(actor, shown));
  return { rows, hidden, shown };
});

/** The page's title, read by root. */
export const handle = { title: "agreements:list.title" };

/** The association's agreements: codes and how each stands, what waits for somebody first. */
export default function AgreementList() {
  const { rows, hidden, shown } = useLoaderData<typeof loader>();
  const { t } = useTexts("agreements");
  return (
    <div className="pk-stack">
      <PageTitle title={t("list.title")} lead={t("list.lead")} />
      <nav className="pk-row" aria-label={t("list.which")}>
        {(["open", "ended"] as const).map((which) => (
          <Link
            key={which}
            className="pk-tap"
            to={which === "open" ? "/overenskommelser" : "/overenskommelser?visa=avslutade"}
            aria-current={shown === which ? "page" : undefined}
          >
            {shown === which ? <b>{t(`list.${which}`)}</b> : t(`list.${which}`)}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <section className="pk-panel pk-stack">
          <p>{t("list.none")}</p>
          <p>
            <LinkButton to="/deltagare">{t("list.toParticipants")}</LinkButton>
          </p>
        </section>
      ) : (
        <ul className="pk-agreements">
          {rows.map((row) => (
            <li className="pk-panel" key={row.id}>
              <Row row={row} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 ? <p className="pk-soft">{t("list.hidden", { count: hidden })}</p> : null}
    </div>
  );
}

function Row({ row }: { row: ListedAgreement }) {
  const { t, i18n } = useTexts(["agreements", "lifecycle"]);
  const day = (text: string) => formatDate(i18n.language, text);
  const startsSoon =
    row.state.name === "waiting" && row.state.startsInDays !== null && row.state.startsInDays <= 7;
  return (
    <>
      <div>
        <h2>
          <Link to={`/overenskommelser/${row.id}`}>{row.title}</Link>
        </h2>
        <p>
          {row.number} · <b>{row.reference}</b> {t("list.at", { employer: row.employerName })}
        </p>
        <p className="pk-soft">
          {row.period
            ? t("period", { from: day(row.period.startsOn), to: day(row.period.endsOn) })
            : t("list.noPeriod")}
        </p>
      </div>
      <div>
        <p>
          <AgreementStateMark state={row.state} />
        </p>
        {row.amendmentOut ? (
          <p className="pk-small">
            {t("list.amendment", { who: partiesText(t, [...new Set(row.missing.map(partyOf))]) })}
          </p>
        ) : null}
        {row.recordMissing ? (
          <p className="pk-small">
            <Link to={`/overenskommelser/${row.id}/avslut`}>{t("lifecycle:closing.missing")}</Link>
          </p>
        ) : null}
        {startsSoon && row.period ? (
          <p className="pk-small">{t("list.startsSoon", { day: day(row.period.startsOn) })}</p>
        ) : null}
      </div>
    </>
  );
}
