import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { MergeForm } from "#app/components/organisations/merge-form";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readId } from "#app/domain/organisations/employer-id";
import { readMergeChoices } from "#app/domain/organisations/merge";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { findOtherRecords } from "#app/services/organisations/find-other-records.server";
import { mergeEmployers, previewMerge } from "#app/services/organisations/merge-employers.server";

/** `med` is the record that goes; without it `sok` looks for it. */
export const loader = page(["coordinator"], async ({ actor, params, url }) => {
  const id = readId(params.id);
  const other = readId(url.searchParams.get("med"));
  if (id === null) throw notFound();
  const text = (url.searchParams.get("sok") ?? "").trim().slice(0, 80);
  const { name, found } = unwrap(await findOtherRecords(actor, id, text));
  const preview = other === null ? null : unwrap(await previewMerge(actor, id, other)).preview;
  return { id, name, text, found, preview };
});

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const keptId = readId(params.id);
  const goneId = readId(form.get("med"));
  if (keptId === null || goneId === null) throw notFound();
  const typed = String(form.get("typed") ?? "").slice(0, 120);
  const version = String(form.get("version") ?? "");
  const choices = readMergeChoices(form.entries());
  const merged = await mergeEmployers(actor, { keptId, goneId, choices, typed, version });
  if (merged.ok) return redirectWith(`/samordnare/arbetsgivare/${merged.id}`, "merged");
  switch (merged.code) {
    // Sent twice, or by two at once: it is done, and this is where.
    case "already_merged":
      return redirect(`/samordnare/arbetsgivare/${merged.into}`, 303);
    case "choices":
      return data({ choices, typed, errors: merged.errors, problem: null }, 400);
    case "changed_meanwhile":
      return data({ choices, typed, errors: {}, problem: merged.code }, 409);
    default:
      throw notFound();
  }
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The page's title, read by root. */
export const handle = { title: "register:merge.title" };

export default function MergeEmployers() {
  const { id, name, text, found, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "choices" in answer ? answer : null;
  const { t } = useTexts("register");
  const here = `/samordnare/arbetsgivare/${id}`;
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare/arbetsgivare", text: t("title") },
          { to: here, text: name },
        ]}
        here={t("merge.title")}
      />
      <PageTitle title={t("merge.title")} lead={t("merge.lead")} />
      {refused?.problem ? (
        <Note tone="warn" role="alert">
          <p>{t("merge.changed")}</p>
        </Note>
      ) : null}
      {preview ? (
        <MergeForm key={preview.version} preview={preview} refused={refused} />
      ) : (
        <>
          <Form method="get" className="pk-panel pk-search">
            <div className="ds-field">
              <label className="ds-label" htmlFor="sok">
                {t("merge.find")}
              </label>
              <input className="ds-input" id="sok" name="sok" maxLength={80} defaultValue={text} />
            </div>
            <button className="ds-button" type="submit">
              {t("merge.findButton")}
            </button>
          </Form>
          {text !== "" && found.length === 0 ? <p>{t("merge.nothing")}</p> : null}
          {found.length > 0 ? (
            <ul className="pk-panel pk-sec">
              {found.map((other) => (
                <li key={other.id} className="pk-todo">
                  <p className="pk-todo__who">
                    <strong>{other.name}</strong>
                  </p>
                  <p className="pk-todo__why">
                    {[other.organisationNumber, other.localities.join(", ")].filter(Boolean).join(", ")}
                  </p>
                  <Link
                    className="ds-button"
                    data-variant="secondary"
                    to={`${here}/sla-ihop?med=${other.id}`}
                    aria-label={t("merge.choose", { name: other.name })}
                  >
                    {t("owner.choose")}
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </>
  );
}
