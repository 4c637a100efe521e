import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  freeName,
  type MergeChoices,
  type MergeErrors,
  type MergeField,
  type MergeRecord,
  type Side,
  typedFor,
  type WorkplaceClash,
} from "#app/domain/organisations/merge";
import { formatDate } from "#app/i18n/format";

const formId = "sammanslagning";
const sides: readonly Side[] = ["kept", "gone"];

type Preview = {
  kept: MergeRecord;
  gone: MergeRecord;
  differing: MergeField[];
  clashes: WorkplaceClash[];
  moves: Record<string, number>;
  version: string;
};
type Refused = { choices: MergeChoices; typed: string; errors: MergeErrors } | null;

/** Which values stay, what becomes of names that stand twice, what moves, and a typed yes. */
export function MergeForm({ preview, refused }: { preview: Preview; refused: Refused }) {
  const { kept, gone, differing, clashes } = preview;
  const { t } = useTexts("register");
  const errors = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([name, code]) => [name, [code]]),
  );
  return (
    <Form method="post" className="pk-stack">
      <ErrorSummary formId={formId} ns="register" errors={errors} />
      <input type="hidden" name="med" value={gone.id} />
      <input type="hidden" name="version" value={preview.version} />
      <div className="pk-pairs">
        <RecordCard heading={t("merge.stays")} record={kept} />
        <RecordCard heading={t("merge.goes")} record={gone} />
        <p>
          <Link className="pk-tap" to={`/samordnare/arbetsgivare/${gone.id}/sla-ihop?med=${kept.id}`}>
            {t("merge.swap")}
          </Link>
        </p>
      </div>
      <section className="pk-panel pk-stack" aria-labelledby="uppgifter">
        <h2 id="uppgifter">{t("merge.values")}</h2>
        {differing.length === 0 ? <p>{t("merge.valuesSame")}</p> : null}
        {differing.map((field) => (
          <Pick
            key={field}
            name={`falt.${field}`}
            legend={t(`merge.fields.${field}`)}
            chosen={refused?.choices.fields[field] ?? null}
            error={refused?.errors[`falt.${field}`]}
            options={sides.map((side) => ({
              value: side,
              label: <ValueOf record={side === "kept" ? kept : gone} field={field} />,
            }))}
          />
        ))}
      </section>
      {clashes.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="krockar">
          <h2 id="krockar">{t("merge.clashes")}</h2>
          {clashes.map((clash) => (
            <Clash key={clash.gone.id} clash={clash} preview={preview} refused={refused} />
          ))}
        </section>
      ) : null}
      <Moves preview={preview} />
      <section className="pk-panel pk-stack">
        <p>{t("merge.forever")}</p>
        <TextField
          field={{
            id: `${formId}-typed`,
            name: "typed",
            initialValue: refused?.typed,
            errors: errors.typed,
          }}
          ns="register"
          label={t(gone.organisationNumber === null ? "merge.typedName" : "merge.typed", {
            number: typedFor(gone),
          })}
          hint={t("merge.typedHint")}
          autoComplete="off"
          longest={120}
        />
        <p>
          <button className="ds-button" type="submit">
            {t("merge.submit")}
          </button>
        </p>
      </section>
    </Form>
  );
}

function RecordCard({ heading, record }: { heading: string; record: MergeRecord }) {
  return (
    <section className="pk-panel">
      <h2>{heading}</h2>
      <p>
        <Link to={`/samordnare/arbetsgivare/${record.id}`}>{record.name}</Link>
      </p>
      <p className="pk-soft">{record.organisationNumber ?? <NoNumber />}</p>
    </section>
  );
}

function NoNumber() {
  const { t } = useTexts("register");
  return <>{t("page.noNumber")}</>;
}

function ValueOf({ record, field }: { record: MergeRecord; field: MergeField }) {
  const { t, i18n } = useTexts("register");
  if (field === "owner") return <>{record.owner?.name ?? t("merge.nobody")}</>;
  if (field === "sector") return <>{t(`vocabulary:sector.${record.sector}`)}</>;
  if (field !== "appetite") return <>{record[field]}</>;
  const day = record.askAgainOn ? t("askAgainOn", { day: formatDate(i18n.language, record.askAgainOn) }) : "";
  return <>{`${t(`appetite.${record.appetite}`)} ${day}`.trim()}</>;
}

