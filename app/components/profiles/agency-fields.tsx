import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";

/** Which other agencies take part, and the person's yes to that. Each form says it in its own words. */
export function AgencyFields(props: {
  chosen: FormField;
  agreed: FormField;
  ns: "profiles" | "referrals";
  agencies: readonly { id: number; name: string }[];
  texts: { legend: string; hint?: string; agreedLegend: string; agreed: string };
}) {
  const { chosen, agreed, ns, agencies, texts } = props;
  return (
    <>
      <Choices
        field={chosen}
        ns={ns}
        type="checkbox"
        legend={texts.legend}
        {...(texts.hint ? { hint: texts.hint } : {})}
        choices={agencies.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Choices
        field={agreed}
        ns={ns}
        type="checkbox"
        legend={texts.agreedLegend}
        choices={[{ value: "on", label: texts.agreed }]}
      />
    </>
  );
}
