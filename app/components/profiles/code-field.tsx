/** A participant's code, to search by (`sok`). The longest code has 20 signs. */
export function CodeField(props: { id: string; label: string; code: string | null }) {
  const { id, label, code } = props;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="ds-input"
        id={id}
        name="sok"
        maxLength={20}
        autoComplete="off"
        defaultValue={code ?? ""}
      />
    </div>
  );
}
