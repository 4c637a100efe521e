import type { SubmissionResult } from "@conform-to/react";
import { useEffect } from "react";
import { LogFields, type LogFormProps } from "#app/components/followups/log-form";
import { LogList } from "#app/components/followups/log-history";
import { useTexts } from "#app/components/ui/use-texts";
import type { ContactLog } from "#app/domain/followups/contact-log";
import type { Followup } from "#app/domain/followups/followup";
import { formatDay } from "#app/i18n/format";

type Read = {
  page: LogFormProps["page"] & {
    followup: Followup | null;
    agreement: { id: string; number: string };
    employerName: string;
    workplace: string;
    address: string;
    already: readonly ContactLog[];
    hasLogged: boolean;
    mayBeKept: boolean;
  };
  id: string;
  heldOn: string;
  heldAt: string;
  userId: string | null;
};

/** The quick log's page. React stays on the server: /logga.js alone runs in the browser. docs/decisions/015. */
export function LogContact(props: {
  read: Read;
  refused: { result: SubmissionResult; typed: Record<string, string> } | null;
  send: { followup?: string; agreement?: string };
  home: string;
}) {
  const { t, i18n } = useTexts("visit");
  const { page, id, heldOn, heldAt, userId } = props.read;
  const { refused, send, home } = props;
  // Only where another page's script showed this one in its place: it is a document of its own.
  useEffect(() => window.location.reload(), []);
  const { followup, names, employerName, already } = page;
  const who = names.participant;
  const phone = Object.fromEntries(phoneTexts.map((name) => [name, t(name)]));
  return (
    <div
      data-log
      data-user={userId}
      data-send={JSON.stringify(send)}
      data-home={home}
      data-may-keep={page.mayBeKept ? "" : undefined}
      data-name={`${page.agreement.number}, ${employerName}`}
      data-texts={JSON.stringify(phone)}
    >
      <div className="pk-visit__title">
        <h1>{followup ? t(`title.${followup.form}`, { who }) : t("title.any", { who })}</h1>
        <p className="pk-soft">
          {[page.workplace || employerName, page.address].filter(Boolean).join(", ")}
          <br />
          {followup ? t("planned", { day: formatDay(i18n.language, followup.dueOn) }) : t("unplanned")}
        </p>
        <p className="pk-soft pk-small">{t("minute")}</p>
      </div>
      {already.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="redan">
          <h2 id="redan" className="pk-h3">
            {t("already.title")}
          </h2>
          <LogList logs={already} />
          <p>{t(page.hasLogged ? "already.own" : "already.text")}</p>
        </section>
      ) : null}
      <div data-kept />
      <LogFields
        page={page}
        id={id}
        heldOn={heldOn}
        heldAt={heldAt}
        result={refused?.result ?? null}
        typed={refused?.typed ?? {}}
      />
    </div>
  );
}

/** What the phone's own script says. */
const phoneTexts = [
  "phone.offline",
  "phone.online",
  "phone.saving",
  "phone.keptTitle",
  "phone.kept",
  "phone.edit",
  "phone.toDay",
  "phone.signedOut",
  "phone.signIn",
  "phone.failed",
  "phone.refused",
  "phone.again",
  "phone.closedDay",
  "phone.toMend",
  "dictateHint",
  "error.form_required",
  "error.with_required",
  "error.held_ahead",
  "error.holds_diagnosis_code",
  "error.holds_personal_number",
  "error.words_too_long",
  "error.next_on_required",
  "error.next_before",
  "error.next_closed",
] as const;
