import { Fragment, type ReactNode } from "react";
import { useTexts } from "#app/components/ui/use-texts";

/** "Menade du Lindesberg eller Lindsberg?" Nothing without names. `children` makes each name a link or a button. */
export function NearNames({ names, children }: { names: string[]; children: (name: string) => ReactNode }) {
  const { t } = useTexts("geo");
  if (names.length === 0) return null;
  return (
    <p>
      {t("near.meant")}{" "}
      {names.map((name, at) => (
        <Fragment key={name}>
          {at === 0 ? "" : at === names.length - 1 ? ` ${t("near.or")} ` : ", "}
          {children(name)}
        </Fragment>
      ))}
      ?
    </p>
  );
}
