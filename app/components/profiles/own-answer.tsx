import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";

/**
 * The participant's answer to what was read, the inside of one form: a yes, or own words. What is typed goes along with
 * whichever button is pressed. `said` tells of a yes that is given already; `mayAgree` is whether one can be given now.
 */
export function OwnAnswer(props: {
  ns: "kartlaggning" | "profiles";
  field: FormField;
  version: number;
  said: string | null;
  mayAgree: boolean;
  mayTakeBack?: boolean;
}) {
  const { ns, field, version, said, mayAgree, mayTakeBack } = props;
  const { t } = useTexts(ns);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="stammer">
      <h2 id="stammer">{t(mayAgree || said ? "own.confirmHeading" : "own.commentHeading")}</h2>
      {said ? <p>{said}</p> : null}
      <input type="hidden" name="version" value={version} />
      <TextField
        field={field}
        ns={ns}
        label={t("own.comment")}
        hint={t(mayAgree ? "own.commentAlong" : "own.commentHint")}
        rows={4}
        longest={2000}
      />
      {mayAgree ? (
        <button className="ds-button pk-big" type="submit" name="gor" value="stammer">
          {t("own.confirm")}
        </button>
      ) : null}
      <button className="ds-button pk-big" data-variant="secondary" type="submit" name="gor" value="skicka">
        {t("own.send")}
      </button>
      {mayTakeBack ? (
        <button
          className="ds-button pk-big"
          data-variant="tertiary"
          type="submit"
          name="gor"
          value="ta-tillbaka"
        >
          {t("own.takeBack")}
        </button>
      ) : null}
    </section>
  );
}
