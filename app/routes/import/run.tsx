import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ErrorTable } from "#app/components/import/error-table";
import { RunFigures } from "#app/components/import/run-figures";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import type { ImportRun } from "#app/domain/import/import-run";
import { page, submit, unwrap } from "#app/http/handler.server";
import { fileProblemText } from "#app/i18n/rejected-row";
import { importForReal } from "#app/services/import/import-for-real.server";
import { readImportRun } from "#app/services/import/read-import-run.server";

const errorsShown = 200;
const refreshSeconds = 2;

export const loader = page(["coordinator", "admin"], async ({ actor, params }) => {
  const { run } = unwrap(await readImportRun(actor, params.id ?? ""));
  const { errors, upload, ...facts } = run;
  return { run: facts, errors: errors.slice(0, errorsShown), hasUpload: upload !== null };
});

export const action = submit(["coordinator", "admin"], async ({ actor, params }) => {
  const started = await importForReal(actor, params.id ?? "");
  if (!started.ok && started.code === "file_gone") return data({ code: started.code }, { status: 409 });
  throw redirect(`/samordnare/importera/${unwrap(started).id}`, 303);
});

/** The page's title, read by root. */
export const handle = { title: "import:page.title" };

export default function ImportRunPage() {
  const { run, errors, hasUpload } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("import");
  const title = t(run.dryRun ? "run.titleDry" : "run.title", { file: run.fileName });
  useFreshFigures(run.status === "running");
  const { imported, updated, unchanged, rejected } = run.counts;
  const mayImport = run.dryRun && run.status === "done" && hasUpload && !answer;
  return (
    <div className="pk-stack pk-import">
      <Crumbs steps={[{ to: "/samordnare/importera", text: t("page.title") }]} here={run.fileName} />
      <PageTitle title={title} lead={t(`kind.${run.kind}`)} />
      <Progress run={run} />
      {run.status === "running" ? null : <RunFigures counts={run.counts} />}
      {answer ? (
        <Note tone="warn" role="alert">
          {t("run.fileGone")}
        </Note>
      ) : null}
      {mayImport && imported + updated > 0 ? (
        <Form method="post">
          <button className="ds-button" type="submit" data-variant="primary">
            {t("run.import")}
          </button>
        </Form>
      ) : null}
      {mayImport && imported + updated === 0 && (unchanged > 0 || rejected === 0) ? (
        <p>{t("run.nothing")}</p>
      ) : null}
      {errors.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="fel">
          <h2 id="fel">{t("run.errors")}</h2>
          <p>{t(imported + updated + unchanged > 0 ? "run.errorsLead" : "run.errorsLeadAll")}</p>
          {rejected > errors.length ? (
            <p>{t("run.errorsShown", { shown: errors.length, count: rejected })}</p>
          ) : null}
          <p>
            <a href={`/samordnare/importera/${run.id}/fel.csv`}>{t("run.download")}</a>
          </p>
          <ErrorTable errors={errors} label={t("run.errors")} />
        </section>
      ) : null}
      <p>
        <LinkButton to="/samordnare/importera">{t("run.back")}</LinkButton>
      </p>
    </div>
  );
}

/** What the run has come to, in one sentence; while it is under way, also without JavaScript. */
function Progress({ run }: { run: ImportRun }) {
  const { t } = useTexts("import");
  const { imported, updated, unchanged, rejected } = run.counts;
  if (run.status === "running") {
    return (
      <Note role="status">
        <noscript>
          <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        </noscript>
        <p>
          <strong>{t(run.dryRun ? "run.runningDry" : "run.runningNow")}</strong>{" "}
          {t("run.running", { count: imported + updated + unchanged + rejected })}
        </p>
        <p>
          <progress aria-label={t("run.status.running")} />
        </p>
        <Link to={`/samordnare/importera/${run.id}`}>{t("run.refresh")}</Link>
      </Note>
    );
  }
  if (run.status !== "done") {
    return (
      <Note tone="warn" role="status">
        {run.failure ? <p>{fileProblemText(t, run.failure, true)}</p> : null}
        {run.status === "interrupted" ? <p>{t("run.interrupted")}</p> : null}
        <p>{t(run.dryRun ? "run.failedDry" : "run.failed")}</p>
      </Note>
    );
  }
  return (
    <Note tone={run.dryRun ? "info" : "ok"} role="status">
      {t(run.dryRun ? "run.doneDry" : "run.done")}
    </Note>
  );
}

/** Asks for new figures as long as there are any. */
function useFreshFigures(running: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(revalidate, refreshSeconds * 1000);
    return () => clearInterval(timer);
  }, [running, revalidate]);
}
