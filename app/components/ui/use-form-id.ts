import { useRef } from "react";

/**
 * The id of a form that stays on the page after it was sent. The page's data are read again when it was taken, not when
 * it was refused: a new id then makes it begin anew, empty and without old errors. Give it to the form as `key` too.
 */
export function useFormId(name: string, loaded: unknown): string {
  const seen = useRef({ loaded, times: 0 });
  if (seen.current.loaded !== loaded) seen.current = { loaded, times: seen.current.times + 1 };
  return seen.current.times === 0 ? name : `${name}-${seen.current.times}`;
}
