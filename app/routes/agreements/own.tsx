import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementStateMark } from "#app/components/agreements/agreement-state";
import { PartyAgreement } from "#app/components/agreements/party-agreement";
import { LogHistory } from "#app/components/followups/log-history";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { takeStep } from "#app/http/agreement-actions.server";
import { notFound, page, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import {
  listOwnAgreements,
  type OwnAgreement,
  readAgreement,
} from "#app/services/agreements/read-agreement.server";
import { listOwnLogs } from "#app/services/followups/contact-logs.server";

const here = "/min-sida/overenskommelse";

/** `id` names one of several; without it, the one that waits for a signature or is under way. */
export const loader = page(["participant"], async ({ actor, url }) => {
  const all = await listOwnAgreements(actor);
  const id = url.searchParams.get("id") ?? firstOf(all);
  return {
    read: id ? unwrap(await readAgreement(actor, id)) : null,
    logs: id ? await listOwnLogs(actor, id) : [],
    name: actor.name,
    others: all.filter((one) => one.id !== id),
  };
});

export const action = submit(["participant"], async ({ actor, url, form }) => {
  const id = url.searchParams.get("id") ?? firstOf(await listOwnAgreements(actor)) ?? "";
  const answered = await takeStep(actor, id, `${here}?id=${id}`, form);
  if (!answered) throw notFound();
  return answered;
});

function firstOf(all: readonly OwnAgreement[]): string | null {
  const first = all.find(({ toSign }) => toSign) ?? all.find(({ status }) => status === "in_force") ?? all[0];
  return first?.id ?? null;
}

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "agreements:own.title" };

/** The participant's agreement: read, sign, and stop without blame. */
export default function MyAgreement() {
  const { read, name, logs, others } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("agreements");
  if (!read) {
    return (
      <div className="pk-stack">
        <PageTitle title={t("own.title")} lead={t("own.none")} />
        <p>
          <LinkButton to="/min-sida/plan">{t("own.toPlan")}</LinkButton>
        </p>
      </div>
    );
  }
  return (
    <div className="pk-stack">
      <PartyAgreement
        voice="own"
        read={read}
        name={name}
        refused={answer && "intent" in answer ? answer : null}
      />
      <LogHistory logs={logs} voice="own" />
      {others.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="fler">
          <h2 id="fler">{t("own.others")}</h2>
          <ul className="pk-agreements">
            {others.map((other) => (
              <li key={other.id}>
                <Link to={`/min-sida/overenskommelse?id=${other.id}`}>{other.title}</Link>
                <AgreementStateMark state={other.state} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
