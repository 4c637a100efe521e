import { useCallback, useEffect, useState } from "react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { formatTime } from "#app/i18n/format";
import { askAgainMilliseconds, hasNetwork } from "#app/offline/has-network";
import { eraseAt, forget, type KeptLog, listKept } from "#app/offline/kept-logs";
import { canKeep, keepPages } from "#app/offline/register";
import { sendAll } from "#app/offline/send-kept";

/**
 * What this phone holds and has not sent, with what to do about each, and the pages that it keeps for when there is no network.
 * Nothing where the browser cannot keep anything, and nothing before the script runs.
 */
export function KeptQueue({ userId, pages }: { userId: string; pages: readonly string[] }) {
  const { t, i18n } = useTexts("visit");
  const [kept, setKept] = useState<KeptLog[]>([]);
  const [sent, setSent] = useState(0);
  const [signedOut, setSignedOut] = useState(false);
  const show = useCallback(async () => {
    const found = await listKept(userId).catch(() => []);
    setKept(found);
    return found;
  }, [userId]);
  const send = useCallback(async () => {
    const all = await sendAll(userId);
    setSent((before) => before + all.sent);
    setSignedOut(all.signedOut);
    await show();
  }, [userId, show]);
  const wanted = pages.join(" ");
  useEffect(() => {
    if (!canKeep()) return;
    const sendWaiting = async () => {
      const isWaiting = (await show()).some(({ state }) => state === "waiting");
      if (isWaiting && !document.hidden && (await hasNetwork())) await send();
    };
    sendWaiting();
    keepPages(["/coach", ...wanted.split(" ").filter(Boolean)]);
    window.addEventListener("online", sendWaiting);
    // Not every phone tells when its network is back: asked again when it is taken up, and now and then.
    const timer = window.setInterval(sendWaiting, askAgainMilliseconds);
    document.addEventListener("visibilitychange", sendWaiting);
    navigator.serviceWorker.addEventListener("message", show);
    return () => {
      window.removeEventListener("online", sendWaiting);
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", sendWaiting);
      navigator.serviceWorker.removeEventListener("message", show);
    };
  }, [show, send, wanted]);
  const waiting = kept.filter(({ state }) => state !== "told");
  const told = kept.filter(({ state }) => state === "told");
  return (
    <>
      {sent > 0 ? (
        <Note tone="ok" role="status">
          <p>{t("queue.sent", { count: sent })}</p>
        </Note>
      ) : null}
      {told.map((log) => (
        <Note key={log.id} tone="warn" role="status">
          <p>
            <b>{log.label}</b>:{" "}
            {log.others.length > 0 ? t("queue.further", { by: log.others.join(", ") }) : t("queue.again")}
          </p>
          <p className="pk-actions">
            <a href={log.path}>{t("phone.see")}</a>
            <button
              className="ds-button"
              data-variant="secondary"
              type="button"
              onClick={() => forget(log.id).then(show)}
            >
              {t("queue.ok")}
            </button>
          </p>
        </Note>
      ))}
      {waiting.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="vantar">
          <div role="status">
            <h2 id="vantar" className="pk-h3">
              {t("queue.title", { count: waiting.length })}
            </h2>
          </div>
          <p className="pk-soft">{signedOut ? t("queue.signedOut") : t("queue.text")}</p>
          <ul className="pk-plain pk-logs">
            {waiting.map((log) => (
              <QueueRow key={log.id} log={log} language={i18n.language} />
            ))}
          </ul>
          <p>
            <button className="ds-button" data-variant="secondary" type="button" onClick={send}>
              {t("queue.send")}
            </button>
          </p>
        </section>
      ) : null}
    </>
  );
}

function QueueRow({ log, language }: { log: KeptLog; language: string }) {
  const { t } = useTexts("visit");
  const { at, isSoon } = eraseAt(log);
  const until = formatTime(language, new Date(at));
  return (
    <li>
      <p>
        <b>{log.label}</b> {log.state === "draft" ? `(${t("queue.draft").toLowerCase()})` : ""}
      </p>
      {log.state === "rejected" ? (
        <p className="pk-error">{t("queue.rejected", { why: Object.values(log.errors).join(" ") })}</p>
      ) : null}
      <p className={isSoon ? "pk-error" : "pk-soft pk-small"}>
        {t(isSoon ? "queue.soon" : "queue.until", {
          when: formatTime(language, new Date(log.writtenAt)),
          until,
        })}
      </p>
      <p>
        <a className="pk-tap" href={log.path}>
          {t(log.state === "rejected" ? "queue.edit" : "queue.open")}
        </a>
      </p>
    </li>
  );
}
