import { NearNames } from "#app/components/geo/near-names";

/**
 * "Menade du Lindesberg?" in a form: the button sends the form with that name as `menade` (http/meant.server). The Enter
 * key sends what is typed, as long as the first button of the form is not a name.
 */
export function NearChoices({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <button className="ds-sr-only" type="submit" tabIndex={-1} aria-hidden="true" />
      <NearNames names={names}>
        {(name) => (
          <button className="ds-button" data-variant="tertiary" type="submit" name="menade" value={name}>
            {name}
          </button>
        )}
      </NearNames>
    </>
  );
}
