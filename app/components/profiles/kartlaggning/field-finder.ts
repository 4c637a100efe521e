import type { FormField } from "#app/components/ui/form-field";

export type FindField = (name: string) => FormField;

/** Fields by name, `answers.delmal[0].senast` too, with what was typed or stored and the codes of what is wrong. */
export function fieldFinder(formId: string, values: unknown, errors: Record<string, string[]>): FindField {
  return (name) => ({
    id: `${formId}-${name}`,
    name,
    initialValue: valueAt(values, name),
    errors: errors[name],
  });
}

function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      values,
    );
}
