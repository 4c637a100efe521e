import { type ComponentProps, useEffect, useId, useState } from "react";

type Suggestion = { id: number; namn: string; kommun: string };
type Props = Omit<ComponentProps<"input">, "list" | "type" | "autoComplete">;

const calmMilliseconds = 150;

/**
 * A text field for a locality with suggestions from /api/orter.json. Without JavaScript it is a plain text field;
 * the server reads "Nora" and "Hestra, Gislaved" alike (services/geo/find-locality).
 */
export function LocalityInput(props: Props) {
  const listId = useId();
  const [text, setText] = useState("");
  const suggestions = useSuggestions(text);
  return (
    <>
      <input
        className="ds-input"
        {...props}
        type="text"
        list={listId}
        autoComplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {suggestions.map(({ id, namn, kommun }) => (
          <option key={id} value={isAlone(namn, suggestions) ? namn : `${namn}, ${kommun}`} label={kommun} />
        ))}
      </datalist>
    </>
  );
}

function isAlone(name: string, suggestions: Suggestion[]): boolean {
  return suggestions.filter(({ namn }) => namn === name).length === 1;
}

function useSuggestions(text: string): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 2 || wanted.includes(",")) return;
    const question = new AbortController();
    const timer = window.setTimeout(async () => {
      try {
        const answer = await fetch(`/api/orter.json?q=${encodeURIComponent(wanted)}`, {
          signal: question.signal,
        });
        if (answer.ok) setFound(((await answer.json()) as { orter: Suggestion[] }).orter);
      } catch {
        // Without suggestions the field still takes any text.
      }
    }, calmMilliseconds);
    return () => {
      window.clearTimeout(timer);
      question.abort();
    };
  }, [text]);
  return found;
}
