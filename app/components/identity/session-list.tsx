import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { deviceOf } from "#app/domain/identity/device";
import { formatDateTime } from "#app/i18n/format";

/** Where a person is signed in, each with a button that ends it. `createdAt` is an ISO time. */
export function SessionList(props: {
  sessions: readonly { id: string; userAgent: string; createdAt: string; current: boolean }[];
}) {
  const { t, i18n } = useTexts("identity");
  return (
    <ul className="pk-stack">
      {props.sessions.map(({ id, userAgent, createdAt, current }) => {
        const { browser, system } = deviceOf(userAgent);
        const device = t("account.device", {
          browser: browser ?? t("account.unknownBrowser"),
          system: system ?? t("account.unknownSystem"),
        });
        const time = formatDateTime(i18n.language, createdAt);
        return (
          <li key={id} className="pk-row">
            <div>
              <strong>{device}</strong>
              <div className="pk-soft pk-small">{t("account.since", { time })}</div>
            </div>
            {current ? (
              <span className="pk-state">{t("account.thisOne")}</span>
            ) : (
              <Form method="post">
                <input type="hidden" name="gor" value="avsluta" />
                <input type="hidden" name="session" value={id} />
                <button
                  className="ds-button"
                  data-variant="tertiary"
                  type="submit"
                  aria-label={t("account.endLabel", { device, time })}
                >
                  {t("account.end")}
                </button>
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
