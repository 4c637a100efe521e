import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnerChoices, type RefusedOwner } from "#app/components/organisations/owner-choices";
import { OwnerHistory } from "#app/components/organisations/owner-history";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { type OwnerAction, ownerActions, ownerFormSchema } from "#app/domain/organisations/contact-owner";
import { readId } from "#app/domain/organisations/employer-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import {
  changeContactOwner,
  readContactOwner,
} from "#app/services/organisations/change-contact-owner.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  return { id, me: actor.userId ?? "", ...unwrap(await readContactOwner(actor, id)) };
});

const said: Partial<Record<OwnerAction, string>> = {
  propose: "owner_asked",
  accept: "owner_taken",
  claim: "owner_taken",
  take_over: "owner_taken",
};

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  unwrap(await readContactOwner(actor, id));
  const submission = parseWithZod(form, { schema: ownerFormSchema });
  const typed = {
    act: ownerActions.find((act) => act === form.get("act")) ?? null,
    to: String(form.get("to") ?? ""),
    reason: String(form.get("reason") ?? ""),
    note: String(form.get("note") ?? ""),
  };
  if (submission.status !== "success") {
    return data<RefusedOwner>({ typed, errors: submission.error ?? {}, code: null }, 400);
  }
  const changed = await changeContactOwner(actor, id, submission.value);
  if (changed.ok)
    return redirectWith(`/samordnare/arbetsgivare/${id}`, said[submission.value.act] ?? "saved");
  if (changed.code === "not_found") return unwrap(changed);
  return data<RefusedOwner>({ typed, errors: {}, code: changed.code }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "register:page.owner" };

/** Who holds the relation with an employer, how to hand it over, and how it went. */
export default function ContactOwner() {
  const { id, me, employerName, relation, actions, coordinators, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "typed" in answer ? answer : null;
  const { t } = useTexts("register");
  const { owner, open } = relation;
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare/arbetsgivare", text: t("title") },
          { to: `/samordnare/arbetsgivare/${id}`, text: employerName },
        ]}
        here={t("page.owner")}
      />
      <PageTitle title={t("owner.title", { name: employerName })} lead={t("owner.lead")} />
      {refused?.code ? (
        <Note tone="warn" role="alert">
          <p>{t(`owner.refused.${refused.code}`)}</p>
        </Note>
      ) : null}
      {refused && refused.code === null ? (
        <Note tone="warn" role="alert">
          <p>{t("shell:toMend", { count: Object.keys(refused.errors).length })}</p>
        </Note>
      ) : null}
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <section className="pk-panel pk-stack" aria-labelledby="nu">
            <h2 id="nu">{t("owner.now")}</h2>
            <p>
              <strong>
                {owner === null
                  ? t("owner.nobody")
                  : owner.userId === me
                    ? t("owner.youHold")
                    : t("owner.holds", { name: owner.name })}
              </strong>
            </p>
            {open ? (
              <p>
                {open.to.userId === me
                  ? t("owner.asksYou", { from: open.from.name })
                  : t("owner.waiting", { from: open.from.name, to: open.to.name })}
              </p>
            ) : null}
          </section>
          <OwnerChoices relation={relation} actions={actions} coordinators={coordinators} refused={refused} />
        </div>
        <OwnerHistory history={history} />
      </div>
    </>
  );
}
