import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FreshnessState } from "#app/components/placements/freshness-state";
import { State } from "#app/components/ui/state";
import type { Freshness } from "#app/domain/placements/freshness";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";

export type OwnPlacement = {
  id: number;
  title: string;
  locality: string;
  status: PlacementStatus;
  listed: boolean;
  capacity: number;
  claimed: number;
  freshness: Freshness;
  canConfirm: boolean;
};

/** An employer's placements: how they stand, how old the confirmation is, and one click that says it is right. */
export function OwnPlacements({ rows, total }: { rows: readonly OwnPlacement[]; total: number }) {
  const { t } = useTranslation("employer");
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
      {rows.length > 0 ? <p className="pk-sec__head pk-soft">{t("changeHelp")}</p> : null}
    </section>
  );
}

function Row({ row }: { row: OwnPlacement }) {
  const { t } = useTranslation(["employer", "vocabulary"]);
  const isHidden = row.status === "published" && !row.listed;
  return (
    <li className="pk-todo">
      <p className="pk-todo__who">
        <Link to={`/platser/${row.id}`}>{row.title}</Link>
        <br />
        {row.locality}
      </p>
      <p className="pk-todo__why">
        <FreshnessState freshness={row.freshness} />{" "}
        {row.status === "published" ? null : (
          <State tone="neutral">{t(`vocabulary:placementStatus.${row.status}`)}</State>
        )}
        {isHidden ? <State tone="warn">{t("hidden")}</State> : null}
        <br />
        {t("free", { count: Math.max(0, row.capacity - row.claimed), capacity: row.capacity })}
      </p>
      {row.canConfirm ? (
        <Form method="post">
          <input type="hidden" name="placementId" value={row.id} />
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
        </Form>
      ) : null}
    </li>
  );
}
