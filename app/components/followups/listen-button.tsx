import { useEffect, useState } from "react";
import { useTexts } from "#app/components/ui/use-texts";

/** Reads a text aloud with the browser's own voice; not there where the browser has none. */
export function ListenButton({ text }: { text: string }) {
  const { t, i18n } = useTexts("ratings");
  const [canSpeak, setCanSpeak] = useState(false);
  useEffect(() => {
    setCanSpeak("speechSynthesis" in window);
    return () => window.speechSynthesis?.cancel();
  }, []);
  if (!canSpeak) return null;
  const speak = () => {
    const said = new SpeechSynthesisUtterance(text);
    said.lang = i18n.language === "en" ? "en-GB" : "sv-SE";
    said.rate = 0.9;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(said);
  };
  return (
    <button className="pk-aloud" type="button" onClick={speak} aria-label={t("listenTo", { text })}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M4 9.5V14.5H7.5L12 18.5V5.5L7.5 9.5Z" />
        <path d="M15 9C16.5 10.5 16.5 13.5 15 15M17.5 6.5C20.5 9.5 20.5 14.5 17.5 17.5" />
      </svg>
      {t("listen")}
    </button>
  );
}
