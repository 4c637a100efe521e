import { Link } from "@remix-run/react";
import { PauseWords } from "#app/components/agreements/pause-panel";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementStep } from "#app/domain/agreements/agreement-status";
import { openPause, type Pause } from "#app/domain/agreements/pause";
import type { AgreementState } from "#app/domain/agreements/state";
import { wayToEnd } from "#app/domain/agreements/way-to-end";

type Stay = { pauses: readonly Pause[]; steps: readonly AgreementStep[]; state: AgreementState };

/** Staff: the pause that goes on or comes, and the ways to the page where it is paused, begun again or ended. */
export function StayPanel({ id, read, today }: { id: string; read: Stay; today: string }) {
  const { t } = useTexts(["lifecycle", "agreements"]);
  const { pauses, steps } = read;
  const pause = openPause(pauses, today);
  const end = wayToEnd(read);
  const at = `/overenskommelser/${id}/paus`;
  const ways = [
    ...(pause && steps.includes("resumed") ? [{ open: "borja-igen", text: t("pause.resume") }] : []),
    ...(steps.includes("paused") && pause?.until !== null ? [{ open: "pausa", text: t("pause.title") }] : []),
    ...(end ? [{ open: end, text: t(`agreements:end.${end === "cancelled" ? end : "staff"}.title`) }] : []),
  ];
  // When it is over, what there was of pauses can still be read.
  if (ways.length === 0 && pauses.length > 0) ways.push({ open: "tidigare", text: t("pause.earlier") });
  if (ways.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="paus">
      <h2 id="paus">{t("stay.heading")}</h2>
      {pause ? <PauseWords pause={pause} voice="staff" today={today} /> : null}
      <ul>
        {ways.map(({ open, text }) => (
          <li key={open}>
            <Link to={`${at}?oppna=${open}`}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
