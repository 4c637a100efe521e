import { Link } from "@remix-run/react";
import { KindMark } from "#app/components/ui/kind-mark";
import { useTexts } from "#app/components/ui/use-texts";
import { placementKinds } from "#app/domain/placements/vocabulary";

/** The four kinds in plain words, each leading to the page that explains them. */
export function KindCards() {
  const { t } = useTexts("vocabulary");
  return (
    <ul className="pk-kinds">
      {placementKinds.map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} />
          <div>
            <h3>
              <Link className="pk-tap" to={`/sa-fungerar-det#${kind}`}>
                {t(`kind.${kind}`)}
              </Link>
            </h3>
            <p>{t(`kindExplained.${kind}`)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
