import { Link } from "@remix-run/react";
import { FactList } from "#app/components/ui/fact-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { ContactLog } from "#app/domain/followups/contact-log";
import type { FeltDay } from "#app/domain/followups/feeling";
import { formatDay, formatNumber } from "#app/i18n/format";

/** What has been since last time, to have read before one asks. */
export function LogSince(props: {
  since: {
    last: ContactLog | null;
    planned: number;
    real: number;
    away: number;
    feelings: readonly FeltDay[];
  };
  agreementId: string;
  participant: string;
}) {
  const { t, i18n } = useTexts("visit");
  const { last, planned, real, away, feelings } = props.since;
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  const isWritten = planned > 0 || real > 0 || away > 0;
  return (
    <section className="pk-panel" aria-labelledby="sist">
      <h2 id="sist" className="pk-h3">
        {last ? t("since.title", { day: formatDay(i18n.language, last.heldAt) }) : t("since.titleFirst")}
      </h2>
      <FactList
        facts={[
          [t("since.last"), last ? last.words || t("since.nothing") : t("since.first")],
          [t("labels.marks"), last ? last.marks.map((mark) => t(`mark.${mark}`)).join(", ") : ""],
          [
            t("since.attendance"),
            isWritten
              ? `${t("since.hours", { real: number(real), planned: number(planned) })} ${away > 0 ? t("since.away", { count: away }) : ""}`
              : t("since.none"),
          ],
          [
            t("since.feelings", { who: props.participant }),
            feelings
              .toReversed()
              .map(({ value }) => t(`today:feeling.${value}`))
              .join(", "),
          ],
        ]}
      />
      <p>
        <Link className="pk-tap" to={`/overenskommelser/${props.agreementId}`} reloadDocument>
          {t("since.open")}
        </Link>
      </p>
    </section>
  );
}
