import { Link } from "@remix-run/react";
import { AgreementStateMark } from "#app/components/agreements/agreement-state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Party } from "#app/domain/agreements/signatures";
import type { AgreementState } from "#app/domain/agreements/state";

type Card = {
  id: string;
  number: string;
  /** Whose it is, told to a case worker, who has several. */
  reference: string | null;
  title: string;
  state: AgreementState;
  toSign: boolean;
};

/** Agreements of the reader's own; nothing at all when there are none. `reader`: whose page it is; `at`: the address of one. */
export function AgreementCards({
  agreements,
  reader,
  at,
}: {
  agreements: readonly Card[];
  reader: Party;
  at: (id: string) => string;
}) {
  const { t } = useTexts("agreements");
  if (agreements.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="overenskommelser">
      <h2 id="overenskommelser">{t("own.section")}</h2>
      <ul className="pk-agreements">
        {agreements.map(({ id, number, reference, title, state, toSign }) => (
          <li key={id}>
            <div>
              <p>
                <b>{title}</b>{" "}
                <span className="pk-soft">
                  {reader === "agency" && reference ? `${reference} · ${number}` : number}
                </span>
              </p>
              <AgreementStateMark state={state} reader={toSign ? reader : undefined} />
            </div>
            <Link className="ds-button" data-variant={toSign ? "primary" : "secondary"} to={at(id)}>
              {t(toSign ? "own.toSign" : "own.read")}
              <span className="ds-sr-only"> {number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
