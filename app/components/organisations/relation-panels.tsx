import { Link } from "@remix-run/react";
import { AppetiteState } from "#app/components/organisations/appetite-state";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import type { EmployerPage } from "#app/domain/organisations/register";
import { formatDate } from "#app/i18n/format";

/** Who holds the relation, and the way to hand it over. */
export function OwnerPanel({ employer, isMine }: { employer: EmployerPage; isMine: boolean }) {
  const { t } = useTexts("register");
  const { owner } = employer;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="kontaktagare">
      <h2 id="kontaktagare">{t("page.owner")}</h2>
      <p>
        {owner === null ? t("owner.nobody") : null}
        {owner ? (
          <strong>
            {owner.association
              ? t("page.ownerName", { name: owner.name, association: owner.association })
              : owner.name}
          </strong>
        ) : null}{" "}
        {isMine ? t("page.ownerYou") : null}
      </p>
      <p className="pk-soft">{t("page.ownerLead")}</p>
      <p>
        <LinkButton to={`/samordnare/arbetsgivare/${employer.id}/kontaktagare`}>
          {owner ? t("page.changeOwner") : t("page.takeOwner")}
        </LinkButton>
      </p>
    </section>
  );
}

/** Whether they want to take somebody, and when to ask again. */
export function AppetitePanel({ employer }: { employer: EmployerPage }) {
  const { t, i18n } = useTexts("register");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="vilja">
      <h2 id="vilja">{t("page.appetite")}</h2>
      <p>
        <AppetiteState appetite={employer.appetite} />
      </p>
      {employer.askAgainOn ? (
        <p>{t("askAgainOn", { day: formatDate(i18n.language, employer.askAgainOn) })}</p>
      ) : null}
      <p>
        <Link className="pk-tap" to={`/samordnare/arbetsgivare/${employer.id}/andra`}>
          {t("page.change")}
          <span className="ds-sr-only">: {t("page.appetite")}</span>
        </Link>
      </p>
    </section>
  );
}

/** The rings that the employer is in, and the others there. */
export function RingsPanel({ rings }: { rings: EmployerPage["rings"] }) {
  const { t } = useTexts("register");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="ringar">
      <h2 id="ringar">{t("page.rings")}</h2>
      <p className="pk-soft">{t("page.ringLead")}</p>
      {rings.length === 0 ? <p>{t("page.noRing")}</p> : null}
      {rings.map(({ id, name, others }) => (
        <div key={id}>
          <h3>
            <Link to={`/samordnare/arbetsgivarringar/${id}`}>{name}</Link>
          </h3>
          {others.length === 0 ? <p>{t("page.ringAlone")}</p> : null}
          <ul className="pk-plainlist">
            {others.map((other) => (
              <li key={other.id}>
                <Link className="pk-tap" to={`/samordnare/arbetsgivare/${other.id}`}>
                  {other.name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <Link className="pk-tap" to="/samordnare/arbetsgivarringar">
          {t("page.toRings")}
        </Link>
      </p>
    </section>
  );
}
