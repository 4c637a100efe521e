import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { RhythmCalendar } from "#app/components/followups/rhythm-calendar";
import { StepFields } from "#app/components/followups/step-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { ProblemBox } from "#app/components/ui/problem-box";
import { useTexts } from "#app/components/ui/use-texts";
import { mondayOf } from "#app/domain/agreements/period";
import { risks } from "#app/domain/followups/followup";
import type { Rhythm } from "#app/domain/followups/rhythm";
import {
  type RowError,
  readRows,
  rowsIn,
  rowsOf,
  type StepRow,
  withSpare,
} from "#app/domain/followups/rhythm-form";
import { isDay } from "#app/domain/iso-day";
import { dayAfter } from "#app/domain/organisations/day";
import { placementKinds } from "#app/domain/placements/vocabulary";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { changeRhythm, previewRhythm, readRhythms } from "#app/services/followups/rhythms.server";

const longest = 60;

function choiceIn(url: URL) {
  const kind = placementKinds.find((one) => one === url.searchParams.get("form")) ?? "praktik";
  const risk = risks.find((one) => one === url.searchParams.get("takt")) ?? "normal";
  return { kind, risk };
}

/** The sample: from the next Monday, twelve weeks, or a year of what is long. */
function sampleOf(values: { from: string; weeks: string }, today: string, kind: string) {
  const from = isDay(values.from) ? values.from : dayAfter(mondayOf(today), 7);
  const weeks = Number(values.weeks);
  const usual = kind === "skyddad" ? 54 : 12;
  return { from, weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= longest ? weeks : usual };
}

/** `form` (the kind), `takt` (the risk), `fran` and `veckor` (the sample). */
export const loader = page(["admin"], async ({ actor, url }) => {
  const { rhythms, today } = unwrap(await readRhythms(actor));
  const choice = choiceIn(url);
  const rhythm = rhythms.find(({ kind, risk }) => kind === choice.kind && risk === choice.risk)!;
  const typed = { from: url.searchParams.get("fran") ?? "", weeks: url.searchParams.get("veckor") ?? "" };
  const sample = sampleOf(typed, today, choice.kind);
  return {
    rhythm,
    own: rhythms.filter(({ version }) => version > 0).map(({ kind, risk }) => `${kind} ${risk}`),
    sample,
    rows: withSpare(rowsOf(rhythm.steps)),
    preview: await previewRhythm(rhythm.steps, sample.from, sample.weeks),
  };
});

type Preview = Awaited<ReturnType<typeof previewRhythm>>;
/** What was typed, what is wrong with it, what it gives, and what somebody else has saved meanwhile. */
type Answer = {
  rows: StepRow[];
  errors: RowError[];
  sample: ReturnType<typeof sampleOf>;
  preview: Preview | null;
  theirs: { rhythm: Rhythm; preview: Preview } | null;
};

/** `gor`: `visa` (what the steps would give, unsaved), `spara`, `aterga`. */
export const action = submit(["admin"], async ({ actor, url, form }) => {
  const { today } = unwrap(await readRhythms(actor));
  const choice = choiceIn(url);
  const here = `/admin/rytmer?form=${choice.kind}&takt=${choice.risk}`;
  const version = Number(form.get("version") ?? 0) || 0;
  const rows = rowsIn(form);
  const read = readRows(rows);
  const sample = sampleOf(
    { from: String(form.get("fran") ?? ""), weeks: String(form.get("veckor") ?? "") },
    today,
    choice.kind,
  );
  const intent = form.get("gor");
  const answer: Answer = { rows: withSpare(rows), errors: read.errors, sample, preview: null, theirs: null };
  if (intent !== "aterga" && read.steps === null) return data<Answer>(answer, 400);
  if (intent === "spara" || intent === "aterga") {
    const steps = intent === "spara" ? read.steps : null;
    const changed = await changeRhythm(actor, { ...choice, steps, version });
    if (changed.ok) return redirectWith(here, intent === "spara" ? "rhythm_saved" : "rhythm_restored");
    if (changed.code === "forbidden") return unwrap(changed);
    const { current } = changed;
    const errors = [{ row: null, field: null, code: changed.code }];
    const theirs = {
      rhythm: current,
      preview: await previewRhythm(current.steps, sample.from, sample.weeks),
    };
    const preview = read.steps && (await previewRhythm(read.steps, sample.from, sample.weeks));
    return data<Answer>({ ...answer, errors, preview, theirs }, 409);
  }
  const preview = read.steps && (await previewRhythm(read.steps, sample.from, sample.weeks));
  return data<Answer>({ ...answer, preview });
});

