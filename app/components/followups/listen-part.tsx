import { useEffect, useState } from "react";
import { useTexts } from "#app/components/ui/use-texts";

/**
 * Reads the part that it stands in aloud, in the page's language, with the browser's own voice; pressed again it stops. Not
 * there at all where the browser cannot, or without script.
 */
export function ListenPart({ what }: { what: string }) {
  const { t, i18n } = useTexts("today");
  const [canSpeak, setCanSpeak] = useState(false);
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    setCanSpeak("speechSynthesis" in window && "SpeechSynthesisUtterance" in window);
    return () => window.speechSynthesis?.cancel();
  }, []);
  if (!canSpeak) return null;
  const press = (button: HTMLButtonElement) => {
    window.speechSynthesis.cancel();
    if (isReading) return setReading(false);
    const part = button.closest(".pk-part, .pk-panel");
    if (!part) return;
    const speech = new SpeechSynthesisUtterance(readable(part));
    speech.lang = i18n.language === "sv" ? "sv-SE" : "en-GB";
    speech.rate = 0.9;
    speech.onend = () => setReading(false);
    speech.onerror = () => setReading(false);
    setReading(true);
    window.speechSynthesis.speak(speech);
  };
  return (
    <button
      className="pk-listen"
      type="button"
      aria-label={t(isReading ? "stop" : "listen", { what })}
      onClick={({ currentTarget }) => press(currentTarget)}
    >
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        style={{ fill: "none", stroke: "currentColor", strokeWidth: 1.5 }}
      >
        <path d="M4 9.500v5h3l4.500 4v-13L7 9.500z" strokeLinejoin="round" />
        <path d="M15 9.200a4 4 0 0 1 0 5.600M17.500 6.800a7.300 7.300 0 0 1 0 10.400" strokeLinecap="round" />
      </svg>
    </button>
  );
}

/** The words of a part in the order they stand, with a pause after each; buttons and forms are not read. */
function readable(part: Element): string {
  return [...part.querySelectorAll("h2, h3, p, li")]
    .filter((one) => !one.closest(".ds-button, li form") && one.querySelector("h2, h3, p, li") === null)
    .map((one) => (one as HTMLElement).innerText.trim())
    .filter(Boolean)
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(" ");
}
