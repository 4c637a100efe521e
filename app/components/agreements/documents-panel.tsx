import { useTranslation } from "react-i18next";
import type { Agreement, AgreementVersion } from "#app/domain/agreements/agreement";

/** The documents of an agreement: every version that was sent as a PDF, and the days as a calendar when it counts. */
export function DocumentsPanel(props: {
  agreement: Pick<Agreement, "id" | "status">;
  versions: readonly AgreementVersion[];
}) {
  const { t } = useTranslation("signing");
  const { agreement, versions } = props;
  const at = `/overenskommelser/${agreement.id}`;
  const sent = versions.filter(({ hash, status }) => hash !== null && status !== "withdrawn");
  if (sent.length === 0) return null;
  const nameOf = ({ amendment }: AgreementVersion) =>
    amendment === 0 ? t("documents.original") : t("documents.amendment", { n: amendment });
  return (
    <section className="pk-panel" aria-labelledby="dokument">
      <h2 id="dokument">{t("documents.title")}</h2>
      <ul>
        {sent.map((version) => (
          <li key={version.number}>
            <a href={`${at}.pdf?version=${version.number}`}>
              {t(version.status === "agreed" ? "documents.agreed" : "documents.waiting", {
                what: nameOf(version),
              })}
            </a>
          </li>
        ))}
        {sent.some(({ status }) => status === "agreed") && agreement.status !== "cancelled" ? (
          <li>
            <a href={`${at}.ics`}>{t("documents.calendar")}</a>
          </li>
        ) : null}
      </ul>
      <p className="pk-soft pk-small">
        <a href="/verifiera">{t("link.checked")}</a>
      </p>
    </section>
  );
}
