import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { protectedIdentities } from "#app/domain/profiles/protected-identity";

/**
 * Who somebody is, asked the same way of a participant and in a referral: first whether the identity is protected, because
 * a name and an address are never written then. `ns` holds the texts under `form.*`.
 */
export function IdentityFields(props: {
  fields: Record<"protectedIdentity" | "name" | "email", FormField>;
  ns: "profiles" | "referrals";
}) {
  const { fields, ns } = props;
  const { t } = useTexts(ns);
  return (
    <>
      <Choices
        field={fields.protectedIdentity}
        ns={ns}
        type="radio"
        legend={t("form.protectedLegend")}
        hint={t("form.protectedHint")}
        choices={protectedIdentities.map((value) => ({ value, label: t(`form.protected.${value}`) }))}
      />
      <TextField
        field={fields.name}
        ns={ns}
        label={t("form.name")}
        hint={t("form.nameHint")}
        autoComplete="off"
      />
      <TextField
        field={fields.email}
        ns={ns}
        label={t("form.email")}
        hint={t("form.emailHint")}
        type="email"
        autoComplete="off"
      />
    </>
  );
}
