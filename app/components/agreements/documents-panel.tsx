import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import type { Agreement, AgreementVersion } from "#app/domain/agreements/agreement";

/** The documents of an agreement: every version that was sent as a PDF, and the days as a calendar when it counts. */
export function DocumentsPanel(props: {
  agreement: Pick<Agreement, "id" | "number" | "status">;
  versions: readonly AgreementVersion[];
  /** Staff have the text and its history on a page of their own. */
  forStaff: boolean;
}) {
  const { t } = useTexts("signing");
  const { agreement, versions, forStaff } = props;
  const at = `/overenskommelser/${agreement.id}`;
  const sent = versions.filter(({ hash, status }) => hash !== null && status !== "withdrawn");
  if (sent.length === 0 && !forStaff) return null;
  // What counts, before that what is on its way: the form of the check is filled in with it.
  const known = sent.findLast(({ status }) => status === "agreed") ?? sent.at(-1);
  const nameOf = ({ amendment }: AgreementVersion) =>
    amendment === 0 ? t("documents.original") : t("documents.amendment", { n: amendment });
  return (
    <section className="pk-panel" aria-labelledby="dokument">
      <h2 id="dokument">{t("documents.title")}</h2>
      <ul>
        {forStaff ? (
          <li>
            <Link to={`${at}/text`}>{t("documents.text")}</Link>
          </li>
        ) : null}
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
      {known?.hash ? (
        <p className="pk-soft pk-small">
          <a href={`/verifiera?${new URLSearchParams({ nummer: agreement.number, hash: known.hash })}`}>
            {t("link.checked")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
