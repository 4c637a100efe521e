import type { Level } from "#app/domain/placements/vocabulary";

/** One demand: a word, and four rising steps for those who see them. Level 0 … 3 shows one to four steps. */
export function Meter({ label, level, word }: { label: string; level: Level; word: string }) {
  return (
    <div data-level={level + 1}>
      <dt>{label}</dt>
      <dd>
        <span className="pk-steps" aria-hidden="true" />
        {word}
      </dd>
    </div>
  );
}
