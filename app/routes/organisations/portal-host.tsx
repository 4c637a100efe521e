import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page } from "#app/http/handler.server";

export const loader = page(["employer"], async () => null);

/** The page's title, read by root. */
export const handle = { title: "portal:host.title" };

const parts = [
  "role",
  "first",
  "introduction",
  "environment",
  "insurance",
  "money",
  "secrecy",
  "trouble",
] as const;

/** What is expected of whoever takes somebody in, in plain words; what holds stands in the agreement. */
export default function WhatIsExpected() {
  const { t } = useTexts("portal");
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("crumb") }]} here={t("host.title")} />
      <PageTitle title={t("host.title")} lead={t("host.lead")} />
      <Note>
        <p>{t("host.holds")}</p>
      </Note>
      <div className="pk-cards">
        {parts.map((part) => (
          <section key={part} className="pk-panel pk-stack" aria-labelledby={part}>
            <h2 id={part}>{t(`host.${part}.title`)}</h2>
            <p className="pk-prose">{t(`host.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </>
  );
}
