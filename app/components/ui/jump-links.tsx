import { useTexts } from "#app/components/ui/use-texts";

/** Straight to what stands far down on a long page; seen where the page is one column only. */
export function JumpLinks({ to }: { to: readonly (readonly [id: string, text: string] | null)[] }) {
  const { t } = useTexts("shell");
  return (
    <nav className="pk-jump" aria-label={t("jump")}>
      <ul>
        {to.map((link) =>
          link ? (
            <li key={link[0]}>
              <a href={`#${link[0]}`}>{link[1]}</a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}
