import { useActionData, useLoaderData } from "@remix-run/react";
import { PartyAgreement } from "#app/components/agreements/party-agreement";
import { Crumbs } from "#app/components/ui/crumbs";
import { useTexts } from "#app/components/ui/use-texts";
import { takeStep } from "#app/http/agreement-actions.server";
import { page, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { readAgreement } from "#app/services/agreements/read-agreement.server";

export const loader = page(["case_worker"], async ({ actor, params }) => {
  const read = unwrap(await readAgreement(actor, params.id ?? ""));
  return { read, name: actor.name };
});

export const action = submit(["case_worker"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const answered = await takeStep(actor, id, `/handlaggare/overenskommelser/${id}`, form);
  if (answered) return answered;
  unwrap(await readAgreement(actor, id));
  throw new Response(null, { status: 400 });
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "agreements:own.section" };

export default function AgreementOfParty() {
  const { read, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("agreements");
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/handlaggare", text: t("shell:nav.cases") }]} here={read.agreement.number} />
      <PartyAgreement
        voice="agency"
        read={read}
        name={name}
        refused={answer && "intent" in answer ? answer : null}
      />
    </div>
  );
}