/** The page's title, read by root. */
export const handle = { title: "followups:rhythms.title" };

/** The rhythm of a kind and a risk, with what it gives on a calendar before it is saved. */
export default function Rhythms() {
  const read = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const answer: Answer | null = answered && "rows" in answered ? answered : null;
  const { t, i18n } = useTexts(["followups", "vocabulary", "start"]);
  const { rhythm } = read;
  const sample = answer?.sample ?? read.sample;
  const theirs = answer?.theirs ?? null;
  const version = theirs ? theirs.rhythm.version : rhythm.version;
  const nameOf = (kind: string, risk: string) =>
    t("rhythms.name", { kind: t(`vocabulary:kind.${kind}`), risk: t(`rhythms.risk.${risk}`) });
  const problems = (answer?.errors ?? []).map(({ row, field, code }) =>
    row === null
      ? { text: t(`error.${code}`), to: null }
      : {
          text: t("rhythms.rowError", { number: row + 1, text: t(`error.${code}`) }),
          to: field ? `steg-${row}-${field}` : `steg-${row}`,
        },
  );
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/admin", text: t("start:admin.title") }]} here={t("rhythms.crumb")} />
      <PageTitle title={t("rhythms.title")} lead={t("rhythms.lead")} />
      <nav aria-label={t("rhythms.which")}>
        <ul className="pk-rhythms">
          {placementKinds.flatMap((kind) =>
            risks.map((risk) => {
              const isShown = kind === rhythm.kind && risk === rhythm.risk;
              return (
                <li key={`${kind} ${risk}`}>
                  <Link
                    className="pk-tap"
                    to={`/admin/rytmer?form=${kind}&takt=${risk}`}
                    aria-current={isShown ? "page" : undefined}
                  >
                    {isShown ? <b>{nameOf(kind, risk)}</b> : nameOf(kind, risk)}
                  </Link>
                </li>
              );
            }),
          )}
        </ul>
      </nav>
      <ProblemBox id="rytm-problem" problems={problems} />
      {theirs ? (
        <RhythmCalendar
          title={
            theirs.rhythm.savedByName
              ? t("rhythms.theirs", { name: theirs.rhythm.savedByName })
              : t("rhythms.theirsShipped")
          }
          preview={theirs.preview}
        />
      ) : null}
      <div className="pk-two">
        <Form
          method="post"
          action={`/admin/rytmer?form=${rhythm.kind}&takt=${rhythm.risk}`}
          className="pk-panel pk-form"
          key={`${rhythm.kind} ${rhythm.risk} ${version}`}
          aria-labelledby="rytmen"
        >
          <h2 id="rytmen">{nameOf(rhythm.kind, rhythm.risk)}</h2>
          <p className="pk-soft">
            {rhythm.savedByName && rhythm.savedAt
              ? t("rhythms.own", {
                  name: rhythm.savedByName,
                  when: formatDate(i18n.language, rhythm.savedAt),
                })
              : t("rhythms.shipped")}
          </p>
          <input type="hidden" name="version" value={version} />
          {(answer?.rows ?? read.rows).map((row, index) => (
            <StepFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
              key={index}
              index={index}
              row={row}
              wrong={answer?.errors.filter((error) => error.row === index).map(({ field }) => field) ?? []}
            />
          ))}
          <div className="pk-fields">
            <div className="ds-field">
              <label className="ds-label" htmlFor="fran">
                {t("rhythms.startsOn")}
              </label>
              <input className="ds-input" id="fran" name="fran" type="date" defaultValue={sample.from} />
            </div>
            <div className="ds-field">
              <label className="ds-label" htmlFor="veckor">
                {t("rhythms.weeks")}
              </label>
              <input
                className="ds-input"
                id="veckor"
                name="veckor"
                inputMode="numeric"
                defaultValue={sample.weeks}
              />
            </div>
          </div>
          <div className="pk-actions">
            <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="visa">
              {t("rhythms.show")}
            </button>
            <button className="ds-button" type="submit" name="gor" value="spara">
              {t("rhythms.save")}
            </button>
            {rhythm.version > 0 || version > 0 ? (
              <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="aterga">
                {t("rhythms.restore")}
              </button>
            ) : null}
          </div>
        </Form>
        <RhythmCalendar
          title={t("rhythms.preview")}
          note={answer?.preview ? t("rhythms.unsaved") : null}
          preview={answer?.preview ?? read.preview}
        />
      </div>
    </div>
  );
}
