import { useFetcher } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";

type Exclusion = { value: string; name: string; place: string | null };

/**
 * Workplaces to avoid: those chosen as ticked boxes, names that are near to choose from, and one field for the next.
 * Works without script; with it, names are suggested while typing.
 */
export function ExclusionFields(props: {
  excluded: FormField;
  exclude: FormField;
  exclusions: Exclusion[];
  near: Exclusion[];
}) {
  const { excluded, exclude, exclusions, near } = props;
  const { t } = useTexts("profiles");
  const suggestions = useFetcher<{ names: Exclusion[] }>();
  const label = ({ name, place }: Exclusion) => (place ? `${name}, ${place}` : name);
  const offered = [
    ...exclusions,
    ...near.filter(({ value }) => !exclusions.some((one) => one.value === value)),
  ];
  return (
    <section className="pk-panel pk-stack" aria-labelledby="undvik">
      <h2 id="undvik">{t("profile.avoid")}</h2>
      <p className="pk-soft">{t("profile.avoidHint")}</p>
      {offered.length > 0 ? (
        <Choices
          // A new list is a new question: ticks must follow what the server says.
          key={offered.map(({ value }) => value).join(" ")}
          field={{ ...pick(excluded), initialValue: exclusions.map(({ value }) => value) }}
          ns="profiles"
          type="checkbox"
          legend={t("profile.avoidList")}
          choices={offered.map((one) => ({ value: one.value, label: label(one) }))}
        />
      ) : null}
      <TextField
        field={exclude}
        ns="profiles"
        label={t("profile.avoidField")}
        list="arbetsgivare"
        autoComplete="off"
        longest={120}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          if (text.length > 1) suggestions.load(`/api/undantag.json?namn=${encodeURIComponent(text)}`);
        }}
      />
      <datalist id="arbetsgivare">
        {(suggestions.data?.names ?? []).map((one) => (
          <option key={one.value} value={one.name}>
            {one.place ?? ""}
          </option>
        ))}
      </datalist>
      <div className="pk-actions">
        <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="undvik">
          {t("profile.avoidAdd")}
        </button>
      </div>
    </section>
  );
}

/** A conform field is a proxy: only named properties can be copied. */
function pick({ id, name, errors }: FormField): FormField {
  return { id, name, errors };
}
