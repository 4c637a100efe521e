import { useTexts } from "#app/components/ui/use-texts";
import type { HostedSummary } from "#app/domain/organisations/guard";

/** Unpaid periods at an employer: how many, how long, who again, and how many led somewhere. */
export function HostingPanel({ hosting }: { hosting: HostedSummary }) {
  const { t } = useTexts("register");
  const { stays, ofOthers, meanWeeks, ended, ledOn, isOwnOnly, repeated } = hosting;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="oavlonat">
      <h2 id="oavlonat">{t("hosting.title")}</h2>
      {stays === 0 ? (
        <p>{t("hosting.none")}</p>
      ) : (
        <dl className="pk-dl">
          <Fact label={t("hosting.stays")} value={stays} />
          {ofOthers > 0 ? <Fact label={t("hosting.ofOthers")} value={ofOthers} /> : null}
          <Fact label={t("hosting.weeks")} value={meanWeeks ?? 0} />
          <Fact
            label={t("hosting.led")}
            value={ended === 0 ? t("hosting.nobodyEnded") : t("hosting.ledOf", { led: ledOn, ended })}
          />
        </dl>
      )}
      {isOwnOnly ? <p className="pk-soft">{t("hosting.ownOnly")}</p> : null}
      {repeated.length > 0 ? (
        <ul className="pk-plainlist">
          {repeated.map(({ reference, times }, place) => (
            <li key={reference ?? `p${place}`}>
              {t("hosting.repeated", { count: times, reference: reference ?? t("hosting.protected") })}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="pk-soft pk-small">{t("hosting.basis")}</p>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string | number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="pk-num">{value}</dd>
    </div>
  );
}
