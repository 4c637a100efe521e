import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { useTexts } from "#app/components/ui/use-texts";

const calmMilliseconds = 1500;

/** Keeps a form's answers a moment after each change, as typed, and says so. Without script the buttons do it. */
export function KeptAnswers({ form, stirred }: { form: RefObject<HTMLFormElement | null>; stirred: number }) {
  const { t } = useTexts("offer");
  const fetcher = useFetcher<{ kept?: boolean }>();
  const { submit } = fetcher;
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: number | undefined;
    const keep = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const answers = new FormData(element);
        answers.set("gor", "spara");
        latest.current(answers, { method: "post" });
      }, calmMilliseconds);
    };
    element.addEventListener("input", keep);
    if (stirred > 0) keep();
    return () => {
      window.clearTimeout(timer);
      element.removeEventListener("input", keep);
    };
  }, [form, stirred]);
  const text =
    fetcher.state !== "idle" ? "keeping" : fetcher.data ? (fetcher.data.kept ? "kept" : "notKept") : null;
  return (
    <p className="pk-soft pk-small pk-offer__kept" role="status">
      {text ? t(text) : ""}
    </p>
  );
}
