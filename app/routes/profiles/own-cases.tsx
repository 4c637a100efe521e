import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CaseList } from "#app/components/profiles/case-list";
import { page, unwrap } from "#app/http/handler.server";
import { listOwnCases } from "#app/services/profiles/list-own-cases.server";

export const loader = page(["case_worker"], async ({ actor }) => unwrap(await listOwnCases(actor)));

/** The page's title, read by root. */
export const handle = { title: "profiles:cases.title" };

export default function OwnCases() {
  const { cases } = useLoaderData<typeof loader>();
  const { t } = useTranslation("profiles");
  return (
    <div className="pk-stack">
      <h1>{t("cases.title")}</h1>
      <p className="pk-lead">{t("cases.lead")}</p>
      {cases.length === 0 ? (
        <section className="pk-panel">
          <h2>{t("cases.emptyTitle")}</h2>
          <p>{t("cases.emptyText")}</p>
        </section>
      ) : (
        <>
          <p>{t("cases.count", { count: cases.length })}</p>
          <CaseList cases={cases} />
        </>
      )}
    </div>
  );
}
