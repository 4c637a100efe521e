import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type AfterAnswer, answerTo } from "#app/components/agreements/after-answer";
import { certificateBlocks } from "#app/components/agreements/closing-documents";
import { DocumentBlocks } from "#app/components/agreements/document-blocks";
import { RecordedYes } from "#app/components/agreements/recorded-yes";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { State } from "#app/components/ui/state";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import {
  type CertificateStatus,
  type CertificateVersion,
  type CertificateWordsForm,
  openCertificate,
} from "#app/domain/agreements/certificate";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import type { Adaptation } from "#app/domain/placements/vocabulary";
import { formatDate, formatNumber } from "#app/i18n/format";

const ns = "closing";
const tones: Record<CertificateStatus, "ok" | "warn" | "neutral"> = {
  asked: "neutral",
  change_asked: "warn",
  approved: "ok",
  replaced: "neutral",
};

type After = {
  agreement: { id: string; participantName: string | null };
  reference: string;
  certificates: readonly CertificateVersion[];
  proposed: { tasks: string; adaptations: { list: readonly string[]; words: string } };
  facts: { hours: number | null; startsOn: string; endsOn: string };
  signsIn: boolean;
  supervisor: { said: SupervisorReference | null };
};

/** The certificate as staff write it: facts that are known, words of their own, and what the participant has answered. */
export function CertificatePanel({ after, refusal }: { after: After; refusal: AfterAnswer | null }) {
  const { t, i18n } = useTexts(["closing", "vocabulary"]);
  const { certificates, facts } = after;
  const last = certificates.at(-1) ?? null;
  const open = openCertificate(certificates);
  const day = (iso: string) => formatDate(i18n.language, iso);
  const hours =
    facts.hours === null
      ? t("certificate.noHours")
      : t("certificate.hoursOf", {
          count: facts.hours,
          formatted: formatNumber(i18n.language, facts.hours),
        });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="intyg">
      <h2 id="intyg">{t("certificate.heading")}</h2>
      {last ? (
        <p>
          <State tone={tones[last.status]}>{t(`certificate.standing.${last.status}`)}</State>
        </p>
      ) : (
        <p>{t("certificate.lead")}</p>
      )}
      {open?.status === "change_asked" ? (
        <Note tone="warn">
          <p className="pk-lines">{t("certificate.changeWords", { words: open.answerWords })}</p>
        </Note>
      ) : null}
      <p className="pk-soft">
        {t("certificate.facts", { from: day(facts.startsOn), to: day(facts.endsOn), hours })}
      </p>
      <CertificateForm key={last?.number ?? 0} after={after} refusal={refusal} />
      {open ? (
        <Unfold title={t("certificate.text")}>
          <DocumentBlocks
            blocks={certificateBlocks(
              open.content,
              after.agreement.participantName ?? after.reference,
              t,
              i18n.language,
            )}
          />
        </Unfold>
      ) : null}
      {open && !after.signsIn ? (
        <RecordedYes open={open} said={after.supervisor.said} refusal={answerTo(refusal, "ja")} />
      ) : null}
      {open && after.signsIn ? <p className="pk-soft">{t("certificate.recordNo")}</p> : null}
      <Versions after={after} />
    </section>
  );
}

function CertificateForm({ after, refusal }: { after: After; refusal: AfterAnswer | null }) {
  const { t } = useTexts(["closing", "vocabulary"]);
  const { certificates, proposed } = after;
  const last = certificates.at(-1) ?? null;
  const mine = answerTo(refusal, "intyg");
  const adaptations = [
    ...proposed.adaptations.list.map((one) => t(`vocabulary:adaptation.${one as Adaptation}`)),
    ...(proposed.adaptations.words ? [proposed.adaptations.words] : []),
  ].join(", ");
  const [form, fields] = useForm<CertificateWordsForm>({
    id: `intyg-${last?.number ?? 0}`,
    lastResult: mine?.result ?? null,
    defaultValue: last?.draft ?? { tasks: proposed.tasks, adaptations, strengths: "" },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="pk-form">
      {mine?.code ? (
        <Note tone="warn" role="alert">
          <p>
            {t(mine.code === "changed_meanwhile" ? "certificate.changedMeanwhile" : `error.${mine.code}`)}
          </p>
        </Note>
      ) : null}
      {mine?.result?.error ? <ErrorSummary formId={form.id} ns={ns} errors={form.allErrors} /> : null}
      <input type="hidden" name="gor" value="intyg" />
      <input type="hidden" name="seen" value={last?.number ?? 0} />
      <TextField field={fields.tasks} ns={ns} label={t("certificate.tasks")} rows={2} longest={1000} />
      <TextField
        field={fields.strengths}
        ns={ns}
        label={t("certificate.strengths")}
        hint={t("certificate.strengthsHint")}
        rows={5}
        longest={1500}
      />
      <TextField
        field={fields.adaptations}
        ns={ns}
        label={t("certificate.adaptations")}
        hint={t("certificate.adaptationsHint")}
        rows={2}
        longest={1000}
      />
      {certificates.some(({ status }) => status === "approved") ? (
        <p className="pk-soft">{t("certificate.approvedNote")}</p>
      ) : null}
      <div className="pk-actions">
        <button className="ds-button" data-variant={last ? "secondary" : "primary"} type="submit">
          {t(last ? "certificate.again" : "certificate.send")}
        </button>
      </div>
    </Form>
  );
}

function Versions({ after: { agreement, certificates } }: { after: After }) {
  const { t, i18n } = useTexts("closing");
  if (certificates.length === 0) return null;
  const day = (iso: string) => formatDate(i18n.language, iso);
  return (
    <Unfold title={t("certificate.versions")}>
      <ol className="pk-events">
        {certificates.toReversed().map((one) => (
          <li key={one.number}>
            <b>
              {t("certificate.version", {
                number: one.number,
                name: one.draftedByName,
                day: day(one.draftedAt),
              })}
            </b>
            <span>{t(`certificate.standing.${one.status}`)}</span>
            {one.status === "approved" && one.answeredAt ? (
              <span className="pk-soft">
                {t("certificate.approvedAt", { day: day(one.answeredAt) })}{" "}
                {one.approvedWay === "recorded"
                  ? t("certificate.recorded", { by: one.recordedByName, how: howOf(one.recordedHow, t) })
                  : ""}
              </span>
            ) : null}
            {one.answerWords ? <span>{t("certificate.changeWords", { words: one.answerWords })}</span> : null}
            <a href={`/overenskommelser/${agreement.id}/intyg.pdf?version=${one.number}`}>
              {t("certificate.pdf", { number: one.number })}
            </a>
          </li>
        ))}
      </ol>
    </Unfold>
  );
}

/** "telefon: …" as it is kept, in words. */
function howOf(kept: string | null, t: (key: string) => string): string {
  const [way = "", ...note] = (kept ?? "").split(": ");
  return `${t(`certificate.ways.${way}`)}. ${note.join(": ")}`;
}
