import { Form, Link } from "@remix-run/react";
import { LocalityInput } from "#app/components/geo/locality-input";
import { markOf } from "#app/components/geo/mark";
import { NearNames } from "#app/components/geo/near-names";
import { Icon } from "#app/components/ui/icon";
import { KindMark } from "#app/components/ui/kind-mark";
import { useTexts } from "#app/components/ui/use-texts";
import {
  needs,
  offeredDistances,
  offeredHours,
  type SearchError,
  type SearchField,
  sortings,
  withValue,
} from "#app/domain/placements/search-choices";
import { adaptations, placementKinds, taskGroupNames, taskGroups } from "#app/domain/placements/vocabulary";

type Props = { query: URLSearchParams; chosen: number; errors: SearchError[]; near: string[] };

/** The fields that say what is wrong with them right where they stand. */
export const saysItself: readonly SearchField[] = [
  "ort",
  "km",
  "timmar",
  "svenska",
  "uppgift",
  "kommun",
  "fran",
];

/** The filters: a GET form. Closed on a phone, always open on a wide screen; keeps what was typed, right or wrong. */
export function SearchForm({ query, chosen, errors, near }: Props) {
  const { t } = useTexts("placements");
  const isChosen = (name: string, value: string) =>
    query.getAll(name).some((text) => text.split(",").includes(value));
  const hasMore = ["uppgift", "kommun", "fran", "anpassning"].some((name) => query.get(name));
  return (
    <details className="pk-filters" open={errors.length > 0 ? true : undefined}>
      <summary>
        <Icon name="filter" />
        {t("filter.title")}{" "}
        {chosen > 0 ? <span className="pk-soft">{t("filter.made", { count: chosen })}</span> : null}
        <Icon name="chevronDown" />
      </summary>
      <Form method="get" action="/platser" aria-label={t("filter.label")} key={query.toString()}>
        <div className="pk-filters__fields">
          <Field
            name="ort"
            label={t("filter.ort")}
            errors={errors}
            below={
              <NearNames names={near}>
                {(name) => <Link to={`/platser?${withValue(query, "ort", name)}`}>{name}</Link>}
              </NearNames>
            }
          >
            {(own) => (
              <LocalityInput
                {...own}
                placeholder={t("filter.ortHint")}
                maxLength={80}
                defaultValue={query.get("ort") ?? ""}
              />
            )}
          </Field>
          <Field name="km" label={t("filter.km")} errors={errors}>
            {(own) => (
              <select className="ds-input" {...own} defaultValue={query.get("km") ?? ""}>
                <option value="">{t("filter.kmAll")}</option>
                {withOwn(offeredDistances, query.get("km")).map((km) => (
                  <option key={km} value={km}>
                    {t("filter.kmMost", { km })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="timmar" label={t("filter.timmar")} errors={errors}>
            {(own) => (
              <select className="ds-input" {...own} defaultValue={query.get("timmar") ?? ""}>
                <option value="">{t("filter.timmarAll")}</option>
                {withOwn(offeredHours, query.get("timmar")).map((hours) => (
                  <option key={hours} value={hours}>
                    {t("filter.timmarMost", { hours })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="svenska" label={t("filter.svenska")} errors={errors}>
            {(own) => (
              <select className="ds-input" {...own} defaultValue={query.get("svenska") ?? ""}>
                <option value="">{t("swedish.3")}</option>
                {[0, 1, 2].map((level) => (
                  <option key={level} value={level}>
                    {t(`swedish.${level}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="pk-filters__rest">
          <fieldset>
            <legend>{t("filter.behov")}</legend>
            <div className="pk-checks">
              {needs.map((need) => (
                <label className="pk-check" key={need}>
                  <input
                    className="ds-input"
                    type="checkbox"
                    name="behov"
                    value={need}
                    defaultChecked={isChosen("behov", need)}
                  />
                  {t(`need.${need}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>{t("filter.typ")}</legend>
            <div className="pk-checks">
              {placementKinds.map((kind) => (
                <label className="pk-check" key={kind} data-kind={markOf(kind)}>
                  <input
                    className="ds-input"
                    type="checkbox"
                    name="typ"
                    value={kind}
                    defaultChecked={isChosen("typ", kind)}
                  />
                  <KindMark kind={kind} size="sm" />
                  {t(`vocabulary:kind.${kind}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <button className="ds-button" type="submit">
            {t("filter.show")}
          </button>
        </div>
        <details className="pk-filters__more" open={hasMore || undefined}>
          <summary className="pk-tap">
            {t("filter.more")}
            <Icon name="chevronDown" small />
          </summary>
          <div className="pk-filters__fields">
            <Field name="uppgift" label={t("filter.uppgift")} errors={errors}>
              {(own) => (
                <select className="ds-input" {...own} defaultValue={query.get("uppgift") ?? ""}>
                  <option value="">{t("filter.uppgiftAll")}</option>
                  {taskGroupNames.map((group) => (
                    <optgroup key={group} label={t(`vocabulary:taskGroup.${group}`)}>
                      {taskGroups[group].map((task) => (
                        <option key={task} value={task}>
                          {t(`vocabulary:task.${task}`)}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              )}
            </Field>
            <Field name="kommun" label={t("filter.kommun")} errors={errors}>
              {(own) => (
                <input
                  className="ds-input"
                  {...own}
                  maxLength={80}
                  placeholder={t("filter.kommunAll")}
                  defaultValue={query.get("kommun") ?? ""}
                />
              )}
            </Field>
            <Field name="fran" label={t("filter.fran")} errors={errors}>
              {(own) => (
                <input className="ds-input" type="date" {...own} defaultValue={query.get("fran") ?? ""} />
              )}
            </Field>
            <Field name="sort" label={t("filter.sort")} errors={errors}>
              {(own) => (
                <select className="ds-input" {...own} defaultValue={query.get("sort") ?? ""}>
                  {sortings.map((sort, index) => (
                    <option key={sort} value={index === 0 ? "" : sort}>
                      {t(`sort.${sort}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <fieldset>
            <legend>{t("filter.anpassning")}</legend>
            <div className="pk-checks">
              {adaptations.map((adaptation) => (
                <label className="pk-check" key={adaptation}>
                  <input
                    className="ds-input"
                    type="checkbox"
                    name="anpassning"
                    value={adaptation}
                    defaultChecked={isChosen("anpassning", adaptation)}
                  />
                  {t(`vocabulary:adaptation.${adaptation}`)}
                </label>
              ))}
            </div>
          </fieldset>
        </details>
      </Form>
    </details>
  );
}

type Own = { id: string; name: string; "aria-invalid"?: true; "aria-describedby"?: string };

function Field(props: {
  name: string;
  label: string;
  errors: SearchError[];
  below?: React.ReactNode;
  children: (own: Own) => React.ReactNode;
}) {
  const { t } = useTexts("placements");
  const error = props.errors.find(({ field }) => field === props.name);
  const errorId = `${props.name}-fel`;
  const own = { id: props.name, name: props.name };
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={props.name}>
        {props.label}
      </label>
      {props.children(error ? { ...own, "aria-invalid": true, "aria-describedby": errorId } : own)}
      {error ? (
        <p className="ds-validation-message" data-color="danger" id={errorId}>
          {t(`invalid.${error.code}`)}
        </p>
      ) : null}
      {props.below}
    </div>
  );
}

/** A value that came with the address is offered too: a shared link keeps its meaning. */
function withOwn(offered: readonly number[], own: string | null): (number | string)[] {
  return own && !offered.includes(Number(own)) ? [own, ...offered] : [...offered];
}
