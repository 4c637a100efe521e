import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeadClosingLink } from "#app/components/agreements/dead-closing-link";
import { CamePanel, LessonsFormPanel } from "#app/components/organisations/thanks-parts";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { lessonsFormSchema } from "#app/domain/organisations/listing-lessons";
import { page, submit } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { giveLinkedLessons, readLinkedThanks } from "#app/services/organisations/employer-lessons.server";

const gone = { link_unknown: 404, link_expired: 410 } as const;

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params }) => {
  const read = await readLinkedThanks(params.token ?? "");
  if (!read.ok) return data({ dead: read.code, thanks: null }, gone[read.code]);
  return data({ dead: null, thanks: read.thanks });
});

/** What was learnt; said anew it is the new words. */
export const action = submit("public", async ({ params, form }) => {
  const token = params.token ?? "";
  const submission = parseWithZod(form, { schema: lessonsFormSchema });
  if (submission.status !== "success") {
    const read = await readLinkedThanks(token);
    return data({ result: submission.reply() }, read.ok ? 400 : gone[read.code]);
  }
  const given = await giveLinkedLessons(token, submission.value);
  if (!given.ok) return data({ result: submission.reply() }, gone[given.code]);
  return redirect(`/tack/${encodeURIComponent(token)}`, 303);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "closing:thanks.title" };

/** Thanks to an employer without an account; the listing is changed signed in. */
export default function ThanksLink() {
  const { dead, thanks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("closing");
  if (!thanks) return <DeadClosingLink code={dead} />;
  return (
    <div className="pk-stack">
      <PageTitle title={t("thanks.title")} lead={t("thanks.lead", { title: thanks.title })} />
      <CamePanel came={thanks.came} />
      <LessonsFormPanel
        key={thanks.lessons?.writtenAt ?? ""}
        lessons={thanks.lessons}
        result={answer && "result" in answer ? answer.result : null}
      />
      <section className="pk-panel pk-stack" aria-labelledby="annons">
        <h2 id="annons">{t("thanks.changes")}</h2>
        <p>{t("thanks.signInText")}</p>
        <p>
          <LinkButton to={`/arbetsgivare/tack/${thanks.agreementId}`}>{t("thanks.signIn")}</LinkButton>
        </p>
      </section>
    </div>
  );
}
