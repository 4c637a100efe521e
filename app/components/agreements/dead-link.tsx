import { Form } from "@remix-run/react";
import type { LinkRefused } from "#app/components/agreements/link-sign-form";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { formatMoment } from "#app/i18n/format";

/** A link that opens nothing says why, and what to do: for an old one, or of a changed text, a new one can be sent. */
export function DeadLink(props: { code: string | null; refused: LinkRefused | null; hasSentNew: boolean }) {
  const { code, refused, hasSentNew } = props;
  const { t, i18n } = useTexts("signing");
  const what = (code ?? "link_unknown").replace("link_", "");
  const until = refused?.until ? formatMoment(i18n.language, refused.until) : "";
  return (
    <div className="pk-stack">
      <PageTitle title={t(`link.${what}.title`)} lead={t(`link.${what}.text`)} />
      {hasSentNew ? (
        <Note tone="ok" role="status">
          <p>{t("link.sentNew")}</p>
        </Note>
      ) : null}
      {refused ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`, { when: until, name: "" })}</p>
        </Note>
      ) : null}
      {(what === "expired" || what === "outdated") && !hasSentNew ? (
        <Form method="post">
          <button className="ds-button pk-big" type="submit" name="gor" value="ny-lank">
            {t("link.sendNew")}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
