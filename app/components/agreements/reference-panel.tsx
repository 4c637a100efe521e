import { Form } from "@remix-run/react";
import { ReferenceWords } from "#app/components/agreements/reference-words";
import { useTexts } from "#app/components/ui/use-texts";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import { formatDateTime } from "#app/i18n/format";

/** Staff ask the supervisor for a few words, and read them. */
export function ReferencePanel(props: {
  supervisor: {
    name: string;
    address: string | null;
    askedAt: string | null;
    waitUntil: string | null;
    said: SupervisorReference | null;
  };
}) {
  const { t, i18n } = useTexts("closing");
  const { address, askedAt, waitUntil, said } = props.supervisor;
  const when = (moment: string) => formatDateTime(i18n.language, moment);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="referens">
      <h2 id="referens">{t("reference.heading")}</h2>
      {said ? (
        <ReferenceWords said={said} />
      ) : address ? (
        <>
          <p>{t("reference.lead")}</p>
          {askedAt ? (
            <p className="pk-soft">{t("reference.asked", { address, day: when(askedAt) })}</p>
          ) : null}
          {waitUntil ? <p className="pk-soft">{t("reference.wait", { when: when(waitUntil) })}</p> : null}
          <Form method="post">
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="referens">
              {t(askedAt ? "reference.askAgain" : "reference.ask")}
            </button>
          </Form>
        </>
      ) : (
        <p>
          {t("reference.noAddress")} {t("reference.addAddress")}
        </p>
      )}
    </section>
  );
}
