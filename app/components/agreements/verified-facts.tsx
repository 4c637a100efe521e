import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDateTime } from "#app/i18n/format";

/** What anyone with a document is told of it. */
export function VerifiedFacts(props: {
  verified: {
    what: "agreement" | "certificate";
    number: string;
    version: number;
    standing: "in_force" | "replaced" | "waiting" | "called_back";
    isUnsigned: boolean;
    signed: number;
    required: number;
    lastSignedAt: string | null;
  };
}) {
  const { t, i18n } = useTexts("signing");
  const { what, number, version, standing, isUnsigned, signed, required, lastSignedAt } = props.verified;
  return (
    <>
      <Note tone={standing === "in_force" ? "ok" : "warn"} role="status">
        <p>
          <strong>
            {t(what === "certificate" ? `verify.certificate.${standing}` : `verify.yes.${standing}`)}
          </strong>
        </p>
      </Note>
      <section className="pk-panel pk-stack" aria-labelledby="om">
        <h2 id="om">{t("verify.facts")}</h2>
        <dl className="pk-dl">
          <div>
            <dt>{t("verify.number")}</dt>
            <dd>{number}</dd>
          </div>
          <div>
            <dt>{t("verify.version")}</dt>
            <dd>{version}</dd>
          </div>
          <div>
            <dt>{t("verify.signed")}</dt>
            <dd>{t("verify.signedOf", { signed, required })}</dd>
          </div>
          {lastSignedAt ? (
            <div>
              <dt>{t("verify.last")}</dt>
              <dd>{formatDateTime(i18n.language, lastSignedAt)}</dd>
            </div>
          ) : null}
        </dl>
        {isUnsigned ? <p className="pk-soft">{t("verify.unsigned")}</p> : null}
      </section>
    </>
  );
}
