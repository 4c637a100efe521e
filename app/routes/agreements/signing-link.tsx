import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contentBlocks, summaryBlocks } from "#app/components/agreements/content-blocks";
import { DeadLink } from "#app/components/agreements/dead-link";
import { DifferenceList } from "#app/components/agreements/difference-list";
import { DocumentBlocks } from "#app/components/agreements/document-blocks";
import { LinkSignForm } from "#app/components/agreements/link-sign-form";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { ProblemBox } from "#app/components/ui/problem-box";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit } from "#app/http/handler.server";
import {
  type LinkCode,
  readLinkedAgreement,
  sendNewLink,
  signLinkedAgreement,
} from "#app/services/agreements/linked-agreement.server";

const gone: Partial<Record<string, number>> & Record<LinkCode, number> = {
  link_unknown: 404,
  link_expired: 410,
  link_outdated: 410,
  link_over: 410,
};

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params, url }) => {
  const read = await readLinkedAgreement(params.token ?? "");
  const hasSentNew = url.searchParams.get("skickad") === "1";
  if (!read.ok) return data({ dead: read.code, linked: null, hasSentNew }, gone[read.code]);
  const { version, slot, signer, standing, agreement, differences } = read;
  return data({
    dead: null,
    hasSentNew,
    linked: {
      number: agreement.number,
      participantName: agreement.participantName,
      content: version.content,
      hash: version.hash,
      isAgreed: version.status === "agreed",
      differences,
      slot,
      signer,
      standing,
    },
  });
});

/** `gor`: `skriv-under` with `hash` and `typed`, or `ny-lank`. */
export const action = submit("public", async ({ params, form }) => {
  const token = params.token ?? "";
  const here = `/skriv-under/${encodeURIComponent(token)}`;
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  if (text("gor") === "ny-lank") {
    const sent = await sendNewLink(token);
    if (sent.ok) return redirect(`${here}?skickad=1`, 303);
    const until = "until" in sent ? sent.until : null;
    return data({ code: sent.code, until, typed: "" }, sent.code === "link_unknown" ? 404 : 409);
  }
  const signed = await signLinkedAgreement(token, { hashRead: text("hash"), typed: text("typed") });
  if (signed.ok) return redirect(here, 303);
  // Signed already (Back, or the button twice): the page says so.
  if (signed.code === "already_signed") return redirect(here, 303);
  const status = signed.code === "confirmation_wrong" ? 400 : (gone[signed.code as LinkCode] ?? 409);
  return data({ code: signed.code, until: null, typed: text("typed") }, status);
});

/** The page's title, read by root. */
export const handle = { title: "signing:link.title" };

/** An agreement that is read and signed through a link that was sent, without an account. */
export default function SigningLink() {
  const { dead, linked, hasSentNew } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { t, i18n } = useTexts(["signing", "document", "vocabulary", "agreements"]);
  const tDocument = i18n.getFixedT(i18n.language, "document");
  if (!linked) return <DeadLink code={dead} refused={refused} hasSentNew={hasSentNew} />;
  const { content, standing, signer, differences, isAgreed } = linked;
  const to = refused?.code === "confirmation_wrong" ? "typed" : null;
  const problems = refused ? [{ text: t(`error.${refused.code}`, { name: signer, when: "" }), to }] : [];
  return (
    <div className="pk-stack">
      <PageTitle title={content.title} lead={t("link.lead", { number: linked.number })} />
      <ProblemBox id="skriv-problem" problems={problems} />
      {standing === "signed" ? (
        <Note tone="ok" role="status">
          <p>
            <strong>{t("link.signed")}</strong> {t(isAgreed ? "link.inForce" : "link.signedText")}
          </p>
        </Note>
      ) : (
        <p>{t("link.forWhom", { name: signer })}</p>
      )}
      {standing === "later" ? (
        <Note>
          <p>
            <strong>{t("link.later")}</strong> {t("link.laterText")}
          </p>
        </Note>
      ) : null}
      {differences.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="andras">
          <h2 id="andras">{t("link.differences")}</h2>
          <DifferenceList differences={differences} />
        </section>
      ) : null}
      <article className="pk-panel pk-stack">
        <DocumentBlocks blocks={summaryBlocks(content, tDocument, i18n.language)} />
      </article>
      <article className="pk-panel pk-stack">
        <DocumentBlocks blocks={contentBlocks(content, tDocument, i18n.language, linked.participantName)} />
      </article>
      {standing === "now" ? <LinkSignForm hash={linked.hash} signer={signer} refused={refused} /> : null}
      {standing === "now" ? <p className="pk-soft">{t("link.wrong")}</p> : null}
    </div>
  );
}
