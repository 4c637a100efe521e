import { useBlocker } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Asks before the page is left with text in a form that was not sent. `refused` is the answer of a save that failed: what was
 * typed is then still unsaved. Needs script; without it nothing is asked.
 */
export function useUnsavedWarning(formId: string, question: string, refused: unknown): void {
  const unsaved = useRef(false);
  useEffect(() => {
    if (refused) unsaved.current = true;
  }, [refused]);
  useEffect(() => {
    const isOurs = (target: EventTarget | null) =>
      target instanceof Element && target.closest("form")?.id === formId;
    const typed = ({ target }: Event) => {
      if (isOurs(target)) unsaved.current = true;
    };
    const sent = ({ target }: Event) => {
      if (isOurs(target)) unsaved.current = false;
    };
    const leaves = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    document.addEventListener("input", typed);
    document.addEventListener("submit", sent);
    window.addEventListener("beforeunload", leaves);
    return () => {
      document.removeEventListener("input", typed);
      document.removeEventListener("submit", sent);
      window.removeEventListener("beforeunload", leaves);
      unsaved.current = false;
    };
  }, [formId]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.current && currentLocation.pathname !== nextLocation.pathname && !window.confirm(question),
  );
  useEffect(() => {
    if (blocker.state === "blocked") blocker.reset();
  }, [blocker]);
}
