import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CamePanel, ChangesPanel, LessonsFormPanel } from "#app/components/organisations/thanks-parts";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { lessonsFormSchema } from "#app/domain/organisations/listing-lessons";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { acceptChanges, giveLessons, readThanks } from "#app/services/organisations/employer-lessons.server";

export const loader = page(["employer"], async ({ actor, params }) =>
  unwrap(await readThanks(actor, params.id ?? "")),
);

/** `gor`: `lart` (what was learnt), or `andra` with `val` and `seen` (changes of the listing). */
export const action = submit(["employer"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/arbetsgivare/tack/${id}`;
  if (form.get("gor") === "andra") {
    const seen = String(form.get("seen") ?? "");
    const accepted = await acceptChanges(actor, id, form.getAll("val").map(String), seen);
    if (accepted.ok) return redirectWith(here, "saved");
    if (accepted.code === "not_found") return unwrap(accepted);
    return data(
      { code: accepted.code as string, result: null },
      accepted.code === "nothing_chosen" ? 400 : 409,
    );
  }
  const submission = parseWithZod(form, { schema: lessonsFormSchema });
  if (submission.status !== "success") {
    unwrap(await readThanks(actor, id));
    return data({ code: null, result: submission.reply() }, 400);
  }
  unwrap(await giveLessons(actor, id, submission.value));
  return redirectWith(here, "saved");
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "closing:thanks.title" };

/** Thanks to an employer, what was learnt, and the listing made right with one button. */
export default function Thanks() {
  const { thanks, proposed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "result" in answer ? answer : null;
  const { t } = useTexts("closing");
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("shell:nav.employerHome") }]} here={t("thanks.crumb")} />
      <PageTitle title={t("thanks.title")} lead={t("thanks.lead", { title: thanks.title })} />
      {refused?.code ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`)}</p>
        </Note>
      ) : null}
      <CamePanel came={thanks.came} />
      <LessonsFormPanel
        key={thanks.lessons?.writtenAt ?? ""}
        lessons={thanks.lessons}
        result={refused?.result ?? null}
      />
      {proposed ? (
        <ChangesPanel
          changes={proposed.changes}
          seen={proposed.seen}
          placementId={thanks.placementId}
          hasAccepted={(thanks.lessons?.accepted.length ?? 0) > 0}
        />
      ) : null}
    </div>
  );
}
