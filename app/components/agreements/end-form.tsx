import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Unfold } from "#app/components/profiles/referral/unfold";
import { cancelReasons, earlyEndReasons, initiatives } from "#app/domain/agreements/agreement-status";

/** Stopping: early, or before it began. Calm, with no more questions than it takes. `own`: participant or employer. */
export function EndForm({ to, own, open }: { to: "cancelled" | "ended_early"; own: boolean; open: boolean }) {
  const { t } = useTranslation("agreements");
  const isEarly = to === "ended_early";
  const title = isEarly ? (own ? "end.earlyOwn" : "end.early") : "end.cancel";
  const lead = isEarly ? (own ? "end.earlyOwnLead" : "end.earlyLead") : "end.cancelLead";
  return (
    <Unfold title={t(title)} open={open}>
      <Form method="post" className="pk-form">
        <p>{t(lead)}</p>
        <input type="hidden" name="gor" value="avsluta" />
        <input type="hidden" name="to" value={to} />
        <div className="ds-field">
          <label className="ds-label" htmlFor={`skal-${to}`}>
            {t("end.reason")}
          </label>
          <select className="ds-input" id={`skal-${to}`} name="reason" defaultValue="">
            <option value="">{t("choose")}</option>
            {(isEarly ? earlyEndReasons : cancelReasons).map((code) => (
              <option key={code} value={code}>
                {t(`end.reasons.${code}`)}
              </option>
            ))}
          </select>
        </div>
        {isEarly && !own ? (
          <div className="ds-field">
            <label className="ds-label" htmlFor="initiativ">
              {t("end.initiative")}
            </label>
            <select className="ds-input" id="initiativ" name="initiative" defaultValue="">
              <option value="">{t("choose")}</option>
              {initiatives.map((code) => (
                <option key={code} value={code}>
                  {t(`end.initiatives.${code}`)}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {own ? null : (
          <div className="ds-field">
            <label className="ds-label" htmlFor={`minnas-${to}`}>
              {t("end.note")}
            </label>
            <textarea className="ds-input" id={`minnas-${to}`} name="note" rows={3} maxLength={600} />
          </div>
        )}
        <div className="pk-actions">
          <button className="ds-button" data-variant="secondary" type="submit">
            {t(isEarly ? "end.earlyButton" : "end.cancelButton")}
          </button>
        </div>
      </Form>
    </Unfold>
  );
}
