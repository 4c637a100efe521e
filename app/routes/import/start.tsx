import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { RunTable } from "#app/components/import/run-table";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { importKinds, isImportKind } from "#app/domain/import/import-kind";
import { page, unwrap } from "#app/http/handler.server";
import { receiveUpload } from "#app/http/upload.server";
import { fileProblemText } from "#app/i18n/rejected-row";
import { checkUpload } from "#app/services/import/check-upload.server";
import { listImportRuns } from "#app/services/import/list-import-runs.server";
import { startImport } from "#app/services/import/start-import.server";

const mostBytes = 20 * 1024 * 1024;

export const loader = page(["coordinator", "admin"], async ({ actor }) => {
  const { runs } = unwrap(await listImportRuns(actor));
  return { runs };
});

/** Takes the file to the disk, begins its dry run and goes to the run's page. */
export const action = page(["coordinator", "admin"], async ({ actor, request }) => {
  if (request.method !== "POST") throw new Response(null, { status: 405 });
  const received = await receiveUpload(request, "fil", mostBytes);
  if (!received.ok)
    return data({ code: received.code }, { status: received.code === "too_large" ? 413 : 400 });
  const kind = String(received.form.get("innehall") ?? "");
  if (!isImportKind(kind)) return data({ code: "no_kind" as const }, { status: 400 });
  if (!received.upload) return data({ code: "no_file" as const }, { status: 400 });
  const problem = await checkUpload(received.upload.upload);
  if (problem) return data({ code: "no_sheet" as const, problem }, { status: 400 });
  const { id } = unwrap(await startImport(actor, { kind, ...received.upload, dryRun: true }));
  throw redirect(`/samordnare/importera/${id}`, 303);
});

/** The page's title, read by root. */
export const handle = { title: "import:page.title" };

export default function StartImport() {
  const { runs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sending = useNavigation().state === "submitting";
  const { t } = useTexts("import");
  return (
    <div className="pk-stack pk-import">
      <PageTitle title={t("page.title")} lead={t("page.lead")} />
      {answer ? (
        <Note tone="warn" role="alert">
          {"problem" in answer ? fileProblemText(t, answer.problem, true) : t(`page.error.${answer.code}`)}
        </Note>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="pk-panel pk-form">
        <fieldset>
          <legend>{t("page.kindLabel")}</legend>
          {importKinds.map((kind, index) => (
            <label className="ds-field" key={kind}>
              <input
                className="ds-input"
                type="radio"
                name="innehall"
                value={kind}
                defaultChecked={index === 0}
              />
              <span className="ds-label" data-weight="regular">
                {t(`kind.${kind}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="ds-field">
          <label className="ds-label" htmlFor="fil">
            {t("page.fileLabel")}
          </label>
          <p className="pk-hint" id="fil-hint">
            {t("page.fileHint")}
          </p>
          <input
            className="ds-input"
            id="fil"
            name="fil"
            type="file"
            required
            accept=".csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby="fil-hint"
          />
        </div>
        <div>
          <button className="ds-button" type="submit" data-variant="primary" disabled={sending}>
            {t("page.submit")}
          </button>
        </div>
      </Form>
      <div className="pk-cards">
        <FileList
          title={t("page.templates")}
          lead={t("page.templatesLead")}
          folder="importera/mall"
          text="page.template"
        />
        <FileList
          title={t("page.exports")}
          lead={t("page.exportsLead")}
          folder="exportera"
          text="page.export"
        />
      </div>
      <div className="pk-panel pk-stack">
        <h2>{t("page.history")}</h2>
        {runs.length === 0 ? (
          <p>{t("page.noHistory")}</p>
        ) : (
          <RunTable runs={runs} label={t("page.history")} />
        )}
      </div>
    </div>
  );
}

/** Files to download, one of each kind. Plain links: a browser saves what they lead to. */
function FileList({
  title,
  lead,
  folder,
  text,
}: {
  title: string;
  lead: string;
  folder: string;
  text: string;
}) {
  const { t } = useTexts("import");
  return (
    <section className="pk-panel pk-stack" aria-labelledby={`filer-${text.replace(".", "-")}`}>
      <h2 id={`filer-${text.replace(".", "-")}`}>{title}</h2>
      <p className="pk-soft pk-small">{lead}</p>
      <ul className="pk-links">
        {importKinds.map((kind) => (
          <li key={kind}>
            <a href={`/samordnare/${folder}/${kind}.csv`}>
              {t(text, { kind: t(`kind.${kind}`).toLowerCase() })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
