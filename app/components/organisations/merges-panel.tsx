import { useTexts } from "#app/components/ui/use-texts";
import type { EmployerPage } from "#app/domain/organisations/register";
import { formatDateTime } from "#app/i18n/format";

/** What was merged into this record: when, by whom, what moved, and what was said there before. */
export function MergesPanel({ merges }: { merges: EmployerPage["merges"] }) {
  const { t, i18n } = useTexts("register");
  if (merges.length === 0) return null;
  const moved = (counts: Record<string, number>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => t(`merge.moving.${what}`, { count }))
      .join(", ") || t("merge.moving.nothing");
  const said = (field: string, value: string) => {
    if (field === "sector") return t(`vocabulary:sector.${value}`);
    return field === "appetite" ? t(`appetite.${value}`) : value || t("merge.nobody");
  };
  return (
    <section className="pk-panel pk-stack" aria-labelledby="sammanslaget">
      <h2 id="sammanslaget">{t("page.merged")}</h2>
      {merges.map((merge) => (
        <div key={merge.id}>
          <p>
            <strong>
              {t("page.mergedWhat", { name: merge.goneName, number: merge.goneNumber ?? t("page.noNumber") })}
            </strong>
          </p>
          <p>{t("page.mergedMoved", { what: moved(merge.moved) })}</p>
          {merge.lost.length > 0 ? (
            <p>
              {t("page.mergedLost", {
                what: merge.lost
                  .map(({ field, value }) => `${t(`merge.fields.${field}`)}: ${said(field, value)}`)
                  .join("; "),
              })}
            </p>
          ) : null}
          <p className="pk-soft">
            <time dateTime={merge.at}>{formatDateTime(i18n.language, merge.at)}</time> ·{" "}
            {t("page.by", { name: merge.byName, association: merge.association })}
          </p>
        </div>
      ))}
    </section>
  );
}
