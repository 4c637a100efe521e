import type { ReactNode } from "react";

/** A small tick below a question: "vet inte", "det finns inga". `about` tells a screen reader what of. */
export function Tick(props: {
  name: string;
  value: string;
  id: string;
  checked: boolean;
  about: string;
  children: ReactNode;
}) {
  return (
    <label className="pk-check">
      <input
        className="ds-input"
        type="checkbox"
        id={props.id}
        name={props.name}
        value={props.value}
        defaultChecked={props.checked}
      />
      <span>
        {props.children}
        <span className="ds-sr-only"> ({props.about})</span>
      </span>
    </label>
  );
}
