import type { ScaleValue } from "#app/domain/followups/rating";

const mouths: Record<ScaleValue, string> = {
  1: "M13 29.5C15 24 25 24 27 29.5",
  2: "M13.5 28C16 25 24 25 26.5 28",
  3: "M13.5 26.5H26.5",
  4: "M13.5 25C16 28.5 24 28.5 26.5 25",
  5: "M12.5 23.5C14 31 26 31 27.5 23.5Z",
};

/** One of the five faces of the scale, drawn: beside words, so it is hidden from screen readers. */
export function Face({ value }: { value: ScaleValue }) {
  return (
    <svg className="pk-face" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="17" />
      <circle cx="14" cy="16" r="1.6" className="pk-face__eye" />
      <circle cx="26" cy="16" r="1.6" className="pk-face__eye" />
      <path d={mouths[value]} />
    </svg>
  );
}
