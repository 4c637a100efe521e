import { Form, Link } from "@remix-run/react";
import { FreshnessState } from "#app/components/placements/freshness-state";
import { Icon } from "#app/components/ui/icon";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Freshness } from "#app/domain/placements/freshness";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";

export type OwnPlacement = {
  id: number;
  title: string;
  workplace: string;
  locality: string;
  status: PlacementStatus;
  listed: boolean;
  capacity: number;
  claimed: number;
  freshness: Freshness;
  canConfirm: boolean;
  mayChange: boolean;
  next: readonly PlacementStatus[];
};

/** An employer's placements: how they stand, one click that says it is right, and what else can be done with each. */
export function OwnPlacements({ rows, total }: { rows: readonly OwnPlacement[]; total: number }) {
  const { t } = useTexts("employer");
  return (
    <section className="pk-panel pk-sec" aria-labelledby="platser">
      <header className="pk-sec__head">
        <h2 id="platser">{t("placements")}</h2>
        <p className="pk-soft">{rows.length > 0 ? t("placementsLead") : t("noPlacements")}</p>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {total > rows.length ? (
        <p className="pk-sec__head pk-soft">{t("more", { shown: rows.length, total })}</p>
      ) : null}
    </section>
  );
}

function Row({ row }: { row: OwnPlacement }) {
  const { t } = useTexts(["employer", "portal", "vocabulary"]);
  const isHidden = row.status === "published" && !row.listed;
  return (
    <li className="pk-todo pk-own">
      <p className="pk-todo__who">
        <Link to={`/platser/${row.id}`}>{row.title}</Link>
        <br />
        {row.workplace === row.locality ? row.locality : `${row.workplace}, ${row.locality}`}
      </p>
      <p className="pk-todo__why">
        <FreshnessState freshness={row.freshness} status={row.status} />{" "}
        {row.status === "published" || row.status === "in_review" ? null : (
          <State tone="neutral">{t(`vocabulary:placementStatus.${row.status}`)}</State>
        )}
        {isHidden ? <State tone="warn">{t("hidden")}</State> : null}
        <br />
        {t("free", { count: Math.max(0, row.capacity - row.claimed), capacity: row.capacity })}
        {row.status === "in_review" ? (
          <>
            <br />
            {t("portal:placement.inReview")}
          </>
        ) : null}
      </p>
      <Form method="post" className="pk-row" aria-label={row.title}>
        <input type="hidden" name="placementId" value={row.id} />
        {row.canConfirm ? (
          <button
            className="ds-button"
            data-variant="secondary"
            type="submit"
            name="intent"
            value="confirm"
            aria-label={t("confirmLabel", { title: row.title })}
          >
            {t("confirm")}
          </button>
        ) : null}
        {row.mayChange ? <Change row={row} /> : null}
      </Form>
    </li>
  );
}

function Change({ row: { id, title, next, claimed } }: { row: OwnPlacement }) {
  const { t } = useTexts("portal");
  const moves = next.filter((status) => status !== "archived");
  return (
    <details className="pk-unfold">
      <summary>
        {t("placement.more")}
        <span className="ds-sr-only">: {title}</span>
        <Icon name="chevronDown" small />
      </summary>
      <div className="pk-row">
        <Link className="ds-button" data-variant="tertiary" to={`/arbetsgivare/platser/${id}`}>
          {t("placement.change")}
          <span className="ds-sr-only">: {title}</span>
        </Link>
        <Link className="ds-button" data-variant="tertiary" to={`/arbetsgivare/platser/ny?kopia=${id}`}>
          {t("placement.copy")}
          <span className="ds-sr-only">: {title}</span>
        </Link>
        {moves.map((status) => (
          <button
            className="ds-button"
            data-variant="tertiary"
            type="submit"
            key={status}
            name="intent"
            value={status}
            aria-label={t(`placement.moveLabel.${status}`, { title })}
          >
            {t(`placement.move.${status}`)}
          </button>
        ))}
        {next.includes("archived") && claimed === 0 ? (
          <button
            className="ds-button"
            data-variant="tertiary"
            type="submit"
            name="intent"
            value="archived"
            aria-label={t("placement.moveLabel.archived", { title })}
          >
            {t("placement.move.archived")}
          </button>
        ) : null}
      </div>
      {next.includes("archived") ? (
        <p className="pk-soft pk-small">{t(claimed > 0 ? "placement.taken" : "placement.endHelp")}</p>
      ) : null}
    </details>
  );
}
