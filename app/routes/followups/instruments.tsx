import { Form, useLoaderData } from "@remix-run/react";
import { StatementList } from "#app/components/followups/statement-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { State } from "#app/components/ui/state";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import {
  activateInstrument,
  readInstruments,
  stopUsingInstrument,
} from "#app/services/followups/edit-instrument.server";

const here = "/admin/skattningar";

export const loader = page(["admin"], async ({ actor }) => unwrap(await readInstruments(actor)));

/** `gor`: `anvand` (with `code`, `version`, `seen`), `sluta` (with `code`). */
export const action = submit(["admin"], async ({ actor, form }) => {
  const code = String(form.get("code") ?? "");
  if (form.get("gor") === "sluta") {
    unwrap(await stopUsingInstrument(actor, code));
    return redirectWith(here, "instrument_retired");
  }
  const [version, seen] = [Number(form.get("version")), Number(form.get("seen"))];
  const used = await activateInstrument(actor, { code, version, seen });
  if (!used.ok && used.code === "changed_meanwhile")
    return redirectWith(`${here}/${code}`, "instrument_changed");
  unwrap(used);
  return redirectWith(here, "instrument_used");
});

/** The page's title, read by root. */
export const handle = { title: "ratings:admin.title" };

/** Which statements are answered now, and the association's own, with their versions. */
export default function Instruments() {
  const { own, shipped } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts(["ratings", "start"]);
  const active = own.find(({ activeVersion }) => activeVersion !== null);
  const inUse = active?.versions.find(({ version }) => version === active.activeVersion) ?? shipped;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/admin", text: t("start:admin.title") }]} here={t("admin.title")} />
      <PageTitle title={t("admin.title")} lead={t("admin.lead")}>
        <LinkButton to={`${here}/ny`}>{t("admin.new")}</LinkButton>
      </PageTitle>
      <Note tone="warn">{t("admin.licence")}</Note>
      <section className="pk-panel pk-stack" aria-labelledby="nu">
        <h2 id="nu">{t("admin.inUse")}</h2>
        <p>{active ? inUse.name : t("admin.shipped")}</p>
        <StatementList items={inUse.items} />
      </section>
      <section className="pk-stack" aria-labelledby="egna">
        <h2 id="egna">{t("admin.own")}</h2>
        {own.length === 0 ? <p>{t("admin.none")}</p> : null}
        {own.map(({ code, activeVersion, retiredAt, versions }) => {
          const draft = versions.find(({ usedAt }) => usedAt === null);
          const used = versions.filter(({ usedAt }) => usedAt !== null);
          const newest = versions[0];
          return (
            <section className="pk-panel pk-stack" key={code} aria-labelledby={code}>
              <div className="pk-panel__head">
                <h3 id={code}>{newest?.name ?? code}</h3>
                <State tone={activeVersion === null ? "neutral" : "ok"}>
                  {t(
                    activeVersion !== null ? "admin.isUsed" : retiredAt ? "admin.retired" : "admin.notActive",
                  )}
                </State>
              </div>
              <p className="pk-row">
                <LinkButton to={`${here}/${code}`}>{t(draft ? "admin.edit" : "admin.newVersion")}</LinkButton>
              </p>
              {used.map(({ version, usedAt, items, revision }) => (
                <Unfold
                  key={version}
                  title={t("admin.used", { version, day: formatDate(i18n.language, usedAt ?? "") })}
                >
                  <StatementList items={items} />
                  {activeVersion === version ? null : (
                    <Form method="post" className="pk-stack">
                      <input type="hidden" name="code" value={code} />
                      <input type="hidden" name="version" value={version} />
                      <input type="hidden" name="seen" value={revision} />
                      <button
                        className="ds-button"
                        data-variant="secondary"
                        type="submit"
                        name="gor"
                        value="anvand"
                      >
                        {t("admin.activateDraft", { version })}
                      </button>
                    </Form>
                  )}
                </Unfold>
              ))}
              {activeVersion !== null ? (
                <Form method="post" className="pk-stack">
                  <input type="hidden" name="code" value={code} />
                  <p className="pk-soft">{t("admin.retireText")}</p>
                  <p>
                    <button
                      className="ds-button"
                      data-variant="secondary"
                      type="submit"
                      name="gor"
                      value="sluta"
                    >
                      {t("admin.retire")}
                    </button>
                  </p>
                </Form>
              ) : null}
            </section>
          );
        })}
      </section>
    </div>
  );
}
