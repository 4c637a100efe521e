import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** A form's values, flat: `times.man.from` → "9.00". */
type Values = Record<string, unknown>;

/** Somebody saved in another tab: both texts, field by field, where they differ. Nothing is lost; the writer chooses. */
export function DraftConflict(props: { saved: Values; yours: Values; who: string; reload: string }) {
  const { t } = useTexts("agreements");
  const { saved, yours, who, reload } = props;
  const [left, right] = [flat(saved), flat(yours)];
  const names = [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => !/^(revision|gor|suggest)/.test(name) && (left.get(name) ?? "") !== (right.get(name) ?? ""),
  );
  const labelOf = (name: string) => {
    const [head = "", middle = "", last = ""] = name.split(".");
    const key = last || (/^\d+$/.test(middle) ? "" : middle);
    const place = head === "times" ? t(`weekday.${middle}`) : t(`field.${head}`);
    return key && head !== "times"
      ? `${place}, ${t(`field.${key}`)}`
      : last
        ? `${place}, ${t(`field.${last}`)}`
        : place;
  };
  return (
    <section className="pk-note" data-tone="warn" role="alert" aria-labelledby="krock">
      <div className="pk-stack">
        <h2 id="krock" className="pk-note__title">
          {t("edit.conflictTitle")}
        </h2>
        <p>{names.length === 0 ? t("edit.conflictSame") : t("edit.conflictText", { who })}</p>
        <ul className="pk-differences">
          {names.map((name) => (
            <li key={name}>
              <b>{labelOf(name)}</b>
              <span>
                {t("edit.conflictSaved")}: {left.get(name) || t("edit.empty")}
              </span>
              <span>
                {t("edit.conflictYours")}: {right.get(name) || t("edit.empty")}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <Link reloadDocument to={reload}>
            {t("edit.conflictLoad")}
          </Link>
        </p>
      </div>
    </section>
  );
}

function flat(value: unknown, path: string[] = [], into = new Map<string, string>()): Map<string, string> {
  if (
    Array.isArray(value) &&
    value.every((one) => typeof one === "string") &&
    !["goals"].includes(path[0] ?? "")
  ) {
    into.set(path.join("."), [...value].sort().join(", "));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) flat(member, [...path, key], into);
  } else if (value !== undefined && value !== null) {
    // One ticked box arrives as a text, several as a list.
    into.set(path.join("."), String(value).replace(":", "."));
  }
  return into;
}
