import { Form, Link } from "@remix-run/react";
import { FreshnessState } from "#app/components/placements/freshness-state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Freshness } from "#app/domain/placements/freshness";
import type { PlacementStatus, Visibility } from "#app/domain/placements/vocabulary";

type Row = {
  id: number;
  title: string;
  employerName: string;
  locality: string;
  status: PlacementStatus;
  visibility: Visibility;
  listed: boolean;
  capacity: number;
  claimed: number;
  freshness: Freshness;
  next: PlacementStatus[];
  canConfirm: boolean;
};

/** Who sees it now: one true sentence, also when nobody does. */
function seenBy({ status, listed, visibility }: Row, t: (key: string) => string): string {
  if (status === "in_review") return t("register.waits");
  if (status !== "published") return t("register.unseen");
  if (!listed) return t("register.hidden");
  return `${t("register.visibleTo")} ${t(`vocabulary:visibility.${visibility}`)}`;
}

/** A placement in the coordinator's register: how it stands, and what can be done with it now. */
export function RegisterRow({ row }: { row: Row }) {
  const { t } = useTexts("placements");
  const about = `${row.title}, ${row.employerName}`;
  return (
    <article className="pk-todo pk-register">
      <div className="pk-todo__who">
        <Link to={`/platser/${row.id}`}>{row.title}</Link>
        <p className="pk-soft">
          {row.employerName}, {row.locality}
        </p>
      </div>
      <div className="pk-todo__why">
        <p>
          <strong>{t(`vocabulary:placementStatus.${row.status}`)}</strong> ·{" "}
          {t("register.taken", { taken: row.claimed, capacity: row.capacity })} · {seenBy(row, t)}
        </p>
        <p>
          <FreshnessState freshness={row.freshness} status={row.status} />
        </p>
      </div>
      <Form method="post">
        <fieldset className="pk-row" aria-label={`${t("register.change")}: ${about}`}>
          <input type="hidden" name="plats" value={row.id} />
          {row.canConfirm ? (
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="bekrafta">
              {t("register.confirm")}
            </button>
          ) : null}
          {row.next.map((status) => (
            <button
              className="ds-button"
              data-variant="tertiary"
              type="submit"
              key={status}
              name="status"
              value={status}
            >
              {t(`transition.${status}`)}
            </button>
          ))}
          {row.status === "in_review" ? (
            <Link className="ds-button" data-variant="secondary" to={`/samordnare/granska/${row.id}`}>
              {t("offer:review.title")}
              <span className="ds-sr-only">: {about}</span>
            </Link>
          ) : null}
          {row.status === "archived" ? (
            <Link className="ds-button" data-variant="tertiary" to={`/samordnare/platser/ny?kopia=${row.id}`}>
              {t("register.again")}
              <span className="ds-sr-only">: {about}</span>
            </Link>
          ) : null}
          <Link className="ds-button" data-variant="tertiary" to={`/samordnare/platser/${row.id}`}>
            {t("register.edit")}
            <span className="ds-sr-only">: {about}</span>
          </Link>
        </fieldset>
      </Form>
    </article>
  );
}
