import { useLoaderData } from "@remix-run/react";
import { Assessments } from "#app/components/profiles/kartlaggning/assessments";
import { PartAnswersList } from "#app/components/profiles/kartlaggning/part-answers-list";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { readSharedParts } from "#app/services/profiles/read-shared-parts.server";

export const loader = page(["case_worker"], async ({ actor, params }) =>
  unwrap(await readSharedParts(actor, params.referens ?? "")),
);

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:short" };

/** The parts of an own case that the participant has agreed that the case worker reads. */
export default function SharedKartlaggning() {
  const { reference, parts } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("kartlaggning");
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/handlaggare", text: t("profiles:cases.title") }]} here={reference} />
      <PageTitle title={t("shared.title", { reference })} lead={t("shared.lead")} />
      {parts.length === 0 ? (
        <section className="pk-panel">
          <p>{t("shared.none")}</p>
        </section>
      ) : (
        parts.map((shared) => (
          <section className="pk-panel pk-stack" key={shared.part} aria-labelledby={shared.part}>
            <h2 id={shared.part}>{t(`part.${shared.part}.title`)}</h2>
            <p className="pk-soft pk-small">
              {t("line.savedDay", { day: formatDate(i18n.language, shared.savedAt) })}
            </p>
            {shared.part === "bedomningar" ? (
              <Assessments stored={shared} />
            ) : (
              <PartAnswersList part={shared.part} stored={shared} />
            )}
          </section>
        ))
      )}
    </div>
  );
}
