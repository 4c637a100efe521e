import { Form } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { SignatureSlot } from "#app/domain/agreements/signatures";
import { formatMoment } from "#app/i18n/format";

type Place = {
  slot: SignatureSlot;
  isOpen: boolean;
  reach: { address: string } | null;
  last: { address: string; sentAt: string | null } | null;
  waitUntil: string | null;
};

/** The places that are still empty: what was sent last, and a button that sends the link again. */
export function WaitingPlaces(props: {
  places: readonly Place[];
  refused: { code: string; until: string | null } | null;
}) {
  const { places, refused } = props;
  const { t, i18n } = useTexts(["signing", "document"]);
  const moment = (at: string) => formatMoment(i18n.language, at);
  const isOfLink =
    refused &&
    ["too_soon", "no_address", "already_signed", "not_out", "agency_last", "slot_missing"].includes(
      refused.code,
    );
  return (
    <>
      {isOfLink ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`, { when: refused.until ? moment(refused.until) : "" })}</p>
        </Note>
      ) : null}
      <ul className="pk-stack pk-plainlist">
        {places.map(({ slot, isOpen, reach, last, waitUntil }) => (
          <li className="pk-panel pk-stack" key={slot}>
            <h2>{t(`document:slot.${slot}`)}</h2>
            <p>
              {last
                ? last.sentAt
                  ? t("waiting.last", { when: moment(last.sentAt), address: last.address })
                  : t("waiting.asked", { address: last.address })
                : t(slot === "coordinator" ? "waiting.ownAccount" : "waiting.never")}
            </p>
            {isOpen ? null : <p className="pk-soft">{t("waiting.later")}</p>}
            {slot !== "coordinator" && !reach ? <p className="pk-soft">{t("waiting.noAddress")}</p> : null}
            {waitUntil ? <p className="pk-soft">{t("waiting.wait", { when: moment(waitUntil) })}</p> : null}
            {isOpen && reach && !waitUntil ? (
              <Form method="post">
                <input type="hidden" name="gor" value="lank" />
                <button className="ds-button" data-variant="secondary" type="submit" name="slot" value={slot}>
                  {t(last ? "waiting.send" : "waiting.sendFirst")}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
