import { useTexts } from "#app/components/ui/use-texts";

/** Short titled paragraphs in panels; `keys` name texts with `title` and `text` in the namespace `home`. */
export function Explained({ keys }: { keys: readonly string[] }) {
  const { t } = useTexts("home");
  return (
    <div className="pk-cards">
      {keys.map((key) => (
        <section className="pk-panel pk-stack" key={key}>
          <h2>{t(`${key}.title`)}</h2>
          <p>{t(`${key}.text`)}</p>
        </section>
      ))}
    </div>
  );
}
