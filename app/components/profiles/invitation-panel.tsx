import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

/** Whether the participant has been invited to sign in, and the button that does it. */
export function InvitationPanel(props: {
  invitation: { mayBeInvited: boolean; sentAt: Date | null; isOnItsWay: boolean };
  mayChange: boolean;
}) {
  const { mayBeInvited, sentAt, isOnItsWay } = props.invitation;
  const { t, i18n } = useTexts("profiles");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="inbjudan">
      <h2 id="inbjudan">{t("invite.title")}</h2>
      <p>{sentAt ? t("invite.sent", { day: formatDate(i18n.language, sentAt) }) : t("invite.never")}</p>
      {isOnItsWay ? <p>{t("invite.onItsWay")}</p> : null}
      {props.mayChange && mayBeInvited && !isOnItsWay ? (
        <Form method="post">
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="bjud-in">
            {t(sentAt ? "invite.again" : "invite.button")}
          </button>
        </Form>
      ) : null}
      {mayBeInvited ? null : <p className="pk-soft">{t("invite.cannot")}</p>}
    </section>
  );
}
