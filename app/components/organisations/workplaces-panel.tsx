import { Link } from "@remix-run/react";
import { KindMark } from "#app/components/ui/kind-mark";
import { useTexts } from "#app/components/ui/use-texts";
import type { EmployerPlacement, EmployerWorkplace } from "#app/domain/organisations/register";
import { formatDate } from "#app/i18n/format";

/** Where an employer is, what it offers there, and how many slots are free. */
export function WorkplacesPanel({
  employerId,
  workplaces,
}: {
  employerId: number;
  workplaces: EmployerWorkplace[];
}) {
  const { t } = useTexts("register");
  const at = `/samordnare/arbetsgivare/${employerId}`;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="arbetsstallen">
      <h2 id="arbetsstallen">{t("page.workplaces")}</h2>
      {workplaces.length === 0 ? <p>{t("page.noWorkplaces")}</p> : null}
      {workplaces.map((workplace) => (
        <div key={workplace.id} className="pk-workplace">
          <h3>{workplace.name}</h3>
          <p className="pk-soft">
            {[workplace.address, placeOf(workplace)].filter(Boolean).join(", ")}{" "}
            <Link
              to={`${at}/arbetsstalle/${workplace.id}`}
              aria-label={t("page.changeWorkplace", { name: workplace.name })}
            >
              {t("page.change")}
            </Link>
          </p>
          {workplace.placements.length === 0 ? <p>{t("page.noPlacements")}</p> : null}
          <ul className="pk-plainlist">
            {workplace.placements.map((placement) => (
              <PlacementLine key={placement.id} placement={placement} />
            ))}
          </ul>
        </div>
      ))}
      <p className="pk-row">
        <Link
          className="ds-button"
          data-variant="secondary"
          to={`/samordnare/platser/ny?arbetsgivare=${employerId}`}
        >
          {t("page.addPlacement")}
        </Link>
        <Link className="ds-button" data-variant="tertiary" to={`${at}/arbetsstalle/nytt`}>
          {t("page.addWorkplace")}
        </Link>
      </p>
    </section>
  );
}

function PlacementLine({ placement }: { placement: EmployerPlacement }) {
  const { t, i18n } = useTexts("register");
  const { id, title, kinds, status, capacity, freeSlots, lastConfirmedOn, isOurs } = placement;
  return (
    <li className="pk-slot">
      {kinds[0] ? <KindMark kind={kinds[0]} size="xs" /> : null}
      <span>
        <Link to={`/platser/${id}`}>{title}</Link>
        <br />
        {status === "published" ? (
          <strong>{t("page.free", { free: freeSlots, capacity })}</strong>
        ) : (
          t(`vocabulary:placementStatus.${status}`)
        )}
        {status === "published" || status === "paused"
          ? `, ${t("page.confirmedOn", { day: formatDate(i18n.language, lastConfirmedOn) })}`
          : null}
      </span>
      {isOurs ? (
        <Link
          className="pk-tap"
          to={`/samordnare/platser/${id}`}
          aria-label={t("page.changePlacement", { title })}
        >
          {t("page.change")}
        </Link>
      ) : null}
    </li>
  );
}

function placeOf({ locality, municipality }: EmployerWorkplace): string {
  return locality === municipality ? locality : `${locality} (${municipality})`;
}
