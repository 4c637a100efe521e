import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { InstrumentEditor } from "#app/components/followups/instrument-editor";
import { Statements } from "#app/components/followups/own-rating-form";
import { StatementList } from "#app/components/followups/statement-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { fieldsOf, instrumentCode, readInstrumentForm } from "#app/domain/followups/instrument-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatMoment } from "#app/i18n/format";
import {
  activateInstrument,
  readInstrument,
  readInstruments,
  saveInstrument,
} from "#app/services/followups/edit-instrument.server";

const above = "/admin/skattningar";

/** `kod`: an own instrument, or `ny`. */
export const loader = page(["admin"], async ({ actor, params }) => {
  if (params.kod === "ny") {
    unwrap(await readInstruments(actor));
    return { code: `egen-${randomUUID().slice(0, 8)}`, isNew: true, draft: null, base: null };
  }
  const { instrument } = unwrap(await readInstrument(actor, params.kod ?? ""));
  const draft = instrument.versions.find(({ usedAt }) => usedAt === null) ?? null;
  const base = draft ?? instrument.versions[0] ?? null;
  return { code: instrument.code, isNew: false, draft, base };
});

type Refused = { refused: string | null; fields: Record<string, string>; errors: Record<string, string[]> };

/** `gor`: `spara` (the draft), `anvand` (with `version`, `seen`). */
export const action = submit(["admin"], async ({ actor, params, form }) => {
  const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const isNew = params.kod === "ny";
  const code = isNew ? (fields.code ?? "") : (params.kod ?? "");
  const { own } = unwrap(await readInstruments(actor));
  const instrument = own.find((one) => one.code === code);
  if (!isNew) unwrap(await readInstrument(actor, code));
  if (fields.gor === "anvand") {
    const [version, seen] = [Number(fields.version), Number(fields.seen)];
    const used = await activateInstrument(actor, { code, version, seen });
    if (!used.ok && used.code === "changed_meanwhile") {
      const draft = instrument?.versions.find(({ usedAt }) => usedAt === null);
      return data<Refused>({ refused: "read_again", fields: draft ? fieldsOf(draft) : {}, errors: {} }, 409);
    }
    unwrap(used);
    return redirectWith(above, "instrument_used");
  }
  const taken = new Set(instrument?.versions.flatMap(({ items }) => items.map(({ id }) => id)) ?? []);
  const { name, items, errors } = readInstrumentForm(fields, taken);
  if (!instrumentCode.test(code)) return data<Refused>({ refused: "changed_meanwhile", fields, errors }, 400);
  if (Object.keys(errors).length > 0) return data<Refused>({ refused: null, fields, errors }, 400);
  const saved = await saveInstrument(actor, { code, name, items, seen: Number(fields.seen) || 0 });
  if (!saved.ok && (saved.code === "changed_meanwhile" || saved.code === "no_draft"))
    return data<Refused>({ refused: saved.code, fields, errors: {} }, 409);
  unwrap(saved);
  return redirectWith(`${above}/${code}`, "instrument_saved");
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "ratings:admin.title" };

/** The draft of an own instrument: written, looked at as the participant will, and put to use. */
export default function InstrumentPage() {
  const { code, isNew, draft, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["ratings", "start"]);
  const refused: Refused | null = answer && "fields" in answer ? answer : null;
  const isConflict = refused?.refused === "changed_meanwhile";
  const fields = refused?.fields ?? (base ? fieldsOf(base) : {});
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/admin", text: t("start:admin.title") },
          { to: above, text: t("admin.title") },
        ]}
        here={isNew ? t("admin.new") : (base?.name ?? code)}
      />
      <PageTitle title={isNew ? t("admin.new") : (base?.name ?? code)} lead={t("admin.saveText")} />
      <Note tone="warn">{t("admin.licence")}</Note>
      {refused?.refused ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.refused}`)}</p>
        </Note>
      ) : null}
      {isConflict && draft ? (
        <section className="pk-panel pk-stack" aria-labelledby="andra">
          <h2 id="andra">
            {t("meanwhile", {
              who: draft.savedByName,
              when: formatMoment(i18n.language, draft.savedAt),
            })}
          </h2>
          <StatementList items={draft.items} />
        </section>
      ) : null}
      <InstrumentEditor
        key={`${draft?.revision ?? 0} ${refused ? "refused" : ""}`}
        code={refused?.fields.code ?? code}
        seen={draft?.revision ?? 0}
        fields={fields}
        errors={refused?.errors ?? {}}
      />
      {draft && !refused ? (
        <section className="pk-stack" aria-labelledby="sa">
          <h2 id="sa">{t("admin.preview")}</h2>
          <p className="pk-soft">
            {t("admin.savedBy", {
              who: draft.savedByName,
              when: formatMoment(i18n.language, draft.savedAt),
            })}
          </p>
          <div className="pk-stack pk-narrow">
            <Statements items={draft.items} place="visa" typed={{}} missing={[]} />
          </div>
          <Form method="post" className="pk-panel pk-stack">
            <input type="hidden" name="version" value={draft.version} />
            <input type="hidden" name="seen" value={draft.revision} />
            <p>{t("admin.activateText")}</p>
            <p>
              <button className="ds-button" type="submit" name="gor" value="anvand">
                {t("admin.activateDraft", { version: draft.version })}
              </button>
            </p>
          </Form>
        </section>
      ) : null}
    </div>
  );
}