function Pick(props: {
  name: string;
  legend: string;
  chosen: string | null;
  error: string | undefined;
  options: { value: string; label: ReactNode }[];
}) {
  const { t } = useTexts("register");
  const errorId = `${formId}-${props.name}-error`;
  return (
    <fieldset
      className="pk-question"
      id={`${formId}-${props.name}`}
      tabIndex={-1}
      aria-describedby={props.error ? errorId : undefined}
    >
      <legend className="ds-label">{props.legend}</legend>
      <div className="pk-checks">
        {props.options.map(({ value, label }) => (
          <label className="pk-check" key={value}>
            <input
              className="ds-input"
              type="radio"
              name={props.name}
              value={value}
              defaultChecked={props.chosen === value}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {props.error ? (
        <p className="pk-error" id={errorId}>
          {t(`error.${props.error}`)}
        </p>
      ) : null}
    </fieldset>
  );
}

function Clash({ clash, preview, refused }: { clash: WorkplaceClash; preview: Preview; refused: Refused }) {
  const { t } = useTexts("register");
  const { gone, kept, titles } = clash;
  const names = new Set([...preview.kept.workplaces, ...preview.gone.workplaces].map(({ name }) => name));
  const taken = new Set([...kept.placements, ...gone.placements].map(({ title }) => title));
  const chosen = refused?.choices.workplaces[gone.id];
  const errorsOf = (name: string) => {
    const code = refused?.errors[name];
    return code ? [code] : undefined;
  };
  return (
    <div className="pk-stack">
      <Pick
        name={`stalle.${gone.id}`}
        legend={t("merge.clash", { name: gone.name })}
        chosen={chosen?.answer ?? null}
        error={refused?.errors[`stalle.${gone.id}`]}
        options={[
          { value: "same", label: t("merge.same") },
          { value: "apart", label: t("merge.apart") },
        ]}
      />
      <p className="pk-soft">
        {t("merge.clashKept", kept)} {t("merge.clashGone", gone)}
      </p>
      <TextField
        field={{
          id: `${formId}-stallenamn.${gone.id}`,
          name: `stallenamn.${gone.id}`,
          initialValue: chosen?.newName ?? freeName(gone.name, names),
          errors: errorsOf(`stallenamn.${gone.id}`),
        }}
        ns="register"
        label={t("merge.newName")}
        hint={t("merge.newNameHint")}
        longest={120}
      />
      {titles.map(({ id, title }) => (
        <TextField
          key={id}
          field={{
            id: `${formId}-rubrik.${id}`,
            name: `rubrik.${id}`,
            initialValue: refused?.choices.titles[id] ?? freeName(title, taken),
            errors: errorsOf(`rubrik.${id}`),
          }}
          ns="register"
          label={t("merge.newTitle", { title })}
          hint={t("merge.newTitleHint")}
          longest={120}
        />
      ))}
    </div>
  );
}

function Moves({ preview: { gone, moves } }: { preview: Preview }) {
  const { t } = useTexts("register");
  const counts: [string, number][] = [
    ["workplaces", gone.workplaces.length],
    ["placements", gone.workplaces.reduce((sum, { placements }) => sum + placements.length, 0)],
    ["people", gone.people.length],
    ...Object.entries(moves),
  ];
  const moving = counts.filter(([, count]) => count > 0);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="flyttas">
      <h2 id="flyttas">{t("merge.moves")}</h2>
      {moving.length === 0 ? <p>{t("merge.moving.nothing")}</p> : null}
      <ul className="pk-plainlist">
        {moving.map(([what, count]) => (
          <li key={what}>{t(`merge.moving.${what}`, { count })}</li>
        ))}
        {gone.workplaces.map(({ id, name, placements }) => (
          <li key={id} className="pk-soft">
            {[name, ...placements.map(({ title }) => title)].join(" · ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
