import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { OwnPartList } from "#app/components/profiles/kartlaggning/own-part-list";
import { JumpLinks } from "#app/components/ui/jump-links";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { coveredByOneYes, isConfirmed } from "#app/domain/profiles/kartlaggning-status";
import { readVersionsSchema } from "#app/domain/profiles/read-versions";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { confirmEverything } from "#app/services/profiles/confirm-part.server";
import { readOwnKartlaggning } from "#app/services/profiles/read-kartlaggning.server";

export const loader = page(["participant"], async ({ actor }) => unwrap(await readOwnKartlaggning(actor)));

export const action = submit(["participant"], async ({ actor, form }) => {
  const read = readVersionsSchema.safeParse(form.getAll("last"));
  if (!read.success) return data({ code: "changed_meanwhile" }, 400);
  const confirmed = await confirmEverything(actor, read.data);
  if (confirmed.ok) return redirectWith("/min-sida/kartlaggning", "profile_confirmed");
  if (confirmed.code === "not_found") return unwrap(confirmed);
  return data({ code: confirmed.code }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:own.title" };

const hrefOf = (part: string) =>
  part === "arbetsprofil" ? "/min-sida/arbetsprofil" : `/min-sida/kartlaggning/${part}`;

/** The participant's own kartläggning on the phone: what is left to read, one part at a time. */
export default function OwnKartlaggning() {
  const { overview } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts("kartlaggning");
  const begun = overview.parts.filter(({ version }) => version > 0);
  const left = begun.filter((part) => !isConfirmed(part));
  const next = left[0];
  const covered = coveredByOneYes(overview.parts);
  const asksForAll = covered.length > 1 && overview.status === "complete";
  if (begun.length === 0) {
    return (
      <div className="pk-stack">
        <PageTitle title={t("own.title")} />
        <section className="pk-panel pk-stack">
          <h2>{t("own.noneTitle")}</h2>
          <p>{t("own.noneText")}</p>
        </section>
      </div>
    );
  }
  return (
    <div className="pk-stack pk-narrow">
      <PageTitle title={t("own.title")} lead={t("own.lead")} />
      {problem && "code" in problem ? (
        <Note tone="warn" role="alert">
          {t(`error.${problem.code}`)}
        </Note>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="kvar">
        <h2 id="kvar">{left.length === 0 ? t("own.all") : t("own.left", { count: left.length })}</h2>
        {next ? (
          <LinkButton primary className="pk-big" to={hrefOf(next.part)}>
            {t(left.length === begun.length ? "own.begin" : "own.continue")}
          </LinkButton>
        ) : null}
      </section>
      {asksForAll ? (
        <JumpLinks
          to={[
            ["delarna", t("own.back")],
            ["allt", t("own.everythingHeading")],
          ]}
        />
      ) : null}
      <section className="pk-panel" aria-labelledby="delarna">
        <div className="pk-panel__head">
          <h2 id="delarna">{t("own.back")}</h2>
        </div>
        <OwnPartList parts={overview.parts} hrefOf={hrefOf} />
      </section>
      {asksForAll ? (
        <section className="pk-panel pk-stack" aria-labelledby="allt">
          <h2 id="allt">{t("own.everythingHeading")}</h2>
          <p>{t("own.everythingText")}</p>
          <ul className="pk-list">
            {covered.map(({ part }) => (
              <li key={part}>
                <Link to={hrefOf(part)}>{t(`part.${part}.own`)}</Link>
              </li>
            ))}
          </ul>
          {left.length > covered.length ? <p>{t("own.everythingExcept")}</p> : null}
          <Form method="post">
            {covered.map(({ part, version }) => (
              <input key={part} type="hidden" name="last" value={`${part}:${version}`} />
            ))}
            <button className="ds-button pk-big" data-variant="secondary" type="submit">
              {t("own.everything")}
            </button>
          </Form>
        </section>
      ) : null}
      <p className="pk-soft">{t("own.whoSees")}</p>
    </div>
  );
}
