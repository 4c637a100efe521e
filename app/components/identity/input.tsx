/** A labelled field of the sign-in pages, its name its id; `wrong` points the reader to the problem above the form. */
export function Input(props: {
  name: string;
  label: string;
  type: "email" | "password";
  autoComplete: string;
  hint?: string;
  value?: string;
  wrong?: boolean;
  minLength?: number;
}) {
  const id = props.name;
  const described = [props.hint ? `${id}-hint` : null, props.wrong ? "problem-list" : null]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {props.label}
      </label>
      {props.hint ? (
        <p className="pk-soft pk-small" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <input
        className="ds-input"
        id={id}
        name={props.name}
        type={props.type}
        autoComplete={props.autoComplete}
        defaultValue={props.value}
        minLength={props.minLength}
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={props.wrong || undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
