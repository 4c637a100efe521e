import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { VerifiedFacts } from "#app/components/agreements/verified-facts";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit } from "#app/http/handler.server";
import { formatMoment } from "#app/i18n/format";
import { verifyDocument } from "#app/services/agreements/verify-document.server";

/** `?nummer=` and `?hash=` fill in the form; nothing is looked up before it is sent. */
export const loader = page("public", async ({ url }) => {
  const text = (name: string) => (url.searchParams.get(name) ?? "").slice(0, 200);
  return { number: text("nummer"), hash: text("hash") };
});

export const action = submit("public", async ({ form, address }) => {
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { number: text("nummer"), hash: text("hash") };
  const answer = await verifyDocument(typed, address);
  if (answer.ok) return { typed, verified: answer.verified, code: null, until: null };
  if ("until" in answer) {
    const seconds = Math.max(1, Math.ceil((answer.until.getTime() - Date.now()) / 1000));
    const headers = { "Retry-After": String(seconds) };
    const until = answer.until.toISOString();
    return data({ typed, verified: null, code: answer.code, until }, { status: 429, headers });
  }
  return { typed, verified: null, code: answer.code, until: null };
});

/** The page's title, read by root. */
export const handle = { title: "signing:verify.title" };

/** Anyone with a document can see whether it is the text that was signed. */
export default function Verify() {
  const asked = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("signing");
  const { number, hash } = answer?.typed ?? asked;
  return (
    <div className="pk-stack">
      <PageTitle title={t("verify.title")} lead={t("verify.lead")} />
      {answer?.verified ? <VerifiedFacts verified={answer.verified} /> : null}
      {answer?.code === "no_such_document" ? (
        <Note tone="warn" role="alert">
          <p>
            <strong>{t("verify.no")}</strong> {t("verify.noText")}
          </p>
        </Note>
      ) : null}
      {answer?.until ? (
        <Note tone="warn" role="alert">
          <p>{t("verify.tooMany", { when: formatMoment(i18n.language, answer.until) })}</p>
        </Note>
      ) : null}
      <Form method="post" className="pk-panel pk-form" key={`${number}${hash}`}>
        <TextField
          field={{ id: "nummer", name: "nummer", initialValue: number }}
          ns="signing"
          label={t("verify.number")}
          hint={t("verify.numberHint")}
          longest={40}
        />
        <TextField
          field={{ id: "hash", name: "hash", initialValue: hash }}
          ns="signing"
          label={t("verify.hash")}
          hint={t("verify.hashHint")}
          rows={3}
          longest={200}
        />
        <p>
          <button className="ds-button pk-big" type="submit">
            {t("verify.submit")}
          </button>
        </p>
      </Form>
    </div>
  );
}
